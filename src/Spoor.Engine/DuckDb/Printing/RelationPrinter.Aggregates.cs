using Spoor.Engine.DuckDb.Functions;
using Spoor.Sql.Analysis.Nodes;

namespace Spoor.Engine.DuckDb.Printing;

internal sealed partial class RelationPrinter
{
    /// <summary>Keys are columns of an inner SELECT, so that grouping sets and GROUPING name them instead of repeating their expressions.</summary>
    private string PrintAggregate(BoundAggregate aggregate)
    {
        var computed = aggregate.Keys.Where(key => key.Expression is not BoundColumn column || column.Symbol.Id != key.Symbol.Id).ToList();
        var input = computed.Count == 0
            ? Print(aggregate.Input)
            : $"SELECT *, {string.Join(", ", computed.Select(key => $"{_expressions.Print(key.Expression)} AS {Name(key.Symbol)}"))} FROM ({Print(aggregate.Input)})";
        var columns = aggregate.Keys.Select(key => Name(key.Symbol))
            .Concat(aggregate.Aggregates.Select(PrintAggregateCall))
            .Concat(aggregate.GroupingMarks.Select(mark =>
                $"CAST(GROUPING({string.Join(", ", mark.KeyIndexes.Select(index => Name(aggregate.Keys[index].Symbol)))}) AS BIGINT) AS {Name(mark.Symbol)}"))
            .ToList();

        // Without keys and aggregates (HAVING alone) it is still one row; without aggregates and keys in SELECT it must still group.
        var list = columns.Count == 0 ? "count(*) AS no_column" : string.Join(", ", columns);
        return $"SELECT {list} FROM ({input}){PrintGroupBy(aggregate)}";
    }

    private static string PrintGroupBy(BoundAggregate aggregate)
    {
        if (aggregate.Keys.Count == 0 && aggregate.GroupingSets.Count <= 1)
        {
            return "";
        }

        var sets = aggregate.GroupingSets.Select(set => $"({string.Join(", ", set.Select(index => Name(aggregate.Keys[index].Symbol)))})").ToList();
        return sets.Count == 1 && aggregate.GroupingSets[0].Count > 0 ? $" GROUP BY {sets[0][1..^1]}" : $" GROUP BY GROUPING SETS ({string.Join(", ", sets)})";
    }

    private string PrintAggregateCall(BoundAggregateAssignment call)
    {
        var text = FunctionPrinter.PrintAggregate(call.Function, call.Arguments.Select(_expressions.Print).ToList());
        var printed = text.Print(
            call.IsDistinct,
            call.OrderBy.Count == 0 ? null : PrintSortKeys(call.OrderBy),
            call.Filter is null ? null : _expressions.Print(call.Filter));
        return $"{printed} AS {Name(call.Symbol)}";
    }
}
