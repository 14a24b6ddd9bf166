using Spoor.Audit.Lineage;
using Spoor.Audit.Logs;
using Spoor.Catalog.Definitions;
using Spoor.CloudTrail.Scan.Contract;
using Spoor.CloudTrail.Scan.Formats;
using Spoor.Core.Collections;
using Spoor.Engine.Sessions;
using Spoor.Sql.Syntax.Printing;
using Spoor.Storage.Objects;

namespace Spoor.Audit.Watching;

/// <summary>Reads objects that were not read before, and keeps what belongs to pools.</summary>
/// <remarks>
/// What says by itself that it is a pool's is kept at once. Of all other calls only the key is remembered, and in which objects it is used: when a key turns out
/// to be a pool's - in this object, in a later one, or behind a role chain - just these objects are read for it. So late and unordered delivery loses nothing.
/// </remarks>
internal sealed class NewObjectReader(WatchRequest request, WatchState state, EngineOptions options)
{
    private const int MostObjectsOfABatch = 500;
    private const long MostBytesOfABatch = 64 * 1024 * 1024;
    private const int MostKeysOfAStatement = 500;

    private readonly Dictionary<string, KnownObject> _known = state.KnownObjects();
    private readonly List<WatchProblem> _noLogs = [];
    private readonly List<WatchProblem> _problems = [];
    private int _listed;
    private int _leftOut;
    private int _objects;
    private long _recordsRead;
    private int _records;

    private enum KeyUseColumn
    {
        Object,
        AccessKeyId,
    }

    /// <summary>Reads all that is new, batch by batch; each is a transaction.</summary>
    public async Task<WatchReading> ReadAsync(CancellationToken cancellationToken)
    {
        (_listed, _leftOut, _objects, _recordsRead, _records) = (0, 0, 0, 0, 0);
        _noLogs.Clear();
        _problems.Clear();
        var (store, table) = await LogsTable.OpenAsync(request.Logs, CognitoLogColumns.All, request.Objects, cancellationToken);
        var batch = new List<ObjectEntry>();
        foreach (var entry in await ListNewAsync(store, table, cancellationToken))
        {
            batch.Add(entry);
            if (batch.Count >= MostObjectsOfABatch || batch.Sum(item => item.Size) >= MostBytesOfABatch)
            {
                await ReadBatchAsync(store, table, batch, cancellationToken);
                batch.Clear();
            }
        }

        if (batch.Count > 0)
        {
            await ReadBatchAsync(store, table, batch, cancellationToken);
        }

        return new WatchReading(_listed, _leftOut, _objects, _recordsRead, _records, Named(_noLogs), Named(_problems));
    }

    private ValueList<WatchProblem> Named(List<WatchProblem> problems) =>
        problems.Select(problem => problem with { Object = LogsTable.WithNamesBelow(request.Logs, problem.Object) }).ToValueList();

    private async Task<List<ObjectEntry>> ListNewAsync(IObjectStore store, Table table, CancellationToken cancellationToken)
    {
        var fresh = new List<ObjectEntry>();
        if (table.Storage is not { } storage || !ObjectName.TryParse(storage.Location, out var prefix))
        {
            return fresh;
        }

        await foreach (var page in new LogsListing(store, "").ListAsync(prefix, cancellationToken))
        {
            var logs = page.Where(entry => ObjectSelection.ReasonToLeaveOut(entry, RecordFormat.LooseCloudTrail) is null).ToList();
            _listed += logs.Count;
            _leftOut += page.Count - logs.Count;
            fresh.AddRange(logs.Where(IsNew));
        }

        return fresh;
    }

    private bool IsNew(ObjectEntry entry) =>
        !_known.TryGetValue(entry.Name.ToString(), out var known) || !known.IsSame(entry) || (known.Problem is not null && known.Attempts < WatchProblem.MostAttempts);

