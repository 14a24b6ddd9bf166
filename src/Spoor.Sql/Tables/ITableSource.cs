using Spoor.Core.Collections;
using Spoor.Core.Types;
using Spoor.Sql.Syntax.Nodes;

namespace Spoor.Sql.Tables;

/// <summary>A table's full name, lower-case.</summary>
/// <param name="Catalog"><c>awsdatacatalog</c> unless another is attached.</param>
/// <param name="Database">Database (schema).</param>
/// <param name="Table">Table or view.</param>
public sealed record TableName(string Catalog, string Database, string Table)
{
    /// <summary>The catalog that Athena has by default.</summary>
    public const string DefaultCatalog = "awsdatacatalog";

    /// <summary>What a name as written stands for; null when it has too many parts.</summary>
    /// <param name="name">The name.</param>
    /// <param name="catalog">Catalog of names without one.</param>
    /// <param name="database">Database of names without one.</param>
    public static TableName? Of(QualifiedName name, string catalog, string database)
    {
        var parts = name.Parts.Select(part => part.Value.ToLowerInvariant()).ToList();
        return parts.Count switch
        {
            1 => new TableName(catalog, database, parts[0]),
            2 => new TableName(catalog, parts[0], parts[1]),
            3 => new TableName(parts[0], parts[1], parts[2]),
            _ => null,
        };
    }

    /// <summary><c>awsdatacatalog.db.table</c>.</summary>
    public override string ToString() => $"{Catalog}.{Database}.{Table}";
}

/// <summary>What Analysis needs to know of a table or view.</summary>
/// <param name="Name">Full name.</param>
/// <param name="Columns">Data columns, then partition columns, then hidden ones (<c>$path</c>).</param>
/// <param name="ViewText">The view's query; null for a table.</param>
public sealed record TableSchema(TableName Name, ValueList<TableColumn> Columns, string? ViewText);

/// <summary>A column, lower-case; a hidden one is not part of <c>*</c>.</summary>
public sealed record TableColumn(string Name, SqlType Type, bool IsHidden);

/// <summary>Where Analysis looks up tables.</summary>
public interface ITableSource
{
    /// <summary>Whether the catalog exists (lower-case name).</summary>
    bool HasCatalog(string catalog);

    /// <summary>Whether the database exists.</summary>
    bool HasDatabase(string catalog, string database);

    /// <summary>The table or view, or null.</summary>
    TableSchema? FindTable(TableName name);

    /// <summary>Names of tables and views of a database, for hints.</summary>
    IEnumerable<string> TableNames(string catalog, string database);
}
