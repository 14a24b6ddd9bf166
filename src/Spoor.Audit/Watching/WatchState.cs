using System.Globalization;
using Spoor.Audit.Logs;
using Spoor.Core.Errors;
using Spoor.Storage.Objects;

namespace Spoor.Audit.Watching;

/// <summary>What the watch remembers: objects read, records kept, keys, what was told and to whom.</summary>
internal sealed class WatchState : IDisposable
{
    private readonly WatchDatabase _database;

    private WatchState(WatchDatabase database) => _database = database;

    /// <summary>Opens the state of a location.</summary>
    /// <exception cref="QueryException">It cannot be used, or belongs to another location.</exception>
    public static WatchState Open(string file, string location)
    {
        var database = WatchDatabase.Open(file);
        var state = new WatchState(database);
        if (state.Meta("location") is { } known && known != location)
        {
            database.Dispose();
            throw new QueryException(ErrorCode.InvalidArguments, null, $"The state '{file}' belongs to {known}", $"Each location has a state of its own: name another file{Setting.WatchState: with *}.");
        }

        state.SetMeta("location", location);
        return state;
    }

    /// <summary>Records were kept that no rule has seen.</summary>
    public bool IsDirty
    {
        get => Meta("dirty") == "1";
        set => SetMeta("dirty", value ? "1" : "0");
    }

    public void Begin() => _database.Begin();

    public void Commit() => _database.Commit();

    public void Rollback() => _database.Rollback();

    /// <inheritdoc/>
    public void Dispose() => _database.Dispose();

    /// <summary>Objects by name as they were read: their ETag and size, and failed attempts.</summary>
    public Dictionary<string, KnownObject> KnownObjects() =>
        _database.Query(KnownObject.Read, "SELECT id, name, etag, size, modified, attempts, problem FROM objects")
            .ToDictionary(known => known.Name, StringComparer.Ordinal);

    /// <summary>Remembers an object as read, or as failed once more.</summary>
    public long SetObject(ObjectEntry entry, string? problem) => _database.Query(
        reader => reader.GetInt64(0),
        """
        INSERT INTO objects (name, etag, size, modified, attempts, problem) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
        ON CONFLICT (name) DO UPDATE SET etag = ?2, size = ?3, modified = ?4, attempts = CASE WHEN ?6 IS NULL THEN 0 ELSE attempts + 1 END, problem = ?6
        RETURNING id
        """,
        entry.Name.ToString(), entry.ETag, entry.Size, entry.LastModified.ToUnixTimeMilliseconds(), problem is null ? 0 : 1, problem)[0];

    /// <summary>Keeps a record. One that is known, or older than all that is kept, changes nothing.</summary>
    /// <returns>It is new.</returns>
    public bool AddRecord(KeptRecord record) => _database.Execute(
        "INSERT OR IGNORE INTO records (event_id, event_time, is_configuration, json) VALUES (?1, ?2, ?3, ?4)", record.RecordId, record.Time, record.IsConfiguration ? 1 : 0, record.Json) > 0;

    /// <summary>Remembers a key as a pool's.</summary>
    /// <returns>It was not known as one.</returns>
    public bool AddPoolKey(string key, string? time) => _database.Execute("INSERT OR IGNORE INTO pool_keys (access_key_id, event_time) VALUES (?1, ?2)", key, time) > 0;

    /// <summary>Remembers that an object has calls of a key.</summary>
    public void AddKeyUse(string key, long objectId) => _database.Execute("INSERT OR IGNORE INTO key_uses (access_key_id, object_id) VALUES (?1, ?2)", key, objectId);

    /// <summary>Takes out the objects with calls of pools' keys that were not looked at so far, with these keys.</summary>
    public List<(KnownObject Object, string Key)> TakeKeyUses()
    {
        var uses = _database.Query(
            reader => (KnownObject.Read(reader), reader.GetString(7)),
            """
            SELECT objects.id, objects.name, objects.etag, objects.size, objects.modified, objects.attempts, objects.problem, pool_keys.access_key_id
            FROM pool_keys
            JOIN key_uses ON pool_keys.access_key_id = key_uses.access_key_id
            JOIN objects ON key_uses.object_id = objects.id
            """);
        if (uses.Count > 0)
        {
            _database.Execute("DELETE FROM key_uses WHERE access_key_id IN (SELECT access_key_id FROM pool_keys)");
        }

        return uses;
    }

    /// <summary>The newest time of a record that is kept; times to come are not believed.</summary>
    public string? NewestTime(DateTimeOffset now) =>
        _database.Query(reader => reader.IsDBNull(0) ? null : reader.GetString(0), "SELECT max(event_time) FROM records WHERE event_time <= ?1", AuditTime.Text(now))[0];

