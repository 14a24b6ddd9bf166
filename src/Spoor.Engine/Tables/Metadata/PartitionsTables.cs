using Spoor.Catalog.Definitions;
using Spoor.Core.Collections;
using Spoor.Engine.Tables.Contract;
using Spoor.Sql.Tables;

namespace Spoor.Engine.Tables.Metadata;

/// <summary><c>"table$partitions"</c>: a row for each registered partition of a table, with its values. Projected partitions are not listed, as in SHOW PARTITIONS.</summary>
/// <seealso href="https://docs.aws.amazon.com/athena/latest/ug/querying-glue-catalog.html"/>
internal sealed class PartitionsTables : ISystemTables
{
    private const string Suffix = "$partitions";

    /// <inheritdoc/>
    public IEnumerable<string> NamesIn(string database) => [];

    /// <inheritdoc/>
    public async ValueTask<ITableProvider?> FindAsync(TableName name, ICatalog catalog, CancellationToken cancellationToken)
    {
        if (!name.Table.EndsWith(Suffix, StringComparison.Ordinal)
            || await catalog.FindTableAsync(name with { Table = name.Table[..^Suffix.Length] }, cancellationToken) is not { Value: var table }
            || table.PartitionKeys.Count == 0)
        {
            return null;
        }

        var columns = table.PartitionKeys.Select(key => new TableColumn(key.Name, key.Type, IsHidden: false)).ToValueList();
        var partitions = await catalog.PartitionsAsync(table.Name, cancellationToken);
        var rows = partitions.Select(partition => partition.Value.Values.Select(value => value == PartitionNames.DefaultPartition ? null : (object)value).ToValueList());
        return new RowsTable(new TableSchema(name, columns, ViewText: null), rows.ToValueList());
    }
}
