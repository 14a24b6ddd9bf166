using Spoor.Storage.Sqlite;

namespace Spoor.Audit.Watching;

/// <summary>The schema of a watch's state.</summary>
internal static class WatchMigrations
{
    private const string FirstSchema =
        """
        CREATE TABLE meta (name TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL) STRICT;
        CREATE TABLE objects (
            id INTEGER PRIMARY KEY,
            name TEXT NOT NULL UNIQUE,
            etag TEXT,
            size INTEGER NOT NULL,
            modified INTEGER NOT NULL, -- milliseconds since 1970, UTC
            attempts INTEGER NOT NULL, -- failed ones
            problem TEXT -- of the last attempt; NULL when it was read
        ) STRICT;
        CREATE TABLE records (event_id TEXT NOT NULL PRIMARY KEY, event_time TEXT, is_configuration INTEGER NOT NULL, json TEXT NOT NULL) STRICT;
        CREATE TABLE pool_keys (access_key_id TEXT NOT NULL PRIMARY KEY, event_time TEXT) STRICT;
        CREATE TABLE key_uses ( -- not looked at so far
            access_key_id TEXT NOT NULL,
            object_id INTEGER NOT NULL,
            PRIMARY KEY (access_key_id, object_id)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE told_sessions (access_key_id TEXT NOT NULL PRIMARY KEY) STRICT;
        CREATE TABLE told_findings (id TEXT NOT NULL PRIMARY KEY, subject TEXT NOT NULL, event_ids TEXT NOT NULL) STRICT;
        CREATE INDEX told_findings_by_subject ON told_findings (subject);
        CREATE TABLE lines (sequence INTEGER PRIMARY KEY, id TEXT NOT NULL, type TEXT NOT NULL, json TEXT NOT NULL) STRICT;
        CREATE TABLE receivers (name TEXT NOT NULL PRIMARY KEY, sequence INTEGER NOT NULL) STRICT; -- the last line delivered
        """;

    private const string Alerts =
        """
        CREATE TABLE alerts ( -- what was told, once for each rule, pool, identity and subject
            id TEXT NOT NULL PRIMARY KEY,
            rule_id TEXT NOT NULL,
            pool TEXT,
            identity TEXT,
            subject TEXT,
            revision INTEGER NOT NULL, -- how often
            event_ids TEXT NOT NULL, -- all evidence told, a line each
            told TEXT NOT NULL -- the other members as told last
        ) STRICT;
        CREATE INDEX alerts_by_rule ON alerts (rule_id);
        """;

    public static SqliteMigrations Steps { get; } = new(
        // 1
        session => session.Execute(FirstSchema),
        // 2: findings are alerts, which are told again when more is known.
        TakeFindings);

    /// <summary>Version 1 kept findings with rule, pool, identity, role and subject in one text, a line each.</summary>
    private static void TakeFindings(SqliteSession session)
    {
        static string? Known(string text) => text.Length == 0 ? null : text;
        session.Execute(Alerts);
        foreach (var (id, subject, eventIds) in session.Query(reader => (reader.GetString(0), reader.GetString(1), reader.GetString(2)), "SELECT id, subject, event_ids FROM told_findings ORDER BY rowid"))
        {
            var parts = subject.Split('\n', 5);
            session.Execute(
                "INSERT INTO alerts (id, rule_id, pool, identity, subject, revision, event_ids, told) VALUES (?1, ?2, ?3, ?4, ?5, 1, ?6, '')",
                id, parts[0], Known(parts[1]), Known(parts[2]), Known(parts[4]), eventIds);
        }

        session.Execute("DROP TABLE told_findings");
    }
}
