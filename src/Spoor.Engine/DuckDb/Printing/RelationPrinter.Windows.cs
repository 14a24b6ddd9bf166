using System.Diagnostics;
using Spoor.Engine.DuckDb.Functions;
using Spoor.Sql;
using Spoor.Sql.Analysis.Nodes;
using Spoor.Sql.Syntax.Nodes;
using Spoor.Sql.Types;

namespace Spoor.Engine.DuckDb.Printing;

internal sealed partial class RelationPrinter
{
    private string PrintWindow(BoundWindow window) =>
        $"SELECT *, {string.Join(", ", window.Functions.Select(PrintWindowCall))} FROM ({Print(window.Input)})";

    private string PrintWindowCall(BoundWindowAssignment call)
    {
        var text = FunctionPrinter.PrintAggregate(call.Function, call.Arguments.Select(_expressions.Print).ToList(), call.IsDistinct);
        var printed = text.Print(new AggregateClauses(
            call.IsDistinct,
            Filter: call.Filter is null ? null : _expressions.Print(call.Filter),
            Over: $"({PrintOver(call)})",
            IgnoreNulls: call.IgnoreNulls));
        return $"{printed} AS {Name(call.Symbol)}";
    }

    private string PrintOver(BoundWindowAssignment call)
    {
        var parts = new List<string>();
        if (call.PartitionBy.Count > 0)
        {
            parts.Add($"PARTITION BY {string.Join(", ", call.PartitionBy.Select(_expressions.PrintIdentity))}");
        }

        if (call.OrderBy.Count > 0)
        {
            parts.Add($"ORDER BY {PrintSortKeys(call.OrderBy)}");
        }

        if (call.Frame is { } frame)
        {
            CheckFrame(frame, call.OrderBy);
            var unit = frame.Unit switch { FrameUnit.Rows => "ROWS", FrameUnit.Range => "RANGE", _ => "GROUPS" };
            parts.Add($"{unit} BETWEEN {PrintBound(frame.StartKind, frame.StartOffset)} AND {PrintBound(frame.EndKind, frame.EndOffset)}");
        }

        return string.Join(' ', parts);
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

    private string PrintBound(FrameBoundKind kind, BoundExpression? offset) => (kind, offset) switch
    {
        (FrameBoundKind.UnboundedPreceding, _) => "UNBOUNDED PRECEDING",
        (FrameBoundKind.UnboundedFollowing, _) => "UNBOUNDED FOLLOWING",
        (FrameBoundKind.CurrentRow, _) => "CURRENT ROW",
        (FrameBoundKind.Preceding, { } distance) => $"{_expressions.Print(distance)} PRECEDING",
        (FrameBoundKind.Following, { } distance) => $"{_expressions.Print(distance)} FOLLOWING",
        _ => throw new UnreachableException($"A frame bound {kind} without its offset."),
    };
}
