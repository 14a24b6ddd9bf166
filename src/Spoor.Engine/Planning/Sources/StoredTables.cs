using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Spoor.Core.Collections;
using Spoor.Engine.Results.Rows;
using Spoor.Sql.Tables;

namespace Spoor.Engine.Planning.Sources;

/// <summary>The tables of rows that a session keeps, which queries read as <c>session.name</c>.</summary>
internal sealed class StoredTables
{
    /// <summary>Their database.</summary>
    public const string Database = "session";

    private readonly ConcurrentDictionary<string, StoredTable> _tables = new(StringComparer.Ordinal);

    /// <summary>Whether there are any.</summary>
    public bool Any => !_tables.IsEmpty;

    /// <summary>Names in order.</summary>
    public IEnumerable<string> Names => _tables.Keys.Order(StringComparer.Ordinal);

    /// <summary>Adds a table, or replaces the one of that name and returns it.</summary>
    public StoredTable? Set(string name, StoredTable table)
    {
        _tables.TryGetValue(name, out var previous);
        _tables[name] = table;
        return previous;
    }

    /// <summary>Forgets all tables and returns them.</summary>
    public IReadOnlyList<StoredTable> Clear() =>
        [.. _tables.Keys.Select(name => _tables.TryRemove(name, out var table) ? table : null).OfType<StoredTable>()];

    /// <summary>The table of that full name.</summary>
    public bool TryFind(TableName name, [NotNullWhen(true)] out StoredTable? table)
    {
        table = null;
        return name is { Catalog: TableName.DefaultCatalog, Database: Database } && _tables.TryGetValue(name.Table, out table);
    }
}

/// <summary>Rows that the executor holds under a name of its own, column by position.</summary>
internal sealed record StoredTable(string ExecutorName, ValueList<ResultColumn> Columns)
{
    /// <summary>The query that stands for the table's name; null where the executor holds the rows.</summary>
    public string? ViewText { get; init; }

    /// <summary>The relation that reads the leaves of a scan.</summary>
    public StoredScan ToRelation(LeafScan scan) =>
        new(ExecutorName, scan.Columns.Select(leaf => new StoredLeaf(PositionOf(leaf.Column), leaf.Fields, leaf.Symbol)).ToValueList());

    private int PositionOf(string name) => Columns.Select((column, index) => (column.Name, index)).First(column => column.Name == name).index;
}