    private async Task ReadBatchAsync(IObjectStore store, Table table, List<ObjectEntry> batch, CancellationToken cancellationToken)
    {
        state.Begin();
        try
        {
            var (kept, leftOut) = (0, 0);
            await using (var session = new LogsSession(new SelectedObjects(store, batch), table, options, cancellationToken))
            {
                var signals = await session.ReadLogsAsync("signals", KeptColumns.Select(Statement("signals")), BadDataPolicy.Skip);
                var ids = Remember(batch, signals);
                leftOut = (int)signals.ObjectsLeftOut;
                _noLogs.AddRange(signals.Problems.Where(problem => problem.IsLeftOut).Select(problem => new WatchProblem(problem.Object, problem.Reason, 1)));
                _recordsRead += signals.RecordsRead - signals.RecordsSkipped;
                await session.AskAsync($"SELECT * FROM signals", _ => row => kept += Keep(KeptRecord.Read(row)));
                await session.ReadLogsAsync("key_uses", Statement("key_uses"), BadDataPolicy.Skip);
                await session.ForEachAsync<KeyUseColumn>($"SELECT * FROM key_uses", row => state.AddKeyUse(row.Name(KeyUseColumn.AccessKeyId), ids[row.Name(KeyUseColumn.Object)]));
            }

            kept += await FollowKeysAsync(store, table, cancellationToken);
            if (kept > 0)
            {
                state.IsDirty = true;
            }

            state.Commit();
            _objects += batch.Count - leftOut;
            _records += kept;
        }
        catch
        {
            state.Rollback();
            throw;
        }
    }

    /// <summary>Reads objects for the keys that pools gave, which may hand out further keys, until there is none.</summary>
    private async Task<int> FollowKeysAsync(IObjectStore store, Table table, CancellationToken cancellationToken)
    {
        var kept = 0;
        while (state.TakeKeyUses() is { Count: > 0 } uses)
        {
            foreach (var objects in uses.GroupBy(use => use.Object.Name, StringComparer.Ordinal).Chunk(MostObjectsOfABatch))
            {
                var entries = objects.Select(group => group.First().Object.Entry).ToList();
                await using var session = new LogsSession(new SelectedObjects(store, entries), table, options, cancellationToken);
                foreach (var keys in objects.SelectMany(group => group.Select(use => use.Key)).Distinct(StringComparer.Ordinal).Chunk(MostKeysOfAStatement))
                {
                    var names = SqlFragment.Join(", ", keys.Select(key => SqlFragment.Of($"{key}")));
                    var calls = await session.ReadLogsAsync("calls", KeptColumns.Select($"useridentity.accesskeyid IN ({names})"), BadDataPolicy.Skip);
                    Report(calls);
                    await session.AskAsync($"SELECT * FROM calls", _ => row => kept += Keep(KeptRecord.Read(row)));
                }
            }
        }

        return kept;
    }

    private int Keep(KeptRecord record)
    {
        if (!state.AddRecord(record))
        {
            return 0;
        }

        foreach (var key in ((string?[])[record.IssuedKey, record.StatedKey]).OfType<string>())
        {
            state.AddPoolKey(key, record.Time);
        }

        return 1;
    }

    private Dictionary<string, long> Remember(List<ObjectEntry> batch, ScanStatistics scan)
    {
        var problems = ProblemsOf(scan);
        var ids = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var entry in batch)
        {
            var name = entry.Name.ToString();
            var problem = problems.GetValueOrDefault(name);
            ids[name] = state.SetObject(entry, problem);
            var attempts = problem is null ? 0 : 1 + (_known.TryGetValue(name, out var known) && known.IsSame(entry) ? known.Attempts : 0);
            _known[name] = new KnownObject(ids[name], name, entry.ETag, entry.Size, entry.LastModified.ToUnixTimeMilliseconds(), attempts, problem);
            if (problem is not null)
            {
                _problems.Add(new WatchProblem(name, problem, attempts));
            }
        }

        return ids;
    }

    // An object that could be read when it was new and now cannot: it has gone, or changed.
    private void Report(ScanStatistics scan) =>
        _problems.AddRange(ProblemsOf(scan).Where(problem => !_problems.Exists(known => known.Object == problem.Key)).Select(problem => new WatchProblem(problem.Key, problem.Value, 1)));

    private static Dictionary<string, string> ProblemsOf(ScanStatistics scan) => scan.Problems.Where(problem => !problem.IsLeftOut)
        .GroupBy(problem => problem.Object, StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.First().Reason, StringComparer.Ordinal);

    private static SqlFragment Statement(string name) => StatementTemplate.Beside(typeof(NewObjectReader), name).Fill();
}
