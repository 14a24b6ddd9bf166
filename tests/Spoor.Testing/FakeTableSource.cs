using Spoor.Core.Collections;
using Spoor.Core.Types;
using Spoor.Sql.Tables;

namespace Spoor.Testing;

/// <summary>Tables in memory, declared by a text of columns: <c>"a bigint, b array(varchar), $path varchar"</c> (hidden where the name starts with <c>$</c>).</summary>
public sealed class FakeTableSource : ITableSource
{
    private readonly Dictionary<TableName, TableSchema> _tables = [];

    /// <summary>Adds a table or, with <paramref name="viewText"/>, a view; returns the source for chaining.</summary>
    public FakeTableSource Add(string catalog, string database, string table, string columns, string? viewText = null)
    {
        var name = new TableName(catalog, database, table);
        _tables[name] = new TableSchema(name, Columns(columns).ToValueList(), viewText);
        return this;
    }

    /// <inheritdoc/>
    public bool HasCatalog(string catalog) => _tables.Keys.Any(name => name.Catalog == catalog);

    /// <inheritdoc/>
    public bool HasDatabase(string catalog, string database) => _tables.Keys.Any(name => name.Catalog == catalog && name.Database == database);

    /// <inheritdoc/>
    public TableSchema? FindTable(TableName name) => _tables.GetValueOrDefault(name);

    /// <inheritdoc/>
    public IEnumerable<string> TableNames(string catalog, string database) =>
        _tables.Keys.Where(name => name.Catalog == catalog && name.Database == database).Select(name => name.Table);

    private static IEnumerable<TableColumn> Columns(string text)
    {
        foreach (var column in SplitAtTopLevel(text))
        {
            var blank = column.IndexOf(' ', StringComparison.Ordinal);
            yield return new TableColumn(column[..blank], SqlTypeText.Parse(column[(blank + 1)..]), IsHidden: column[0] == '$');
        }
    }

    private static List<string> SplitAtTopLevel(string text)
    {
        var parts = new List<string>();
        var (depth, start) = (0, 0);
        for (var i = 0; i < text.Length; i++)
        {
            depth += text[i] == '(' ? 1 : text[i] == ')' ? -1 : 0;
            if (text[i] == ',' && depth == 0)
            {
                parts.Add(text[start..i].Trim());
                start = i + 1;
            }
        }

        parts.Add(text[start..].Trim());
        return parts;
    }
}
