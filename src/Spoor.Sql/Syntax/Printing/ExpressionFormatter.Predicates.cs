using System.Diagnostics;
using Spoor.Core.Text;
using Spoor.Sql.Syntax.Nodes;

namespace Spoor.Sql.Syntax.Printing;

internal static partial class ExpressionFormatter
{
    private static string? FormatPredicate(Expression node) => node switch
    {
        Comparison comparison => $"({Format(comparison.Left)} {comparison.Operator.ToSymbol()} {Format(comparison.Right)})",
        DistinctFrom { IsNegated: true } distinct => $"(NOT ({Format(distinct.Left)} IS DISTINCT FROM {Format(distinct.Right)}))",
        DistinctFrom distinct => $"({Format(distinct.Left)} IS DISTINCT FROM {Format(distinct.Right)})",
        QuantifiedComparison quantified => $"({Format(quantified.Value)} {quantified.Operator.ToSymbol()} {(quantified.IsAll ? "ALL" : "ANY")} (subquery))",
        Logical logical => $"({string.Join(logical.IsAnd ? " AND " : " OR ", logical.Terms.Select(Format))})",
        Not not => $"(NOT {Format(not.Value)})",
        IsNullPredicate isNull => $"({Format(isNull.Value)} IS {(isNull.IsNegated ? "NOT " : "")}NULL)",
        BetweenPredicate between => Negated($"({Format(between.Value)} BETWEEN {Format(between.Min)} AND {Format(between.Max)})", between.IsNegated),
        InListPredicate inList => Negated($"({Format(inList.Value)} IN ({FormatList(inList.List)}))", inList.IsNegated),
        InSubqueryPredicate inSubquery => Negated($"({Format(inSubquery.Value)} IN (subquery))", inSubquery.IsNegated),
        LikePredicate like => Negated($"({Format(like.Value)} LIKE {Format(like.Pattern)}{(like.Escape is null ? "" : $" ESCAPE {Format(like.Escape)}")})", like.IsNegated),
        ExistsPredicate => "(EXISTS (subquery))",
        _ => null,
    };

    private static string Negated(string predicate, bool isNegated) => isNegated ? $"(NOT {predicate})" : predicate;

    private static string FormatLiteral(Expression node) => node switch
    {
        NullLiteral => "null",
        BooleanLiteral literal => literal.Value ? "true" : "false",
        IntegerLiteral literal => literal.Text,
        DecimalLiteral literal => $"DECIMAL '{literal.Text}'",
        DoubleLiteral literal => literal.Text,
        StringLiteral literal => SqlLiteral.Text(literal.Value),
        BinaryLiteral literal => $"X'{Convert.ToHexString(literal.Value.AsSpan())}'",
        TypedLiteral literal => $"{FormatType(literal.Type)} {SqlLiteral.Text(literal.Value)}",
        IntervalLiteral literal => FormatInterval(literal),
        _ => throw new UnreachableException($"No format for {node.GetType().Name}."),
    };

    private static string FormatInterval(IntervalLiteral literal)
    {
        var end = literal.EndField is { } field ? $" TO {field.ToString().ToUpperInvariant()}" : "";
        return $"INTERVAL {(literal.IsNegative ? "- " : "")}{SqlLiteral.Text(literal.Value)} {literal.StartField.ToString().ToUpperInvariant()}{end}";
    }

    private static string FormatType(TypeName type) => type switch
    {
        NamedTypeName { Arguments.Count: 0 } named => named.Name,
        NamedTypeName named => $"{named.Name}({string.Join(", ", named.Arguments.Select(argument => argument.Type is { } inner ? FormatType(inner) : $"{argument.Number}"))})",
        RowTypeName row => $"ROW({string.Join(", ", row.Fields.Select(field => field.Name is { } name ? $"{FormatName(name)} {FormatType(field.Type)}" : FormatType(field.Type)))})",
        DateTimeTypeName time => $"{(time.IsTimestamp ? "TIMESTAMP" : "TIME")}{(time.Precision is { } precision ? $"({precision})" : "")}{(time.WithTimeZone ? " WITH TIME ZONE" : "")}",
        IntervalTypeName interval => $"INTERVAL {interval.Start.ToString().ToUpperInvariant()} TO {interval.End.ToString().ToUpperInvariant()}",
        _ => throw new UnreachableException($"No format for {type.GetType().Name}."),
    };
}
