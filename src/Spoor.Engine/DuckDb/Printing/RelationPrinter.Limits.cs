using System.Globalization;
using Spoor.Sql.Analysis.Nodes;

namespace Spoor.Engine.DuckDb.Printing;

internal sealed partial class RelationPrinter
{
    /// <summary>LIMIT stands in the SELECT of its ORDER BY, which makes DuckDB keep only the top rows.</summary>
    private string PrintLimit(BoundLimit limit)
    {
        if (limit is { WithTies: true, Input: BoundSort sort, Count: { } count })
        {
            return PrintTies(limit, sort, count);
        }

        return PrintCounts(limit.Input is BoundSort ? Print(limit.Input) : $"SELECT * FROM ({Print(limit.Input)})", limit.Count, limit.Offset);
    }

    /// <summary>Rows that rank as the last one does are kept with it; the offset is taken off before.</summary>
    private string PrintTies(BoundLimit limit, BoundSort sort, long count)
    {
        var input = PrintCounts(Print(sort), null, limit.Offset);
        var keys = PrintSortKeys(sort.Keys);
        return string.Create(CultureInfo.InvariantCulture, $"SELECT * FROM ({input}) QUALIFY rank() OVER (ORDER BY {keys}) <= {count} ORDER BY {keys}");
    }

    private static string PrintCounts(string select, long? count, long offset)
    {
        var limited = count is { } rows ? string.Create(CultureInfo.InvariantCulture, $"{select} LIMIT {rows}") : select;
        return offset > 0 ? string.Create(CultureInfo.InvariantCulture, $"{limited} OFFSET {offset}") : limited;
    }

    private string PrintSample(BoundSample sample) => string.Create(
        CultureInfo.InvariantCulture,
        $"SELECT * FROM ({Print(sample.Input)}) TABLESAMPLE {(sample.IsBernoulli ? "BERNOULLI" : "SYSTEM")}({sample.Percentage} PERCENT)");
}
