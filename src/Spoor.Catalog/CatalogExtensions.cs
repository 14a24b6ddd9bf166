using Spoor.Sql;

namespace Spoor.Catalog;

/// <summary>Calls on a catalog that are made of its own.</summary>
public static class CatalogExtensions
{
    /// <summary>Adds a table or view.</summary>
    /// <exception cref="QueryException">TableAlreadyExists, SchemaNotFound.</exception>
    public static void CreateTable(this ICatalog catalog, Table table)
    {
        if (!catalog.TryCreateTable(table))
        {
            throw CatalogErrors.TableExists(table.Name);
        }
    }
}
