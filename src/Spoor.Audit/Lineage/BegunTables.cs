using System.Collections.Concurrent;
using Spoor.Sql.Analysis;
using Spoor.Sql.Syntax.Printing;

namespace Spoor.Audit.Lineage;

/// <summary>Tables that are being made while others are asked for. A statement waits for those that its FROM names, so those that need nothing of each other are made at the same time.</summary>
/// <remarks>Tables are begun one after the other, and each waits for earlier ones only. To wait for too many, as for one that a WITH hides, costs time at worst.</remarks>
internal sealed class BegunTables
{
    private readonly ConcurrentQueue<(string Name, Task Making)> _tables = [];

    /// <summary>Begins a table.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="sql">The statement that makes it.</param>
    /// <param name="make">Runs the statement.</param>
    public void Begin(string name, SqlFragment sql, Func<SqlFragment, Task> make) => _tables.Enqueue((name, MakeAsync(NamedInAsync(sql), sql, make)));

    /// <summary>Begins a table that is made at once, when those that it names are there.</summary>
    public void Begin(string name, SqlFragment sql, Action<SqlFragment> make) => Begin(name, sql, text =>
    {
        make(text);
        return Task.CompletedTask;
    });

    /// <summary>Ends when the tables that the statement names are made.</summary>
    public async Task NamedInAsync(SqlFragment sql)
    {
        var names = QueryTables.NamedIn(sql.ToString());
        await Task.WhenAll(_tables.Where(table => names.Contains(table.Name)).Select(table => table.Making));
    }

    /// <summary>Ends when all tables are made.</summary>
    public Task AllAsync() => Task.WhenAll(_tables.Select(table => table.Making));

    private static async Task MakeAsync(Task needed, SqlFragment sql, Func<SqlFragment, Task> make)
    {
        await needed;
        await Task.Run(() => make(sql));
    }
}
