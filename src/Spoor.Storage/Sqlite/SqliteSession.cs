using Microsoft.Data.Sqlite;

namespace Spoor.Storage.Sqlite;

/// <summary>Commands on one connection, inside a transaction when there is one. For every SQLite file of Spoor: the catalog and the states of watches.</summary>
internal sealed class SqliteSession(SqliteConnection connection, SqliteTransaction? transaction)
{
    /// <summary>Runs a statement and returns the number of rows it changed.</summary>
    public int Execute(string sql, params ReadOnlySpan<object?> arguments)
    {
        using var command = Prepare(sql, arguments);
        return command.ExecuteNonQuery();
    }

    /// <summary>The rows of a query.</summary>
    public List<T> Query<T>(Func<SqliteDataReader, T> read, string sql, params ReadOnlySpan<object?> arguments)
    {
        using var command = Prepare(sql, arguments);
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    private SqliteCommand Prepare(string sql, ReadOnlySpan<object?> arguments)
    {
        var command = connection.CreateCommand();
        command.Transaction = transaction;
        // The texts are ours; values are parameters ?1, ?2, ...
#pragma warning disable CA2100
        command.CommandText = sql;
#pragma warning restore CA2100
        for (var i = 0; i < arguments.Length; i++)
        {
            command.Parameters.AddWithValue($"?{i + 1}", arguments[i] ?? DBNull.Value);
        }

        return command;
    }
}
