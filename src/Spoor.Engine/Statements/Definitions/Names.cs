using Spoor.Catalog.Definitions;
using Spoor.Core.Errors;
using Spoor.Sql.Syntax.Nodes;
using Spoor.Sql.Tables;

namespace Spoor.Engine.Statements.Definitions;

/// <summary>Names of DDL and what they stand for: lower-case, in the session's database when they name none.</summary>
internal static class Names
{
    /// <summary>A table's full name; the table need not exist.</summary>
    /// <exception cref="QueryException">CatalogNotFound, or SyntaxError for more than three parts.</exception>
    public static TableName OfTable(QualifiedName name, StatementContext context)
    {
        var parts = Parts(name);
        RequireCatalog(name, parts.Length == 3 ? parts[0] : TableName.DefaultCatalog, context);
        return parts.Length switch
        {
            1 => new TableName(TableName.DefaultCatalog, context.Session.Database, parts[0]),
            2 => new TableName(TableName.DefaultCatalog, parts[0], parts[1]),
            3 => new TableName(parts[0], parts[1], parts[2]),
            _ => throw TooManyParts(name),
        };
    }

    /// <summary>A database's name; it need not exist.</summary>
    public static string OfDatabase(QualifiedName name, StatementContext context)
    {
        var parts = Parts(name);
        RequireCatalog(name, parts.Length == 2 ? parts[0] : TableName.DefaultCatalog, context);
        return parts.Length <= 2 ? parts[^1] : throw TooManyParts(name);
    }

    /// <summary>A database that exists; the session's when <paramref name="name"/> is null.</summary>
    public static async Task<Versioned<Database>> RequireDatabaseAsync(QualifiedName? name, StatementContext context, CancellationToken cancellationToken)
    {
        var database = name is null ? context.Session.Database : OfDatabase(name, context);
        return await context.Catalog.FindDatabaseAsync(database, cancellationToken) ?? throw CatalogErrors.DatabaseNotFound(database, name?.Span);
    }

    /// <summary>A table or view that exists.</summary>
    public static async Task<Versioned<Table>> RequireTableOrViewAsync(QualifiedName name, StatementContext context, CancellationToken cancellationToken)
    {
        var table = OfTable(name, context);
        return await context.Catalog.FindTableAsync(table, cancellationToken) ?? throw CatalogErrors.TableNotFound(table, name.Span);
    }

    /// <summary>A table that exists and is no view.</summary>
    public static async Task<Versioned<Table>> RequireTableAsync(QualifiedName name, StatementContext context, CancellationToken cancellationToken)
    {
        var table = await RequireTableOrViewAsync(name, context, cancellationToken);
        return table.Value.ViewText is null
            ? table
            : throw new QueryException(ErrorCode.HiveSemanticException, name.Span, "FAILED: SemanticException [Error 10132]: To alter a view you need to use the ALTER VIEW command.", "CREATE OR REPLACE VIEW changes a view.");
    }

    // Athena takes `db.table` in one pair of back quotes for two names: its tables cannot have dots.
    private static string[] Parts(QualifiedName name) =>
        [.. name.Parts.SelectMany(part => name.Parts.Count == 1 ? part.Value.Split('.') : [part.Value]).Select(part => part.ToLowerInvariant())];

    private static void RequireCatalog(QualifiedName name, string catalog, StatementContext context)
    {
        if (!context.Catalog.HasCatalog(catalog))
        {
            throw new QueryException(ErrorCode.CatalogNotFound, name.Span, $"Catalog '{catalog}' not found", $"The catalog is {TableName.DefaultCatalog}.");
        }
    }

    private static QueryException TooManyParts(QualifiedName name) => new(ErrorCode.SyntaxError, name.Span, $"Too many dots in table name: {name}");
}
