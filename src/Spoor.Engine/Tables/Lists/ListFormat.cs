using Spoor.Catalog.Definitions;
using Spoor.Core.Collections;
using Spoor.Core.Errors;
using Spoor.Engine.Tables.Contract;
using Spoor.Engine.Tables.Metadata;

namespace Spoor.Engine.Tables.Lists;

/// <summary>Tables over <see cref="ListFile"/>.</summary>
internal sealed class ListFormat : ITableFormat
{
    /// <inheritdoc/>
    public string Description => "lists of one's own";

    /// <inheritdoc/>
    public bool Reads(TableStorage storage) => storage.InputFormat == TableStorage.ListInputFormat;

    /// <inheritdoc/>
    public ITableProvider Open(Table table, TableStorage storage, ValueList<Partition> partitions)
    {
        var content = ListFile.Read(storage.Location);
        return content.Columns.Equals(table.Columns.Select(column => column.Name).ToValueList()) ? new RowsTable(TableSchemas.Of(table), content.Rows) : throw new QueryException(
            ErrorCode.HiveBadData, span: null, $"{storage.Location} has other columns than before", "It was written while it was in use: start anew.");
    }
}
