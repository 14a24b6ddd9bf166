using Spoor.Core.Types;
using Spoor.Sql.Analysis.Nodes;
using Spoor.Sql.Syntax.Nodes;

namespace Spoor.Sql.Analysis.Scopes;

/// <summary>Evaluates the few constant expressions whose value analysis itself needs.</summary>
internal static class ConstantNumber
{
    /// <summary>The value of a number made of literals, signs, casts and arithmetic; null for NULL and for what is not constant.</summary>
    public static double? TryEvaluate(BoundExpression expression) => expression switch
    {
        BoundLiteral { Value: long value } => value,
        BoundLiteral { Value: double value } => value,
        BoundLiteral { Value: Int128 unscaled, Type: DecimalType type } => (double)unscaled / Math.Pow(10, type.Scale),
        BoundNegate negate => -TryEvaluate(negate.Value),
        BoundCast { IsTry: false } cast => TryEvaluate(cast.Value),
        BoundArithmetic arithmetic => Combine(arithmetic.Operator, TryEvaluate(arithmetic.Left), TryEvaluate(arithmetic.Right)),
        _ => null,
    };

    private static double? Combine(ArithmeticOperator op, double? left, double? right) => op switch
    {
        ArithmeticOperator.Add => left + right,
        ArithmeticOperator.Subtract => left - right,
        ArithmeticOperator.Multiply => left * right,
        ArithmeticOperator.Divide => left / right,
        _ => left % right,
    };
}
