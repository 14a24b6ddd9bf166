using Spoor.Catalog;
using Spoor.CloudTrail.Scan;
using Spoor.Sql;
using Spoor.Sql.Analysis.Nodes;

namespace Spoor.Engine.Planning;

/// <summary>How one table read is done.</summary>
/// <param name="Table">The table.</param>
/// <param name="Request">What the scan reads.</param>
/// <param name="Output">One symbol per writer of the scan; those of partition columns are texts.</param>
/// <param name="PartitionColumns">The partition columns that the query uses, with the types that it knows; the last symbols of <paramref name="Output"/> hold their texts.</param>
/// <param name="Partitions">Partitions whose objects are read; one for a table without partitions.</param>
internal sealed record ScanPlan(Table Table, ScanRequest Request, ValueList<Symbol> Output, ValueList<Symbol> PartitionColumns, ValueList<KeptPartition> Partitions)
{
    /// <summary>What a listing found; null as long as nobody listed.</summary>
    public ListedAmount? Listed { get; init; }

    /// <summary>The same plan after listing its objects, which it does not read.</summary>
    public async Task<ScanPlan> ListAsync(CancellationToken cancellationToken)
    {
        var (objects, bytes) = (0L, 0L);
        await foreach (var page in Request.Objects.WithCancellation(cancellationToken))
        {
            objects += page.Entries.Count;
            bytes += page.Entries.Sum(entry => entry.Size);
        }

        Request.Statistics.AddListed(objects);
        return this with { Listed = new ListedAmount(objects, bytes) };
    }

    /// <summary>The relation that gives the table's columns: the scan, and casts where a partition column is no text.</summary>
    public BoundRelation ToRelation(int number)
    {
        var scan = new PlannedScan(Table.Name, number, Output);
        var firstPartition = Output.Count - PartitionColumns.Count;
        if (PartitionColumns.Select((symbol, index) => symbol == Output[firstPartition + index]).All(isSame => isSame))
        {
            return scan;
        }

        var assignments = Output.Take(firstPartition).Select(symbol => new BoundAssignment(symbol, new BoundColumn(symbol, default)))
            .Concat(PartitionColumns.Select((symbol, index) => new BoundAssignment(symbol, FromText(Output[firstPartition + index], symbol))));
        return new BoundProject(scan, assignments.ToValueList());
    }

    private static BoundExpression FromText(Symbol text, Symbol typed)
    {
        var column = new BoundColumn(text, default);
        return text == typed ? column : new BoundCast(column, typed.Type, IsTry: false, IsImplicit: true, default);
    }
}

/// <summary>How many objects there are, and their bytes as stored.</summary>
internal sealed record ListedAmount(long Objects, long Bytes);
