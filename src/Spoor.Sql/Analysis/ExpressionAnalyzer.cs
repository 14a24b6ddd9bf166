using System.Diagnostics;
using Spoor.Core.Collections;
using Spoor.Core.Errors;
using Spoor.Core.Types;
using Spoor.Sql.Analysis.Literals;
using Spoor.Sql.Analysis.Nodes;
using Spoor.Sql.Analysis.Rewriting;
using Spoor.Sql.Analysis.Scopes;
using Spoor.Sql.Syntax.Nodes;

namespace Spoor.Sql.Analysis;

/// <summary>Types expressions in a scope. Aggregates, window functions and GROUPING come out as placeholders, which <see cref="SelectAnalyzer"/> resolves.</summary>
/// <seealso href="https://github.com/trinodb/trino/blob/456/core/trino-main/src/main/java/io/trino/sql/analyzer/ExpressionAnalyzer.java"/>
internal sealed partial class ExpressionAnalyzer
{
    private readonly RelationAnalyzer _relations;
    private readonly Scope _scope;
    private readonly ExpressionSurroundings _surroundings;

    public ExpressionAnalyzer(RelationAnalyzer relations, Scope scope, ExpressionSurroundings? surroundings = null)
    {
        _relations = relations;
        _scope = scope;
        _surroundings = surroundings ?? ExpressionSurroundings.None;
    }

    /// <summary>The same for a clause that does not see the aliases of the select list.</summary>
    public ExpressionAnalyzer Without(HiddenAliases aliases) => new(_relations, _scope, _surroundings with { Aliases = aliases });

    private StatementState State => _relations.State;

    public BoundExpression Analyze(Expression node)
    {
        StackGuard.Check(node.Span);
        return node switch
        {
            Identifier or Dereference => AnalyzeName(node),
            Subscript subscript => AnalyzeSubscript(subscript),
            ArithmeticUnary unary => AnalyzeUnary(unary),
            ArithmeticBinary binary => AnalyzeBinary(binary),
            Concatenation concatenation => AnalyzeCall("concat", [concatenation.Left, concatenation.Right], concatenation.Span),
            AtTimeZone atTimeZone => AnalyzeAtTimeZone(atTimeZone),
            FunctionCall call => AnalyzeFunctionCall(call),
            Cast cast => AnalyzeCast(cast),
            Extract extract => AnalyzeExtract(extract),
            Trim trim => AnalyzeTrim(trim),
            Normalize normalize => AnalyzeCall("normalize", [normalize.Value, new StringLiteral(normalize.Form, normalize.Span)], normalize.Span),
            CurrentValue current => AnalyzeCurrentValue(current),
            SimpleCase simple => AnalyzeCase(simple),
            SearchedCase searched => AnalyzeCase(searched),
            Lambda lambda => throw new QueryException(ErrorCode.TypeMismatch, lambda.Span, "Lambda expression should always be used inside a function", JsonTextHint),
            ArrayConstructor array => AnalyzeArray(array),
            RowConstructor row => AnalyzeRow(row),
            ScalarSubquery scalar => AnalyzeScalarSubquery(scalar),
            Grouping grouping => AnalyzeGrouping(grouping),
            Parameter parameter => AnalyzeParameter(parameter),
            _ => AnalyzePredicateOrLiteral(node),
        };
    }

    private BoundExpression AnalyzePredicateOrLiteral(Expression node) => node switch
    {
        Comparison comparison => AnalyzeComparison(comparison),
        DistinctFrom distinct => AnalyzeDistinctFrom(distinct),
        QuantifiedComparison quantified => AnalyzeQuantified(quantified),
        Logical logical => AnalyzeLogical(logical),
        Not not => new BoundNot(AnalyzeBoolean(not.Value, "Value of logical NOT expression"), not.Span),
        IsNullPredicate isNull => Negate(new BoundIsNull(Analyze(isNull.Value), isNull.Span), isNull.IsNegated),
        BetweenPredicate between => AnalyzeBetween(between),
        InListPredicate inList => AnalyzeInList(inList),
        InSubqueryPredicate inSubquery => AnalyzeInSubquery(inSubquery),
        LikePredicate like => AnalyzeLike(like),
        ExistsPredicate exists => AnalyzeExists(exists),
        _ => Literal.Analyze(node) ?? throw new UnreachableException($"No analysis for {node.GetType().Name}."),
    };

    /// <summary>Types a condition; NULL alone counts as one.</summary>
    /// <param name="node">The condition.</param>
    /// <param name="clause">As the error names it, such as <c>WHERE clause</c>.</param>
    public BoundExpression AnalyzeCondition(Expression node, string clause)
    {
        var bound = Analyze(node);
        if (!bound.Type.Equals(ScalarTypes.Boolean) && !bound.Type.Equals(ScalarTypes.Unknown))
        {
            throw new QueryException(ErrorCode.TypeMismatch, Place.Of(node), $"{clause} must evaluate to a boolean: actual type {bound.Type}");
        }

        return Coercion.To(bound, ScalarTypes.Boolean);
    }

    private BoundExpression AnalyzeBoolean(Expression node, string what) =>
        Coercion.To(Analyze(node), ScalarTypes.Boolean, what, Place.Of(node));

    private static BoundExpression Negate(BoundExpression predicate, bool isNegated) =>
        isNegated ? new BoundNot(predicate, predicate.Span) : predicate;

    private BoundExpression AnalyzeParameter(Parameter node)
    {
        if (State.Context.Parameters is not { Count: > 0 } parameters)
        {
            throw new QueryException(ErrorCode.InvalidParameterUsage, node.Span, "Query takes no parameters");
        }

        if (node.Ordinal >= parameters.Count)
        {
            throw new QueryException(ErrorCode.InvalidParameterUsage, node.Span, $"Invalid parameter index {node.Ordinal}, max value is {parameters.Count - 1}");
        }

        // A value cannot name columns of the query that it is put into, nor hold parameters itself.
        return new ExpressionAnalyzer(_relations, Scope.Empty).Analyze(parameters[node.Ordinal]);
    }

    private GroupingCall AnalyzeGrouping(Grouping node)
    {
        const int maxArguments = 63;
        return node.Columns.Count > maxArguments
            ? throw new QueryException(ErrorCode.TooManyArguments, node.Span, $"GROUPING supports up to {maxArguments} column arguments")
            : new GroupingCall(node, node.Columns.Select(Analyze).ToValueList(), node.Span);
    }
}
