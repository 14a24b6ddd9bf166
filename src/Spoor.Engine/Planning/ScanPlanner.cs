using Spoor.Catalog;
using Spoor.CloudTrail.Scan;
using Spoor.Sql;
using Spoor.Sql.Analysis.Nodes;
using Spoor.Sql.Types;
using Spoor.Storage;

namespace Spoor.Engine.Planning;

/// <summary>Plans one table read: which partitions, which leaves, which records.</summary>
internal sealed class ScanPlanner(CatalogSnapshot tables, IObjectStore objects, PartitionPruner partitions, ScanStatistics statistics, QuerySession session)
{
    private static readonly Dictionary<string, ObjectColumn> s_objectColumns = new()
    {
        ["$path"] = ObjectColumn.Path,
        ["$file_size"] = ObjectColumn.FileSize,
        ["$file_modified_time"] = ObjectColumn.FileModifiedTime,
        ["$record_offset"] = ObjectColumn.RecordOffset,
        ["$followed"] = ObjectColumn.IsFollowed,
        ["$event_id"] = ObjectColumn.EventId,
        ["$event_content"] = ObjectColumn.EventContent,
    };

    /// <summary>Plans the read. Its objects are listed when it runs.</summary>
    /// <param name="scan">A read of a table of the catalog.</param>
    /// <param name="conjuncts">Conditions over the scan's columns.</param>
    /// <param name="limit">How many rows are taken of those that meet the conditions; null for all.</param>
    /// <param name="sets">The values of subqueries in conditions.</param>
    /// <param name="newSymbol">Makes a symbol of the same name with another type.</param>
    /// <param name="cancellationToken">Stops the listing.</param>
    public ScanPlan Plan(
        LeafScan scan, IReadOnlyList<BoundExpression> conjuncts, RowLimit? limit, DynamicSets sets, Func<Symbol, SqlType, Symbol> newSymbol, CancellationToken cancellationToken)
    {
        var table = tables.Find(scan.Table) ?? throw new QueryException(ErrorCode.TableNotFound, null, $"Table '{scan.Table}' does not exist");
        var storage = table.Storage ?? throw new QueryException(ErrorCode.NotSupported, null, $"Table '{scan.Table}' has no data of its own");
        statistics.AddScan();
        var partitionColumns = scan.Columns.Where(column => IsPartitionColumn(table, column)).ToList();
        var objectColumns = scan.Columns.Where(column => s_objectColumns.ContainsKey(column.Column)).ToList();
        var recordColumns = scan.Columns.Except(partitionColumns).Except(objectColumns).ToList();

        var symbols = partitionColumns.ToDictionary(column => column.Column, column => column.Symbol);
        var ids = symbols.Values.Select(symbol => symbol.Id).ToHashSet();
        var ofPartitions = conjuncts.Select(conjunct => sets.Over(ids, conjunct)).ToList();
        var pruned = Prune(table, storage, symbols, ofPartitions.OfType<BoundExpression>().ToList());

        var format = RecordFormats.Of(table, storage);
        var leaves = recordColumns.ToDictionary(column => column.Symbol.Id, column => new ScanColumn(column.Path, column.Symbol.Type));
        var followed = objectColumns.Where(column => s_objectColumns[column.Column] == ObjectColumn.IsFollowed).Select(column => column.Symbol.Id);
        var filters = new ScanFilters(new ScanLeaves(leaves, format), sets, followed.ToHashSet());
        var filter = filters.Of(conjuncts.Where((_, index) => ofPartitions[index] is null));
        var isDecided = filters.IsExact && pruned.IsExact && conjuncts.Count == limit?.ConditionCount;
        var request = new ScanRequest(
            new PartitionLister(objects, ExplainingEmpty(storage, pruned, format)).ListAsync(Folders(table, pruned, partitionColumns), cancellationToken),
            format,
            recordColumns.Select(column => leaves[column.Symbol.Id]).ToValueList(),
            objectColumns.Select(column => s_objectColumns[column.Column]).ToValueList(),
            partitionColumns.Count,
            filter,
            session.BadData)
        {
            Following = session.Following,
            SerDe = SerDeOptions.FromProperties(storage.SerdeProperties.Select(property => KeyValuePair.Create(property.Name, property.Value))),
            RowLimit = isDecided ? limit?.Rows : null,
            CountsDuplicates = session.CountsDuplicates,
            Statistics = statistics,
        };
        var texts = partitionColumns.Select(column => column.Symbol.Type is VarcharType ? column.Symbol : newSymbol(column.Symbol, VarcharType.Unbounded));
        var output = recordColumns.Concat(objectColumns).Select(column => column.Symbol).Concat(texts).ToValueList();
        return new ScanPlan(table, request, output, partitionColumns.Select(column => column.Symbol).ToValueList(), pruned.Partitions);
    }

    private PrunedPartitions Prune(Table table, TableStorage storage, Dictionary<string, Symbol> symbols, List<BoundExpression> conditions)
    {
        var pruned = partitions.Prune(table, storage, symbols, conditions);
        if (pruned.Registered is { } registered)
        {
            statistics.AddPartitions(pruned.Partitions.Count, registered);
        }

        foreach (var list in table.Properties.Where(IsListWithBlanks))
        {
            statistics.AddHint($"A value of {list.Name} begins or ends with a blank, which belongs to the value as in Athena: '{list.Value}'.");
        }

        if (pruned.Example is { } example)
        {
            statistics.AddHint($"No partition of {table.Name.Database}.{table.Name.Table} meets the conditions; values of {example.Column} look like '{example.Value}'.");
        }

        return pruned;
    }

    // A report's logs need not be a table's folder, and its listing is of all of them.
    private EmptyListing? ExplainingEmpty(TableStorage storage, PrunedPartitions pruned, RecordFormat format) =>
        format == RecordFormat.LooseCloudTrail ? null : new EmptyListing(objects, statistics, Folder(storage.Location), pruned.Registered == 0);

    private static bool IsListWithBlanks(Property property) =>
        property.Name.StartsWith("projection.", StringComparison.OrdinalIgnoreCase) && property.Name.EndsWith(".values", StringComparison.OrdinalIgnoreCase)
        && property.Value.Split(',').Any(value => value != value.Trim());

    private static ValueList<ListedPartition> Folders(Table table, PrunedPartitions pruned, List<LeafColumn> columns)
    {
        var keys = columns.Select(column => IndexOf(table.PartitionKeys, column.Column)).ToList();
        return pruned.Partitions.Select(partition => new ListedPartition(Folder(partition.Location), keys.Select(key => partition.Values[key]).ToValueList())).ToValueList();
    }

    /// <summary>A location is a folder even where it is written without its last slash.</summary>
    private static ObjectName Folder(string location)
    {
        if (!ObjectName.TryParse(location, out var name) || name is null)
        {
            throw new QueryException(ErrorCode.HiveFilesystemError, null, $"'{location}' is not a valid S3 location", "A location has the form s3://bucket/prefix/.");
        }

        return name.Key.Length == 0 || name.Key.EndsWith('/') ? name : name with { Key = $"{name.Key}/" };
    }

    private static bool IsPartitionColumn(Table table, LeafColumn column) => IndexOf(table.PartitionKeys, column.Column) >= 0;

    private static int IndexOf(ValueList<Column> columns, string name)
    {
        for (var i = 0; i < columns.Count; i++)
        {
            if (columns[i].Name == name)
            {
                return i;
            }
        }

        return -1;
    }
}
