using System.Runtime.CompilerServices;
using Spoor.Core.Errors;

namespace Spoor.Catalog.Definitions;

/// <summary>Calls on a catalog that are made of its own.</summary>
public static class CatalogExtensions
{
    /// <summary>Adds a table or view.</summary>
    /// <exception cref="QueryException">TableAlreadyExists, SchemaNotFound.</exception>
    public static async Task CreateTableAsync(this ICatalog catalog, Table table, CancellationToken cancellationToken)
    {
        if (!await catalog.TryCreateTableAsync(table, cancellationToken))
        {
            throw CatalogErrors.TableExists(table.Name);
        }
    }

    /// <summary>All databases by name, page after page.</summary>
    public static IAsyncEnumerable<Versioned<Database>> DatabasesAsync(this ICatalog catalog, CancellationToken cancellationToken) =>
        AllAsync(catalog.ListDatabasesAsync, cancellationToken);

    /// <summary>All tables and views of a database by name, page after page.</summary>
    /// <exception cref="QueryException">SchemaNotFound.</exception>
    public static IAsyncEnumerable<Versioned<Table>> TablesAsync(this ICatalog catalog, string database, CancellationToken cancellationToken) =>
        AllAsync((page, stop) => catalog.ListTablesAsync(database, page, stop), cancellationToken);

    /// <summary>All prepared statements by name, page after page.</summary>
    public static IAsyncEnumerable<Versioned<PreparedStatement>> PreparedStatementsAsync(this ICatalog catalog, CancellationToken cancellationToken) =>
        AllAsync(catalog.ListPreparedStatementsAsync, cancellationToken);

    private static async IAsyncEnumerable<T> AllAsync<T>(
        Func<PageRequest, CancellationToken, Task<Page<T>>> list, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string? token = null;
        do
        {
            var page = await list(new PageRequest(PageRequest.MaxSize, token), cancellationToken);
            foreach (var item in page.Items)
            {
                yield return item;
            }

            token = page.NextToken;
        }
        while (token is not null);
    }
}
