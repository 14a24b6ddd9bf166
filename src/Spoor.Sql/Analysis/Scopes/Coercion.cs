using Spoor.Core.Errors;
using Spoor.Core.Text;
using Spoor.Core.Types;
using Spoor.Sql.Analysis.Nodes;

namespace Spoor.Sql.Analysis.Scopes;

/// <summary>Makes implicit conversions explicit.</summary>
internal static class Coercion
{
    /// <summary><paramref name="expression"/> as <paramref name="type"/>, which it must be coercible to.</summary>
    public static BoundExpression To(BoundExpression expression, SqlType type)
    {
        if (expression.Type.Equals(type))
        {
            return expression;
        }

        return expression is BoundLiteral literal && TryRetype(literal, type) is { } retyped
            ? retyped
            : new BoundCast(expression, type, IsTry: false, IsImplicit: true, expression.Span);
    }

    /// <summary>The same, or an error whose sentence starts with <paramref name="what"/> when there is no coercion.</summary>
    public static BoundExpression To(BoundExpression expression, SqlType type, string what, TextSpan place)
    {
        if (!expression.Type.Equals(type) && !TypeCoercion.CanCoerce(expression.Type, type))
        {
            throw new QueryException(ErrorCode.TypeMismatch, place, $"{what} must evaluate to a {type} (actual: {expression.Type})");
        }

        return To(expression, type);
    }

    /// <summary>A constant whose value is written alike in both types gets the type itself, so that planning sees a constant.</summary>
    private static BoundLiteral? TryRetype(BoundLiteral literal, SqlType type) => (literal.Value, literal.Type, type) switch
    {
        (null, _, _) => literal with { Type = type },
        (string, VarcharType, VarcharType to) when to.Length is null || literal.Type is VarcharType { Length: { } length } && length <= to.Length => literal with { Type = type },
        (long, ScalarType { Kind: ScalarKind.TinyInt or ScalarKind.SmallInt or ScalarKind.Integer }, ScalarType { Kind: ScalarKind.SmallInt or ScalarKind.Integer or ScalarKind.BigInt }) => literal with { Type = type },
        (long value, ScalarType { Kind: ScalarKind.TinyInt or ScalarKind.SmallInt or ScalarKind.Integer }, ScalarType { Kind: ScalarKind.Double }) => literal with { Value = (double)value, Type = type },
        _ => null,
    };
}
