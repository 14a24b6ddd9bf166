using Spoor.Engine.DuckDb.Functions;
using Spoor.Sql.Analysis.Nodes;

namespace Spoor.Engine.DuckDb.Printing;

internal sealed partial class RelationPrinter
{
    /// <summary>A column that nobody reads, of an expression that is not NULL where its columns are.</summary>
    /// <remarks>
    /// Where no row matches a correlated subquery, DuckDB gives NULL for each of its columns unless it sees such an expression above an aggregate without GROUP BY;
    /// but that has one row, in which constants keep their values. DuckDB (1.5) takes constants for NULL-propagating.
    /// </remarks>
    private const string AlwaysOneRow = "coalesce(1, 2) AS always_one_row";

    /// <summary>Keys are columns of an inner SELECT, so that grouping sets and GROUPING name them instead of repeating their expressions.</summary>
    private string PrintAggregate(BoundAggregate aggregate)
    {
        var computed = aggregate.Keys.Where(key => key.Expression is not BoundColumn column || column.Symbol.Id != key.Symbol.Id)
            .Select(key => $"{_expressions.Print(key.Expression)} AS {Name(key.Symbol)}")
            .Concat(aggregate.Keys.Where(key => !ValueKey.HasPlainIdentity(key.Symbol.Type)).Select(key => $"{_expressions.PrintIdentity(key.Expression)} AS {GroupName(key.Symbol)}"))
            .ToList();
        var input = computed.Count == 0 ? Print(aggregate.Input) : $"SELECT *, {string.Join(", ", computed)} FROM ({Print(aggregate.Input)})";
        var columns = aggregate.Keys.Select(key => PrintKey(key.Symbol))
            .Concat(aggregate.Aggregates.Select(PrintAggregateCall))
            .Concat(aggregate.GroupingMarks.Select(mark =>
                $"CAST(GROUPING({string.Join(", ", mark.KeyIndexes.Select(index => GroupName(aggregate.Keys[index].Symbol)))}) AS INTEGER) AS {Name(mark.Symbol)}"))
            .ToList();

        var groupBy = PrintGroupBy(aggregate);
        if (groupBy.Length == 0)
        {
            columns.Add(AlwaysOneRow);
        }

        return $"SELECT {string.Join(", ", columns)} FROM ({input}){groupBy}";
    }

    /// <summary>The column by which rows are grouped: the key itself, or what stands for it.</summary>
    private static string GroupName(Symbol key) => ValueKey.HasPlainIdentity(key.Type) ? Name(key) : $"{Name(key)}_group";

    /// <summary>A key of the group; of keys that are equal but not alike, one.</summary>
    private static string PrintKey(Symbol key) => ValueKey.HasPlainIdentity(key.Type)
        ? Name(key)
        : $"CASE WHEN GROUPING({GroupName(key)}) = 0 THEN first({Name(key)}) END AS {Name(key)}";

    private static string PrintGroupBy(BoundAggregate aggregate)
    {
        if (aggregate.Keys.Count == 0 && aggregate.GroupingSets.Count <= 1)
        {
            return "";
        }

        var sets = aggregate.GroupingSets.Select(set => $"({string.Join(", ", set.Select(index => GroupName(aggregate.Keys[index].Symbol)))})").ToList();
        return sets.Count == 1 && aggregate.GroupingSets[0].Count > 0 ? $" GROUP BY {sets[0][1..^1]}" : $" GROUP BY GROUPING SETS ({string.Join(", ", sets)})";
    }

    private string PrintAggregateCall(BoundAggregateAssignment call)
    {
        var text = FunctionPrinter.PrintAggregate(call.Function, call.Arguments.Select(_expressions.Print).ToList(), call.IsDistinct);
        var printed = text.Print(new AggregateClauses(
            call.IsDistinct,
            call.OrderBy.Count == 0 ? null : PrintSortKeys(call.OrderBy),
            call.Filter is null ? null : _expressions.Print(call.Filter)));
        return $"{printed} AS {Name(call.Symbol)}";
    }
}
