using System.Diagnostics;
using Spoor.Catalog.Definitions;
using Spoor.CloudTrail.Scan.Contract;
using Spoor.Core.Collections;
using Spoor.Core.Errors;
using Spoor.Core.Types;
using Spoor.Engine.Planning.Sources;
using Spoor.Engine.Tables.Contract;
using Spoor.Sql.Analysis.Nodes;
using Spoor.Sql.Tables;
using Spoor.Storage.Objects;

namespace Spoor.Engine.Tables.Objects;

/// <summary>A table of the catalog whose rows are the records of JSON objects: CloudTrail, hcatalog's and OpenX's SerDe.</summary>
/// <param name="table">The table.</param>
/// <param name="storage">Its storage.</param>
/// <param name="registered">Its registered partitions.</param>
internal sealed class ObjectTable(Table table, TableStorage storage, ValueList<Partition> registered) : ITableProvider
{
    // The whole record, in Spoor's own table over logs.
    private const string RecordColumn = "record";

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

        (KeyPartitions Partitions, IReadOnlyList<bool> AreOfKeys)? keys = IsKeyed ? KeysOf(partitionColumns, request, planning) : null;
        var (pruned, areOfPartitions) = keys is { } known
            ? (new PrunedPartitions([new KeptPartition([], storage.Location)], IsExact: false, Example: null), known.AreOfKeys)
            : PartitionPruner.Prune(table, storage, registered, request, planning);
        var format = RecordFormats.Find(storage) ?? throw new UnreachableException($"{table.Name} is no table of JSON.");
        var leaves = recordColumns.ToDictionary(column => column.Symbol.Id, column => new ScanColumn(IsKeyed && column.Column == RecordColumn ? [] : column.Path, column.Symbol.Type));
        var fallbacks = keys?.Partitions.Parts.Select((part, index) => (Symbol: planning.NewSymbol(partitionColumns[index].Symbol, VarcharType.Unbounded), Part: part)).ToList() ?? [];
        var followed = objectColumns.Where(column => s_objectColumns[column.Column] == ObjectColumn.IsFollowed).Select(column => column.Symbol.Id);
        var filters = new ScanFilters(new ScanLeaves(leaves, format), planning.Sets, followed.ToHashSet());
        var answers = request.Conjuncts
            .Select((conjunct, index) => areOfPartitions[index] ? new ScanAnswer(null, pruned.IsExact ? Pushdown.Exact : Pushdown.Inexact) : filters.Of(conjunct.Condition))
            .ToList();
        var scan = new ScanRequest(
            format,
            recordColumns.Select(column => leaves[column.Symbol.Id])
                .Concat(fallbacks.Select(fallback => new ScanColumn([KeyParts.Member(fallback.Part)], fallback.Symbol.Type))).ToValueList(),
            objectColumns.Select(column => s_objectColumns[column.Column]).ToValueList(),
            partitionColumns.Count,
            ScanFilters.All(answers.Select(answer => answer.Filter).OfType<ScanFilter>()),
            planning.BadData)
        {
            SerDe = SerDeOptions.FromProperties(storage.SerdeProperties.Select(property => KeyValuePair.Create(property.Name, property.Value))),
            CountsDuplicates = planning.CountsDuplicates,
        };
        // What keys tell goes through an expression of its own, so its texts need other symbols than the columns.
        var texts = partitionColumns.Select(column => column.Symbol.Type is VarcharType && !IsKeyed ? column.Symbol : planning.NewSymbol(column.Symbol, VarcharType.Unbounded));
        var read = new ObjectRead(
            table.Name,
            [.. recordColumns.Select(column => column.Symbol), .. fallbacks.Select(fallback => fallback.Symbol), .. objectColumns.Select(column => column.Symbol), .. texts],
            scan,
            partitionColumns.Select(column => column.Symbol).ToValueList(),
            Folders(pruned, partitionColumns))
        {
            Kept = IsKeyed ? [] : Summarize(pruned),
            Keys = keys?.Partitions,
            Fallbacks = fallbacks.Select(fallback => fallback.Symbol).ToValueList(),
            Registered = pruned.Registered,
            Location = Folder(storage.Location),
            // A report's logs need not be a table's folder, and its listing is of all of them.
            ExplainsEmpty = format != RecordFormat.LooseCloudTrail,
            Hints = Hints(pruned).ToValueList(),
        };
        return new PlannedRead(read, answers.Select(answer => answer.Pushdown).ToValueList());
    }

    // Spoor's own table over logs, whose objects' keys tell its partitions.
    private bool IsKeyed => storage.InputFormat == TableStorage.LooseCloudTrailInputFormat && table.PartitionKeys.Count > 0;

    private static (KeyPartitions Partitions, IReadOnlyList<bool> AreOfKeys) KeysOf(List<LeafColumn> columns, ReadRequest request, PlanningContext planning)
    {
        var ids = columns.Select(column => column.Symbol.Id).ToHashSet();
        var conditions = request.Conjuncts.Select(conjunct => planning.Sets.Over(ids, conjunct.Condition)).ToList();
        var parts = columns.Select(column => KeyParts.Named(column.Column) ?? throw new UnreachableException($"No key tells '{column.Column}'."));
        return (
            new KeyPartitions(parts.ToValueList(), columns.Select(column => column.Symbol).ToValueList(), conditions.OfType<BoundExpression>().ToValueList()),
            conditions.ConvertAll(condition => condition is not null));
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
        if (IsKeyed)
        {
            return [new ListedPartition(Folder(storage.Location), [])];
        }

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
