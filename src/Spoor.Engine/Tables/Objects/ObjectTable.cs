using System.Diagnostics;
using Spoor.Catalog.Definitions;
using Spoor.CloudTrail.Scan.Contract;
using Spoor.Core.Collections;
using Spoor.Core.Errors;
using Spoor.Core.Types;
using Spoor.Engine.Planning.Sources;
using Spoor.Engine.Tables.Contract;
using Spoor.Sql.Tables;
using Spoor.Storage.Objects;

namespace Spoor.Engine.Tables.Objects;

/// <summary>A table of the catalog whose rows are the records of JSON objects: CloudTrail, hcatalog's and OpenX's SerDe.</summary>
/// <param name="table">The table.</param>
/// <param name="storage">Its storage.</param>
/// <param name="registered">Its registered partitions.</param>
internal sealed class ObjectTable(Table table, TableStorage storage, ValueList<Partition> registered) : ITableProvider
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

    /// <inheritdoc/>
    public TableSchema Schema => TableSchemas.Of(table);

    /// <summary>Plans which partitions, which leaves, which records are read. Objects are listed when the read runs.</summary>
    public PlannedRead Plan(ReadRequest request, PlanningContext planning)
    {
        var partitionColumns = request.Columns.Where(column => IsPartitionColumn(column)).ToList();
        var objectColumns = request.Columns.Where(column => s_objectColumns.ContainsKey(column.Column)).ToList();
        var recordColumns = request.Columns.Except(partitionColumns).Except(objectColumns).ToList();

        var (pruned, areOfPartitions) = PartitionPruner.Prune(table, storage, registered, request, planning);
        var format = RecordFormats.Find(storage) ?? throw new UnreachableException($"{table.Name} is no table of JSON.");
        var leaves = recordColumns.ToDictionary(column => column.Symbol.Id, column => new ScanColumn(column.Path, column.Symbol.Type));
        var followed = objectColumns.Where(column => s_objectColumns[column.Column] == ObjectColumn.IsFollowed).Select(column => column.Symbol.Id);
        var filters = new ScanFilters(new ScanLeaves(leaves, format), planning.Sets, followed.ToHashSet());
        var answers = request.Conjuncts
            .Select((conjunct, index) => areOfPartitions[index] ? new ScanAnswer(null, pruned.IsExact ? Pushdown.Exact : Pushdown.Inexact) : filters.Of(conjunct.Condition))
            .ToList();
        var scan = new ScanRequest(
            format,
            recordColumns.Select(column => leaves[column.Symbol.Id]).ToValueList(),
            objectColumns.Select(column => s_objectColumns[column.Column]).ToValueList(),
            partitionColumns.Count,
            ScanFilters.All(answers.Select(answer => answer.Filter).OfType<ScanFilter>()),
            planning.BadData)
        {
            SerDe = SerDeOptions.FromProperties(storage.SerdeProperties.Select(property => KeyValuePair.Create(property.Name, property.Value))),
            CountsDuplicates = planning.CountsDuplicates,
        };
        var texts = partitionColumns.Select(column => column.Symbol.Type is VarcharType ? column.Symbol : planning.NewSymbol(column.Symbol, VarcharType.Unbounded));
        var read = new ObjectRead(
            table.Name,
            recordColumns.Concat(objectColumns).Select(column => column.Symbol).Concat(texts).ToValueList(),
            scan,
            partitionColumns.Select(column => column.Symbol).ToValueList(),
            Folders(pruned, partitionColumns))
        {
            Kept = Summarize(pruned),
            Registered = pruned.Registered,
            Location = Folder(storage.Location),
            // A report's logs need not be a table's folder, and its listing is of all of them.
            ExplainsEmpty = format != RecordFormat.LooseCloudTrail,
            Hints = Hints(pruned).ToValueList(),
        };
        return new PlannedRead(read, answers.Select(answer => answer.Pushdown).ToValueList());
    }

    private IEnumerable<string> Hints(PrunedPartitions pruned)
    {
        foreach (var list in table.Properties.Where(IsListWithBlanks))
        {
            yield return $"A value of {list.Name} begins or ends with a blank, which belongs to the value as in Athena: '{list.Value}'.";
        }

        if (pruned.Example is { } example)
        {
            yield return $"No partition of {table.Name.Database}.{table.Name.Table} meets the conditions; values of {example.Column} look like '{example.Value}'.";
        }
    }

    private static bool IsListWithBlanks(Property property) =>
        property.Name.StartsWith("projection.", StringComparison.OrdinalIgnoreCase) && property.Name.EndsWith(".values", StringComparison.OrdinalIgnoreCase)
        && property.Value.Split(',').Any(value => value != value.Trim());

    private ValueList<KeptValues> Summarize(PrunedPartitions pruned) => table.PartitionKeys
        .Select((key, index) => new KeptValues(key.Name, pruned.Partitions.Select(partition => partition.Values[index]).Distinct().ToValueList()))
        .ToValueList();

    private ValueList<ListedPartition> Folders(PrunedPartitions pruned, List<LeafColumn> columns)
    {
        var keys = columns.Select(column => IndexOf(column.Column)).ToList();
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

    private bool IsPartitionColumn(LeafColumn column) => IndexOf(column.Column) >= 0;

    private int IndexOf(string name)
    {
        for (var i = 0; i < table.PartitionKeys.Count; i++)
        {
            if (table.PartitionKeys[i].Name == name)
            {
                return i;
            }
        }

        return -1;
    }
}
