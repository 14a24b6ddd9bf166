using Spoor.Catalog.Definitions;
using Spoor.Core.Collections;

namespace Spoor.Engine.Tables.Contract;

/// <summary>A way in which the data of the catalog's tables is stored.</summary>
internal interface ITableFormat
{
    /// <summary>What it reads, for the error that no format reads a table: SerDes, by their class names.</summary>
    string Description { get; }

    /// <summary>Whether a table of this storage is of the format.</summary>
    bool Reads(TableStorage storage);

    /// <summary>The provider of such a table.</summary>
    /// <param name="table">The table.</param>
    /// <param name="storage">Its storage.</param>
    /// <param name="partitions">Its registered partitions by values; none for a projected table.</param>
    ITableProvider Open(Table table, TableStorage storage, ValueList<Partition> partitions);
}
