using Spoor.Catalog.Definitions;
using Spoor.Sql.Tables;

namespace Spoor.Engine.Tables.Contract;

/// <summary>Tables that nobody defined: they show what the catalog holds.</summary>
internal interface ISystemTables
{
    /// <summary>Their names in a database, for hints.</summary>
    IEnumerable<string> NamesIn(string database);

    /// <summary>The table of that name; null when it is none of these.</summary>
    ValueTask<ITableProvider?> FindAsync(TableName name, ICatalog catalog, CancellationToken cancellationToken);
}
