using System.Diagnostics;
using Spoor.Core.Collections;
using Spoor.Core.Errors;
using Spoor.Core.Text;
using Spoor.Core.Types;
using Spoor.Sql.Analysis.Nodes;
using Spoor.Sql.Analysis.Rewriting;
using Spoor.Sql.Analysis.Scopes;
using Spoor.Sql.Functions;
using Spoor.Sql.Functions.Resolution;
using Spoor.Sql.Syntax.Nodes;
using Spoor.Sql.Syntax.Printing;

namespace Spoor.Sql.Analysis;

internal sealed partial class ExpressionAnalyzer
{
    private static readonly HashSet<string> s_functionsWithoutFrame = ["lag", "lead"];
    private static readonly HashSet<string> s_valueFunctions = ["first_value", "last_value", "nth_value", "lag", "lead"];

    /// <summary>Types a window; what it refers to by name is in <see cref="ExpressionSurroundings.Windows"/>.</summary>
    internal BoundWindowDefinition AnalyzeWindow(Window node)
    {
        var window = ResolveWindow(node);
        var parts = window.PartitionBy.Cast<Node>().Concat(window.OrderBy).Concat(window.Frame is null ? [] : [window.Frame]);
        if (Clause.FindWindowFunction(parts, onlyWithOver: true) is { } nested)
        {
            throw new QueryException(ErrorCode.NestedWindow, nested.Span, "Cannot nest window functions or row pattern measures inside window specification");
        }

        var partitionBy = window.PartitionBy.Select(AnalyzePartitionKey).ToValueList();
        var orderBy = window.OrderBy.Select(AnalyzeWindowSortKey).ToValueList();
        var frame = window.Frame is null ? null : AnalyzeFrame(window, window.Frame, orderBy, node.Span);
        return new BoundWindowDefinition(partitionBy, orderBy, frame);
    }

    private ResolvedWindow ResolveWindow(Window node) => (_surroundings.Windows ?? new WindowDefinitions()).Resolve(node);

    private BoundExpression AnalyzePartitionKey(Expression node)
    {
        var key = Analyze(node);
        return key.Type.IsComparable
            ? key
            : throw new QueryException(ErrorCode.TypeMismatch, Place.Of(node), $"{key.Type} is not comparable, and therefore cannot be used in window function PARTITION BY");
    }

    private BoundSortKey AnalyzeWindowSortKey(SortItem item)
    {
        var key = Analyze(item.Key);
        return key.Type.IsOrderable
            ? new BoundSortKey(key, item.IsDescending, item.NullsFirst ?? false)
            : throw new QueryException(ErrorCode.TypeMismatch, item.Span, $"{key.Type} is not orderable, and therefore cannot be used in window function ORDER BY");
    }

    private BoundFrame AnalyzeFrame(ResolvedWindow window, WindowFrame frame, ValueList<BoundSortKey> orderBy, TextSpan place)
    {
        var start = frame.Start;
        var end = frame.End ?? new FrameBound(FrameBoundKind.CurrentRow, null, frame.Span);
        var fault = (start.Kind, end.Kind) switch
        {
            (FrameBoundKind.UnboundedFollowing, _) => "Window frame start cannot be UNBOUNDED FOLLOWING",
            (_, FrameBoundKind.UnboundedPreceding) => "Window frame end cannot be UNBOUNDED PRECEDING",
            (FrameBoundKind.CurrentRow, FrameBoundKind.Preceding) => "Window frame starting from CURRENT ROW cannot end with PRECEDING",
            (FrameBoundKind.Following, FrameBoundKind.Preceding) => "Window frame starting from FOLLOWING cannot end with PRECEDING",
            (FrameBoundKind.Following, FrameBoundKind.CurrentRow) => "Window frame starting from FOLLOWING cannot end with CURRENT ROW",
            _ => null,
        };
        if (fault is not null)
        {
            throw new QueryException(ErrorCode.InvalidWindowFrame, frame.Span, fault);
        }

        return new BoundFrame(
            frame.Unit,
            start.Kind,
            AnalyzeOffset(start, "start", frame.Unit, window, orderBy, place),
            end.Kind,
            AnalyzeOffset(end, "end", frame.Unit, window, orderBy, place));
    }

