using Spoor.Catalog.Definitions;
using Spoor.Core.Collections;
using Spoor.Engine.Tables.Contract;

namespace Spoor.Engine.Tables.Objects;

/// <summary>Records in JSON objects.</summary>
internal sealed class JsonObjectsFormat : ITableFormat
{
    /// <inheritdoc/>
    public string Description => RecordFormats.SerDes;

    /// <inheritdoc/>
    public bool Reads(TableStorage storage) => RecordFormats.Find(storage) is not null;

    /// <inheritdoc/>
    public ITableProvider Open(Table table, TableStorage storage, ValueList<Partition> partitions) => new ObjectTable(table, storage, partitions);
}
