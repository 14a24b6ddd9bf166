using System.Diagnostics;
using Spoor.Core.Errors;
using Spoor.Sql.Syntax.Nodes;

namespace Spoor.Sql.Syntax.Printing;

/// <summary>Prints expressions inside error sentences, as Trino does: binary operators in parentheses of their own.</summary>
/// <seealso href="https://github.com/trinodb/trino/blob/456/core/trino-parser/src/main/java/io/trino/sql/ExpressionFormatter.java"/>
internal static partial class ExpressionFormatter
{
    public static string Format(Expression node)
    {
        StackGuard.Check(node.Span);
        return node switch
        {
            Identifier identifier => FormatName(identifier),
            Dereference dereference => $"{Format(dereference.Base)}.{FormatName(dereference.Field)}",
            Subscript subscript => $"{Format(subscript.Base)}[{Format(subscript.Index)}]",
            ArithmeticUnary unary => $"{(unary.IsMinus ? "-" : "+")}{Format(unary.Value)}",
            ArithmeticBinary binary => $"({Format(binary.Left)} {binary.Operator.ToSymbol()} {Format(binary.Right)})",
            Concatenation concatenation => $"concat({Format(concatenation.Left)}, {Format(concatenation.Right)})",
            AtTimeZone atTimeZone => $"{Format(atTimeZone.Value)} AT TIME ZONE {Format(atTimeZone.Zone)}",
            FunctionCall call => FormatCall(call),
            Cast cast => $"{(cast.IsTry ? "TRY_CAST" : "CAST")}({Format(cast.Value)} AS {FormatType(cast.Type)})",
            Extract extract => $"EXTRACT({extract.Field} FROM {Format(extract.Value)})",
            Trim trim => FormatTrim(trim),
            Normalize normalize => $"normalize({Format(normalize.Value)}, {normalize.Form})",
            CurrentValue current => current.Precision is { } precision ? $"{current.Name.ToUpperInvariant()}({precision})" : current.Name.ToUpperInvariant(),
            SimpleCase simple => $"(CASE {Format(simple.Operand)} {FormatWhens(simple.Whens, simple.Default)} END)",
            SearchedCase searched => $"(CASE {FormatWhens(searched.Whens, searched.Default)} END)",
            Lambda lambda => FormatLambda(lambda),
            ArrayConstructor array => $"ARRAY[{FormatList(array.Values)}]",
            RowConstructor row => $"ROW ({FormatList(row.Values)})",
            ScalarSubquery => "(subquery)",
            Grouping grouping => $"GROUPING ({FormatList(grouping.Columns)})",
            Parameter => "?",
            _ => FormatPredicate(node) ?? FormatLiteral(node),
        };
    }

    /// <summary>The name as Trino prints it, in quotes when it is no plain identifier.</summary>
    public static string QuoteIfNeeded(string name) =>
        name.Length > 0 && !char.IsAsciiDigit(name[0]) && name.All(letter => letter is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '_')
            ? name
            : $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static string FormatName(Identifier name) =>
        name.IsDelimited ? $"\"{name.Value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : name.Value;

    private static string FormatList(IEnumerable<Expression> nodes) => string.Join(", ", nodes.Select(Format));

    private static string FormatCall(FunctionCall call)
    {
        var name = call.Name.Parts.Count == 1 && call.Name.Last is "if" or "coalesce" or "nullif" or "try"
            ? call.Name.Last.ToUpperInvariant()
            : string.Join('.', call.Name.Parts.Select(FormatName));
        var arguments = call.IsStar ? "*" : $"{(call.IsDistinct ? "DISTINCT " : "")}{FormatList(call.Arguments)}";
        var orderBy = call.OrderBy.Count == 0 ? "" : $" ORDER BY {FormatSort(call.OrderBy)}";
        var nulls = call.NullTreatment switch
        {
            NullTreatment.Ignore => " IGNORE NULLS",
            NullTreatment.Respect => " RESPECT NULLS",
            _ => "",
        };
        var filter = call.Filter is null ? "" : $" FILTER (WHERE {Format(call.Filter)})";
        return $"{name}({arguments}{orderBy}){filter}{nulls}{FormatOver(call.Window)}";
    }

    private static string FormatOver(Window? window) => window switch
    {
        null => "",
        WindowReference reference => $" OVER {FormatName(reference.Name)}",
        WindowSpecification specification => $" OVER ({FormatWindow(specification)})",
        _ => throw new UnreachableException($"No format for {window.GetType().Name}."),
    };

    private static string FormatWindow(WindowSpecification window)
    {
        var parts = new List<string>();
        if (window.ExistingName is { } name)
        {
            parts.Add(FormatName(name));
        }

        if (window.PartitionBy.Count > 0)
        {
            parts.Add($"PARTITION BY {FormatList(window.PartitionBy)}");
        }

        if (window.OrderBy.Count > 0)
        {
            parts.Add($"ORDER BY {FormatSort(window.OrderBy)}");
        }

        if (window.Frame is { } frame)
        {
            var unit = frame.Unit.ToString().ToUpperInvariant();
            parts.Add(frame.End is null ? $"{unit} {FormatBound(frame.Start)}" : $"{unit} BETWEEN {FormatBound(frame.Start)} AND {FormatBound(frame.End)}");
        }

        return string.Join(' ', parts);
    }

    private static string FormatBound(FrameBound bound) => bound.Kind switch
    {
        FrameBoundKind.UnboundedPreceding => "UNBOUNDED PRECEDING",
        FrameBoundKind.UnboundedFollowing => "UNBOUNDED FOLLOWING",
        FrameBoundKind.CurrentRow => "CURRENT ROW",
        FrameBoundKind.Preceding => $"{(bound.Offset is null ? "" : Format(bound.Offset))} PRECEDING",
        _ => $"{(bound.Offset is null ? "" : Format(bound.Offset))} FOLLOWING",
    };

    private static string FormatSort(IEnumerable<SortItem> items) => string.Join(", ", items.Select(item =>
    {
        var nulls = item.NullsFirst switch
        {
            true => " NULLS FIRST",
            false => " NULLS LAST",
            null => "",
        };
        return $"{Format(item.Key)} {(item.IsDescending ? "DESC" : "ASC")}{nulls}";
    }));

    private static string FormatTrim(Trim trim)
    {
        var side = trim.Side.ToString().ToUpperInvariant();
        var characters = trim.Characters is null ? "" : $"{Format(trim.Characters)} ";
        return $"trim({side} {characters}FROM {Format(trim.Source)})";
    }

    private static string FormatWhens(IEnumerable<WhenClause> whens, Expression? otherwise)
    {
        var clauses = string.Join(' ', whens.Select(when => $"WHEN {Format(when.Operand)} THEN {Format(when.Result)}"));
        return otherwise is null ? clauses : $"{clauses} ELSE {Format(otherwise)}";
    }

    private static string FormatLambda(Lambda lambda) =>
        $"({string.Join(", ", lambda.Parameters.Select(FormatName))}) -> {Format(lambda.Body)}";
}
