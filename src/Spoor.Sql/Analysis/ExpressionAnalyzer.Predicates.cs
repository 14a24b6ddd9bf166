using Spoor.Core.Collections;
using Spoor.Core.Errors;
using Spoor.Core.Text;
using Spoor.Core.Types;
using Spoor.Sql.Analysis.Nodes;
using Spoor.Sql.Analysis.Scopes;
using Spoor.Sql.Syntax.Nodes;

namespace Spoor.Sql.Analysis;

internal sealed partial class ExpressionAnalyzer
{
    private BoundComparison AnalyzeComparison(Comparison node)
    {
        var left = Analyze(node.Left);
        var right = Analyze(node.Right);
        var type = ComparisonType(node.Operator, left.Type, right.Type, node.OperatorSpan);
        return new BoundComparison(node.Operator, Coercion.To(left, type), Coercion.To(right, type), node.Span);
    }

    /// <summary>The type in which two values are compared. Trino names the operator that it has, so <c>&gt;</c> is reported as <c>&lt;</c>.</summary>
    private static SqlType ComparisonType(ComparisonOperator op, SqlType left, SqlType right, TextSpan place)
    {
        var needsOrder = op is not (ComparisonOperator.Equal or ComparisonOperator.NotEqual);
        var type = TypeCoercion.CommonSuperType(left, right);
        if (type is not null && (needsOrder ? type.IsOrderable : type.IsComparable))
        {
            return type;
        }

        var symbol = op switch
        {
            ComparisonOperator.Equal or ComparisonOperator.NotEqual => "=",
            ComparisonOperator.LessThan or ComparisonOperator.GreaterThan => "<",
            _ => "<=",
        };
        throw CannotApply(symbol, left, right, place);
    }

    private BoundDistinctFrom AnalyzeDistinctFrom(DistinctFrom node)
    {
        var left = Analyze(node.Left);
        var right = Analyze(node.Right);
        var type = TypeCoercion.CommonSuperType(left.Type, right.Type);
        return type is { IsComparable: true }
            ? new BoundDistinctFrom(Coercion.To(left, type), Coercion.To(right, type), node.IsNegated, node.Span)
            : throw CannotApply("IS DISTINCT FROM", left.Type, right.Type, node.OperatorSpan);
    }

    private BoundLogical AnalyzeLogical(Logical node) =>
        new(node.IsAnd, node.Terms.Select(term => AnalyzeBoolean(term, "Logical expression term")).ToValueList(), node.Span);

    private BoundExpression AnalyzeBetween(BetweenPredicate node)
    {
        var value = Analyze(node.Value);
        var min = Analyze(node.Min);
        var max = Analyze(node.Max);
        var type = TypeCoercion.CommonSuperType([value.Type, min.Type, max.Type]);
        if (type is not { IsOrderable: true })
        {
            throw new QueryException(
                ErrorCode.TypeMismatch,
                node.OperatorSpan,
                $"Cannot check if {value.Type} is BETWEEN {min.Type} and {max.Type}",
                OperatorHint.For(value.Type, min.Type) ?? OperatorHint.For(value.Type, max.Type));
        }

        var between = new BoundBetween(Coercion.To(value, type), Coercion.To(min, type), Coercion.To(max, type), node.Span);
        return Negate(between, node.IsNegated);
    }

    private BoundExpression AnalyzeInList(InListPredicate node)
    {
        var (items, _) = UnifyAll("IN value and list items", [node.Value, .. node.List]);
        return Negate(new BoundInList(items[0], items.Skip(1).ToValueList(), node.Span), node.IsNegated);
    }

    private BoundExpression AnalyzeLike(LikePredicate node)
    {
        var value = Analyze(node.Value);
        if (value.Type is not (VarcharType or CharType))
        {
            value = Coercion.To(value, VarcharType.Unbounded, "Left side of LIKE expression", Place.Of(node.Value));
        }

        var pattern = AnalyzeText(node.Pattern, "Pattern for LIKE expression");
        var escape = node.Escape is null ? null : AnalyzeText(node.Escape, "Escape for LIKE expression");
        return Negate(new BoundLike(value, pattern, escape, node.Span), node.IsNegated);
    }

    private BoundExpression AnalyzeText(Expression node, string what)
    {
        var bound = Analyze(node);
        return bound.Type switch
        {
            VarcharType => bound,
            CharType => throw new QueryException(ErrorCode.TypeMismatch, Place.Of(node), $"{what} must evaluate to a varchar (actual: {bound.Type})"),
            _ => Coercion.To(bound, VarcharType.Unbounded, what, Place.Of(node)),
        };
    }

    /// <summary>Types <paramref name="nodes"/> and brings them to one type.</summary>
    /// <param name="what">As the error names them, such as <c>All CASE results</c>.</param>
    /// <param name="nodes">What must agree.</param>
    private (ValueList<BoundExpression> Values, SqlType Type) UnifyAll(string what, IReadOnlyList<Expression> nodes)
    {
        var bound = nodes.Select(Analyze).ToList();
        var types = bound.Select(value => value.Type).Distinct().ToList();
        SqlType common = ScalarTypes.Unknown;
        foreach (var type in types)
        {
            common = TypeCoercion.CommonSuperType(common, type) ?? throw NoCommonType(common, type);
        }

        return (bound.Select(value => Coercion.To(value, common)).ToValueList(), common);

        QueryException NoCommonType(SqlType superType, SqlType type)
        {
            var first = nodes[bound.FindIndex(value => value.Type.Equals(type))];
            return new QueryException(
                ErrorCode.TypeMismatch,
                Place.Of(first),
                $"{what} must be the same type or coercible to a common type. Cannot find common type between {superType} and {type}, all types (without duplicates): [{string.Join(", ", types)}]",
                OperatorHint.For(superType, type));
        }
    }
}
