using Microsoft.Data.Sqlite;
using Spoor.Core.Errors;

namespace Spoor.Storage.Sqlite;

/// <summary>A file's schema as a row of numbered steps; <c>PRAGMA user_version</c> says how many the file has had. A step that was released never changes: a change is a new step.</summary>
/// <param name="steps">From an empty file on.</param>
internal sealed class SqliteMigrations(params Action<SqliteSession>[] steps)
{
    /// <summary>Brings the file to the newest schema, each step in a transaction of its own; several processes may try at once.</summary>
    /// <param name="connection">The open file.</param>
    /// <param name="refuse">Makes the error when that cannot be, of a text such as <c>has schema 9; this Spoor knows schemas up to 2</c>.</param>
    /// <exception cref="QueryException">What <paramref name="refuse"/> makes: a newer Spoor wrote the file, or it is older and cannot be written to.</exception>
    public void Apply(SqliteConnection connection, Func<string, QueryException> refuse)
    {
        var version = ReadVersion(new SqliteSession(connection, transaction: null));
        if (version > steps.Length)
        {
            throw refuse($"has schema {version}; this Spoor knows schemas up to {steps.Length}");
        }

        if (version < steps.Length && SqliteFile.IsReadOnly(connection))
        {
            throw refuse($"has schema {version} and can only be read; this Spoor needs schema {steps.Length}");
        }

        while (version < steps.Length)
        {
            // Not deferred: a second process waits here, and then looks at what the first one has done.
            using var transaction = connection.BeginTransaction(deferred: false);
            var session = new SqliteSession(connection, transaction);
            version = ReadVersion(session);
            if (version < steps.Length)
            {
                steps[version](session);
                session.Execute($"PRAGMA user_version = {++version}");
                transaction.Commit();
            }
        }
    }

    private static long ReadVersion(SqliteSession session) => session.Query(reader => reader.GetInt64(0), "PRAGMA user_version")[0];
}
