using Spoor.Catalog.Definitions;
using Spoor.Core.Collections;
using Spoor.Core.Errors;
using Spoor.Engine.Tables.Contract;
using Spoor.Engine.Tables.Lists;
using Spoor.Engine.Tables.Metadata;
using Spoor.Engine.Tables.Objects;
using Spoor.Sql.Tables;

namespace Spoor.Engine.Tables;

/// <summary>All kinds of tables. A new kind is a folder beside this file, and one line here.</summary>
internal static class TableKinds
{
    private static readonly ITableFormat[] s_formats = [new JsonObjectsFormat(), new ListFormat()];
    private static readonly ISystemTables[] s_systemTables = [new InformationSchema(), new PartitionsTables()];

    /// <summary>The provider of a table of the catalog.</summary>
    /// <param name="table">A table, not a view.</param>
    /// <param name="partitions">Its registered partitions by values; none for a projected table.</param>
    /// <exception cref="QueryException">NotSupported: the table is a view.</exception>
    public static ITableProvider Open(Table table, ValueList<Partition> partitions)
    {
        var storage = table.Storage ?? throw new QueryException(ErrorCode.NotSupported, null, $"Table '{table.Name}' has no data of its own");
        return s_formats.FirstOrDefault(format => format.Reads(storage))?.Open(table, storage, partitions)
            ?? new UnreadableTable(table, storage, partitions, new JsonObjectsFormat().Description);
    }

    /// <summary>Names of the tables that Spoor itself has in a database, in order.</summary>
    public static IEnumerable<string> SystemTablesIn(string database) => s_systemTables.SelectMany(kind => kind.NamesIn(database)).Order(StringComparer.Ordinal);

    /// <summary>The table that Spoor itself has under a name; null when there is none.</summary>
    public static async ValueTask<ITableProvider?> FindSystemTableAsync(TableName name, ICatalog catalog, CancellationToken cancellationToken)
    {
        foreach (var kind in s_systemTables)
        {
            if (await kind.FindAsync(name, catalog, cancellationToken) is { } table)
            {
                return table;
            }
        }

        return null;
    }
}
