using Spoor.Core.Errors;
using Spoor.Core.Text;
using Spoor.Core.Types;
using Spoor.Sql.Analysis.Nodes;
using Spoor.Sql.Analysis.Scopes;
using Spoor.Sql.Functions;
using Spoor.Sql.Syntax.Nodes;
using Spoor.Sql.Syntax.Printing;

namespace Spoor.Sql.Analysis;

internal sealed partial class ExpressionAnalyzer
{
    private BoundExpression AnalyzeUnary(ArithmeticUnary node)
    {
        var value = Analyze(node.Value);
        if (node.IsMinus)
        {
            return OperatorTypes.CanNegate(value.Type)
                ? new BoundNegate(value, node.Span)
                : throw new QueryException(ErrorCode.TypeMismatch, node.Span, $"Cannot negate {value.Type}");
        }

        return IsNumeric(value.Type) && value.Type is not DecimalType
            ? value
            : throw new QueryException(ErrorCode.TypeMismatch, node.Span, $"Unary '+' operator cannot by applied to {value.Type} type");
    }

    private BoundExpression AnalyzeBinary(ArithmeticBinary node)
    {
        // A chain of operators is as deep as it is long, so its left side is walked without recursion.
        var chain = new Stack<ArithmeticBinary>();
        Expression leftmost = node;
        while (leftmost is ArithmeticBinary binary)
        {
            chain.Push(binary);
            leftmost = binary.Left;
        }

        var left = Analyze(leftmost);
        while (chain.TryPop(out var step))
        {
            left = Combine(step, left, Analyze(step.Right));
        }

        return left;
    }

    private static BoundArithmetic Combine(ArithmeticBinary node, BoundExpression left, BoundExpression right)
    {
        var types = OperatorTypes.TryArithmetic(node.Operator, left.Type, right.Type)
            ?? throw CannotApply(node.Operator.ToSymbol(), left.Type, right.Type, node.OperatorSpan);
        return new BoundArithmetic(node.Operator, Coercion.To(left, types.Left), Coercion.To(right, types.Right), types.Result, node.Span);
    }

    private static QueryException CannotApply(string symbol, SqlType left, SqlType right, TextSpan place) =>
        new(ErrorCode.TypeMismatch, place, $"Cannot apply operator: {left} {symbol} {right}", OperatorHint.ForArithmetic(left, right));

    private static bool IsNumeric(SqlType type) =>
        type is DecimalType or ScalarType { IsNumber: true };

    private static bool IsWholeNumber(SqlType type) =>
        type is DecimalType { Scale: 0 } or ScalarType { IsInteger: true };

    private static bool IsDateTime(SqlType type) =>
        type is TimeType or TimestampType or ScalarType { Kind: ScalarKind.Date or ScalarKind.IntervalDayToSecond or ScalarKind.IntervalYearToMonth };
}
