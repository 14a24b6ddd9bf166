using Spoor.Engine.Executors.DuckDb.Sql;
using Spoor.Sql.Analysis.Nodes;
using static Spoor.Engine.Executors.DuckDb.Sql.DuckSql;

namespace Spoor.Engine.Executors.DuckDb.Printing;

internal sealed partial class RelationPrinter
{
    /// <summary>LIMIT stands in the SELECT of its ORDER BY, which makes DuckDB keep only the top rows.</summary>
    private DuckSelect PrintLimit(BoundLimit limit)
    {
        if (limit is { WithTies: true, Input: BoundSort ranked, Count: { } count })
        {
            return PrintTies(limit, ranked, count);
        }

        return (limit.Input is BoundSort sort ? PrintSort(sort) : All(limit.Input)) with { Limit = limit.Count, Offset = limit.Offset };
    }

    /// <summary>Rows that rank as the last one does are kept with it; the offset is taken off before.</summary>
    private DuckSelect PrintTies(BoundLimit limit, BoundSort sort, long count)
    {
        var keys = PrintSortKeys(sort.Keys);
        var rank = new DuckAggregate("rank", [], Over: new DuckWindow([], keys));
        return new DuckSelect([s_all], new DuckDerived(PrintSort(sort) with { Offset = limit.Offset })) { Qualify = Infix(rank, "<=", Number(count)), OrderBy = keys };
    }

    private DuckSelect PrintSample(BoundSample sample) =>
        new([s_all], new DuckSample(new DuckDerived(Print(sample.Input)), sample.IsBernoulli ? "BERNOULLI" : "SYSTEM", sample.Percentage));
}
