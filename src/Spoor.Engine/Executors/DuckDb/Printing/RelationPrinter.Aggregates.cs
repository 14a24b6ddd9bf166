using Spoor.Core.Collections;
using Spoor.Engine.Executors.DuckDb.Functions;
using Spoor.Engine.Executors.DuckDb.Sql;
using Spoor.Engine.Executors.DuckDb.Values;
using Spoor.Sql.Analysis.Nodes;
using static Spoor.Engine.Executors.DuckDb.Sql.DuckSql;

namespace Spoor.Engine.Executors.DuckDb.Printing;

internal sealed partial class RelationPrinter
{
    /// <summary>A column that nobody reads, of an expression that is not NULL where its columns are.</summary>
    /// <remarks>
    /// Where no row matches a correlated subquery, DuckDB gives NULL for each of its columns unless it sees such an expression above an aggregate without GROUP BY;
    /// but that has one row, in which constants keep their values. DuckDB (1.5) takes constants for NULL-propagating.
    /// </remarks>
    private static readonly DuckSelectItem s_alwaysOneRow = new(Duck($"coalesce(1, 2)"), "always_one_row");

    /// <summary>Keys are columns of an inner SELECT, so that grouping sets and GROUPING name them instead of repeating their expressions.</summary>
    private DuckSelect PrintAggregate(BoundAggregate aggregate)
    {
        var computed = aggregate.Keys.Where(key => key.Expression is not BoundColumn column || column.Symbol.Id != key.Symbol.Id)
            .Select(key => new DuckSelectItem(_expressions.Print(key.Expression), Name(key.Symbol)))
            .Concat(aggregate.Keys.Where(key => !ValueKey.HasPlainIdentity(key.Symbol.Type)).Select(key => new DuckSelectItem(_expressions.PrintIdentity(key.Expression), GroupName(key.Symbol))))
            .ToList();
        var input = Print(aggregate.Input);
        var columns = aggregate.Keys.Select(key => PrintKey(key.Symbol))
            .Concat(aggregate.Aggregates.Select(PrintAggregateCall))
            .Concat(aggregate.GroupingMarks.Select(mark => PrintMark(mark, aggregate)))
            .ToList();
        var sets = aggregate.Keys.Count == 0 && aggregate.GroupingSets.Count <= 1
            ? []
            : aggregate.GroupingSets.Select(set => set.Select(index => (DuckExpression)GroupColumn(aggregate.Keys[index].Symbol)).ToValueList()).ToValueList();
        if (sets.Count == 0)
        {
            columns.Add(s_alwaysOneRow);
        }

        return new DuckSelect(columns.ToValueList(), new DuckDerived(computed.Count == 0 ? input : new DuckSelect([s_all, .. computed], new DuckDerived(input)))) { GroupingSets = sets };
    }

    /// <summary>The column by which rows are grouped: the key itself, or what stands for it.</summary>
    private static string GroupName(Symbol key) => ValueKey.HasPlainIdentity(key.Type) ? Name(key) : $"{Name(key)}_group";

    private static DuckColumn GroupColumn(Symbol key) => new DuckColumn(GroupName(key));

    private static DuckSelectItem PrintMark(BoundGroupingMark mark, BoundAggregate aggregate) =>
        new(Duck($"CAST(GROUPING({mark.KeyIndexes.Select(index => GroupColumn(aggregate.Keys[index].Symbol))}) AS INTEGER)"), Name(mark.Symbol));

    /// <summary>A key of the group; of keys that are equal but not alike, one.</summary>
    private static DuckSelectItem PrintKey(Symbol key) => ValueKey.HasPlainIdentity(key.Type)
        ? Column(key)
        : new DuckSelectItem(Duck($"CASE WHEN GROUPING({GroupColumn(key)}) = 0 THEN first({ExpressionPrinter.Column(key)}) END"), Name(key));

    private DuckSelectItem PrintAggregateCall(BoundAggregateAssignment call)
    {
        var aggregate = FunctionPrinter.PrintAggregate(call.Function, call.Arguments.Select(_expressions.Print).ToValueList(), call.IsDistinct);
        return new DuckSelectItem(
            aggregate.With(new AggregateClauses(
                call.IsDistinct,
                call.OrderBy.Count == 0 ? null : PrintSortKeys(call.OrderBy),
                call.Filter is null ? null : _expressions.Print(call.Filter))),
            Name(call.Symbol));
    }
}