    private BoundExpression? AnalyzeOffset(FrameBound bound, string end, FrameUnit unit, ResolvedWindow window, ValueList<BoundSortKey> orderBy, TextSpan place)
    {
        if (bound.Offset is null)
        {
            return null;
        }

        if (unit != FrameUnit.Rows && orderBy.Count == 0)
        {
            throw new QueryException(ErrorCode.MissingOrderBy, place, $"Window frame of type {unit.ToString().ToUpperInvariant()} PRECEDING or FOLLOWING requires ORDER BY");
        }

        if (unit == FrameUnit.Range)
        {
            return AnalyzeRangeOffset(bound.Offset, bound.Kind, window, orderBy);
        }

        var offset = Analyze(bound.Offset);
        return IsWholeNumber(offset.Type)
            ? Coercion.To(offset, ScalarTypes.BigInt)
            : throw new QueryException(
                ErrorCode.TypeMismatch,
                Place.Of(bound.Offset),
                $"Window frame {unit.ToString().ToUpperInvariant()} {end} value type must be exact numeric type with scale 0 (actual {offset.Type})");
    }

    private BoundExpression AnalyzeRangeOffset(Expression node, FrameBoundKind kind, ResolvedWindow window, ValueList<BoundSortKey> orderBy)
    {
        if (orderBy.Count != 1)
        {
            throw new QueryException(
                ErrorCode.InvalidOrderBy,
                window.OrderBySpan,
                $"Window frame of type RANGE PRECEDING or FOLLOWING requires single sort item in ORDER BY (actual: {orderBy.Count})");
        }

        var keyType = orderBy[0].Key.Type;
        if (!IsNumeric(keyType) && !IsDateTime(keyType))
        {
            throw new QueryException(
                ErrorCode.TypeMismatch,
                Place.Of(window.OrderBy[0].Key),
                $"Window frame of type RANGE PRECEDING or FOLLOWING requires that sort item type be numeric, datetime or interval (actual: {keyType})");
        }

        var offset = Analyze(node);
        var isSubtracted = (kind == FrameBoundKind.Preceding) != orderBy[0].IsDescending;
        var op = isSubtracted ? ArithmeticOperator.Subtract : ArithmeticOperator.Add;
        var isInterval = offset.Type.Equals(ScalarTypes.IntervalDayToSecond) || offset.Type.Equals(ScalarTypes.IntervalYearToMonth);
        var fits = IsNumeric(keyType) ? IsNumeric(offset.Type) : isInterval;
        return fits && OperatorTypes.TryArithmetic(op, keyType, offset.Type) is { } types
            ? Coercion.To(offset, types.Right)
            : throw new QueryException(ErrorCode.TypeMismatch, Place.Of(node), $"Window frame RANGE value type ({offset.Type}) not compatible with sort item type ({keyType})");
    }

    private WindowCall BuildWindowCall(FunctionCall node, ResolvedFunction function, ValueList<BoundExpression> arguments, BoundExpression? filter, BoundWindowDefinition window)
    {
        CheckWindowCall(node, function);
        return new WindowCall(
            function,
            arguments,
            node.IsDistinct,
            filter,
            node.NullTreatment == NullTreatment.Ignore,
            window,
            node.Span);
    }

    private void CheckWindowCall(FunctionCall node, ResolvedFunction function)
    {
        var name = node.Name.Last;
        var over = node.Window ?? throw new UnreachableException("A window call has OVER.");
        var window = ResolveWindow(over);
        if (node.Filter is not null)
        {
            throw new QueryException(ErrorCode.NotSupported, node.Span, "FILTER is not yet supported for window functions");
        }

        if (node.IsDistinct)
        {
            throw new QueryException(ErrorCode.NotSupported, node.Span, $"DISTINCT in window function parameters not yet supported: {ExpressionFormatter.Format(node)}");
        }

        if (node.OrderBy.Count > 0)
        {
            throw new QueryException(ErrorCode.NotSupported, node.Span, "Window function with ORDER BY is not supported");
        }

        if (Clause.FindWindowFunction(node.Arguments) is { } nested)
        {
            throw new QueryException(ErrorCode.NestedWindow, nested.Span, "Cannot nest window functions or row pattern measures inside window function arguments");
        }

        if (name is "lag" or "lead" && window.OrderBy.Count == 0)
        {
            throw new QueryException(ErrorCode.MissingOrderBy, over.Span, $"{node.Name} function requires an ORDER BY window clause");
        }

        if (s_functionsWithoutFrame.Contains(name) && window.Frame is { } frame)
        {
            throw new QueryException(ErrorCode.InvalidWindowFrame, frame.Span, $"Cannot specify window frame for {node.Name} function");
        }

        if (!s_valueFunctions.Contains(name) && node.NullTreatment is not null)
        {
            throw new QueryException(ErrorCode.NullTreatmentNotAllowed, node.Span, $"Cannot specify null treatment clause for {node.Name} function");
        }

        if (function.Kind == FunctionKind.Scalar)
        {
            throw new QueryException(ErrorCode.FunctionNotWindow, node.Span, $"Not a window function: {node.Name}");
        }
    }
}
