using Spoor.Catalog.Definitions;
using Spoor.Core.Collections;
using Spoor.Engine.Results.Rows;
using Spoor.Engine.Statements.Definitions;
using Spoor.Sql.Syntax.Nodes;
using Spoor.Storage.Objects;

namespace Spoor.Engine.Statements.Partitions;

/// <summary><c>MSCK REPAIR TABLE</c>: registers the partitions whose folders are named <c>key=value</c>. None is dropped.</summary>
/// <seealso href="https://github.com/apache/hive/blob/rel/release-2.3.9/ql/src/java/org/apache/hadoop/hive/ql/exec/DDLTask.java">the lines it prints</seealso>
internal static class RepairTableStatement
{
    public static async Task<QueryResult> RunAsync(RepairTable statement, StatementContext context, CancellationToken cancellationToken)
    {
        var table = (await Names.RequireTableAsync(statement.Table, context, cancellationToken)).Value;
        var (found, hasObjects) = await FindPartitionsAsync(table, context.Objects, cancellationToken);
        var known = (await context.Catalog.PartitionsAsync(table.Name, cancellationToken)).Select(partition => partition.Value).ToDictionary(partition => partition.Values);
        var added = found.Where(partition => !known.ContainsKey(partition.Values)).ToValueList();
        await context.Catalog.AddPartitionsAsync(table.Name, added, ifNotExists: true, cancellationToken);

        var present = found.Select(partition => partition.Values).ToHashSet();
        var missing = known.Values.Where(partition => partition.Location == PartitionNames.DefaultLocation(table, partition.Values) && !present.Contains(partition.Values));
        return TextResult.Lines(StatementKind.Ddl, "result", Report(table, hasObjects, added, missing.ToValueList()));
    }

    private static async Task<(List<Partition> Partitions, bool HasObjects)> FindPartitionsAsync(Table table, IObjectStore objects, CancellationToken cancellationToken)
    {
        var keys = table.PartitionKeys.Select(key => key.Name).ToList();
        // A view is no table.
        var root = Locations.ToFolder(table.Storage!.Location);
        var partitions = new List<Partition>();
        var hasObjects = false;
        var last = "";
        await foreach (var page in objects.ListAsync(root, cancellationToken))
        {
            hasObjects = true;
            foreach (var entry in page)
            {
                // Keys come in order, so the objects of a folder stand together.
                var folder = Folder(entry.Name.Key[root.Key.Length..], keys.Count);
                if (folder.Length > 0 && folder != last && PartitionNames.TryParse(folder, keys, out var values))
                {
                    partitions.Add(new Partition(values, $"{root}{folder}/"));
                }

                last = folder;
            }
        }

        return (partitions, hasObjects);
    }

    // The first levels of a key, without what follows; empty when it has no more levels than these.
    private static string Folder(string key, int levels)
    {
        var end = -1;
        for (var i = 0; i < levels; i++)
        {
            end = key.IndexOf('/', end + 1);
            if (end < 0)
            {
                return "";
            }
        }

        return levels == 0 ? "" : key[..end];
    }

    private static IEnumerable<string> Report(Table table, bool hasObjects, ValueList<Partition> added, ValueList<Partition> missing)
    {
        string Name(Partition partition) => $"{table.Name.Table}:{PartitionNames.Name(table.PartitionKeys.Select(key => key.Name), partition.Values)}";
        if (!hasObjects)
        {
            yield return $"Tables missing on filesystem:\t{table.Name.Table}";
        }

        if (added.Count > 0)
        {
            yield return $"Partitions not in metastore:\t{string.Join('\t', added.Select(Name))}";
        }

        if (missing.Count > 0)
        {
            yield return $"Partitions missing from filesystem:\t{string.Join('\t', missing.Select(Name))}";
        }

        foreach (var partition in added)
        {
            yield return $"Repair: Added partition to metastore {Name(partition)}";
        }
    }
}