    /// <summary>Kept records as JSON.</summary>
    public List<string> Records() => _database.Query(reader => reader.GetString(0), "SELECT json FROM records ORDER BY event_id");

    /// <summary>Forgets records from before a time, but for configuration, and keys of objects from before <paramref name="modified"/>.</summary>
    public void Forget(string time, DateTimeOffset modified)
    {
        _database.Execute("DELETE FROM records WHERE event_time < ?1 AND is_configuration = 0", time);
        _database.Execute("DELETE FROM pool_keys WHERE event_time < ?1", time);
        _database.Execute("DELETE FROM key_uses WHERE object_id IN (SELECT id FROM objects WHERE modified < ?1)", modified.ToUnixTimeMilliseconds());
    }

    /// <summary>When the newest object was delivered.</summary>
    public DateTimeOffset? NewestObject() =>
        _database.Query(reader => reader.IsDBNull(0) ? (DateTimeOffset?)null : DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(0)), "SELECT max(modified) FROM objects")[0];

    /// <summary>Remembers a session as told.</summary>
    /// <returns>It was not told before.</returns>
    public bool AddToldSession(string key) => _database.Execute("INSERT OR IGNORE INTO told_sessions (access_key_id) VALUES (?1)", key) > 0;

    /// <summary>The alerts of a rule, in the order in which they were told first.</summary>
    public List<ToldAlert> Alerts(string ruleId) => _database.Query(
        ToldAlert.Read, "SELECT id, rule_id, pool, identity, subject, revision, event_ids, told FROM alerts WHERE rule_id = ?1 ORDER BY rowid", ruleId);

    /// <summary>Remembers an alert as it was told last.</summary>
    public void SetAlert(ToldAlert alert) => _database.Execute(
        """
        INSERT INTO alerts (id, rule_id, pool, identity, subject, revision, event_ids, told) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
        ON CONFLICT (id) DO UPDATE SET pool = ?3, identity = ?4, revision = ?6, event_ids = ?7, told = ?8
        """,
        alert.Id, alert.RuleId, alert.Pool, alert.Identity, alert.Subject, alert.Revision, string.Join('\n', alert.EventIds), alert.Told);

    /// <summary>The number of the next line.</summary>
    public long NextSequence() => long.Parse(Meta("sequence") ?? "0", CultureInfo.InvariantCulture) + 1;

    /// <summary>Adds a line to those that are to be delivered.</summary>
    public void AddLine(WatchLine line)
    {
        _database.Execute("INSERT INTO lines (sequence, id, type, json) VALUES (?1, ?2, ?3, ?4)", line.Sequence, line.Id, line.Type, line.Json);
        SetMeta("sequence", line.Sequence.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>Lines behind a number, in order.</summary>
    public List<WatchLine> LinesAfter(long sequence, int most) => _database.Query(
        reader => new WatchLine(reader.GetInt64(0), reader.GetString(1), reader.GetString(2), reader.GetString(3)),
        "SELECT sequence, id, type, json FROM lines WHERE sequence > ?1 ORDER BY sequence LIMIT ?2", sequence, most);

    /// <summary>The last line that a receiver has. One that was never seen has none of what is told from now on.</summary>
    public long Delivered(string receiver)
    {
        _database.Execute("INSERT OR IGNORE INTO receivers (name, sequence) VALUES (?1, ?2)", receiver, NextSequence() - 1);
        return _database.Query(reader => reader.GetInt64(0), "SELECT sequence FROM receivers WHERE name = ?1", receiver)[0];
    }

    /// <summary>Remembers the last line that a receiver has.</summary>
    public void SetDelivered(string receiver, long sequence) => _database.Execute("UPDATE receivers SET sequence = ?2 WHERE name = ?1", receiver, sequence);

    /// <summary>Forgets lines that these receivers have, but for the last few, by which a file is recognised.</summary>
    public void ForgetLines(IEnumerable<string> receivers)
    {
        const int LinesKept = 1000;
        var delivered = receivers.Select(Delivered).DefaultIfEmpty(0).Min();
        _database.Execute("DELETE FROM lines WHERE sequence <= ?1", delivered - LinesKept);
    }

    private string? Meta(string name) => _database.Query(reader => reader.GetString(0), "SELECT value FROM meta WHERE name = ?1", name).FirstOrDefault();

    private void SetMeta(string name, string value) => _database.Execute("INSERT INTO meta (name, value) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET value = ?2", name, value);
}
