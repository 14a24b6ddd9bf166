using System.Diagnostics;
using Spoor.Core.Collections;
using Spoor.Core.Errors;
using Spoor.Core.Types;
using Spoor.Engine.Executors.DuckDb.Functions;
using Spoor.Engine.Executors.DuckDb.Sql;
using Spoor.Sql.Analysis.Nodes;
using Spoor.Sql.Syntax.Nodes;

namespace Spoor.Engine.Executors.DuckDb.Printing;

internal sealed partial class RelationPrinter
{
    private DuckSelect PrintWindow(BoundWindow window) => new([s_all, .. window.Functions.Select(PrintWindowCall)], new DuckDerived(Print(window.Input)));

    private DuckSelectItem PrintWindowCall(BoundWindowAssignment call)
    {
        var function = FunctionPrinter.PrintAggregate(call.Function, call.Arguments.Select(_expressions.Print).ToValueList(), call.IsDistinct);
        return new DuckSelectItem(
            function.With(new AggregateClauses(
                call.IsDistinct,
                Filter: call.Filter is null ? null : _expressions.Print(call.Filter),
                Over: PrintOver(call),
                IgnoreNulls: call.IgnoreNulls)),
            Name(call.Symbol));
    }

    private DuckWindow PrintOver(BoundWindowAssignment call)
    {
        DuckFrame? printed = null;
        if (call.Frame is { } frame)
        {
            CheckFrame(frame, call.OrderBy);
            var unit = frame.Unit switch { FrameUnit.Rows => "ROWS", FrameUnit.Range => "RANGE", _ => "GROUPS" };
            printed = new DuckFrame(unit, PrintBound(frame.StartKind, frame.StartOffset), PrintBound(frame.EndKind, frame.EndOffset));
        }

        return new DuckWindow(call.PartitionBy.Select(_expressions.PrintIdentity).ToValueList(), PrintSortKeys(call.OrderBy), printed);
    }

    /// <summary>Months have another length in each zone, and DuckDB sees instants only.</summary>
    private static void CheckFrame(BoundFrame frame, ValueList<BoundSortKey> keys)
    {
        var months = new[] { frame.StartOffset, frame.EndOffset }.OfType<BoundExpression>().FirstOrDefault(offset => offset.Type is ScalarType { Kind: ScalarKind.IntervalYearToMonth });
        if (frame.Unit == FrameUnit.Range && months is not null && keys[0].Key.Type is TimestampType { WithTimeZone: true })
        {
            throw new QueryException(
                ErrorCode.NotSupported,
                months.Span,
                "A frame of months or years over timestamps with time zone is not yet available in Spoor",
                "Order by CAST(... AS timestamp), or use an interval of days, hours, minutes or seconds.");
        }
    }

    private DuckFrameBound PrintBound(FrameBoundKind kind, BoundExpression? offset) => (kind, offset) switch
    {
        (FrameBoundKind.UnboundedPreceding, _) => new(null, "UNBOUNDED PRECEDING"),
        (FrameBoundKind.UnboundedFollowing, _) => new(null, "UNBOUNDED FOLLOWING"),
        (FrameBoundKind.CurrentRow, _) => new(null, "CURRENT ROW"),
        (FrameBoundKind.Preceding, { } distance) => new(_expressions.Print(distance), "PRECEDING"),
        (FrameBoundKind.Following, { } distance) => new(_expressions.Print(distance), "FOLLOWING"),
        _ => throw new UnreachableException($"A frame bound {kind} without its offset."),
    };
}
