using Spoor.Core.Collections;

namespace Spoor.Audit.Traces;

/// <summary>What records tell of one id, counted as they stream by. A record that comes again counts once.</summary>
/// <param name="id">The id.</param>
internal sealed class PrincipalTally(string id)
{
    private readonly Dictionary<string, KindTally> _kinds = new(StringComparer.Ordinal);

    /// <summary>Records that issued the id as a key, oldest first; most have none or one.</summary>
    public List<PrincipalRecord> Issues { get; } = [];

    /// <summary>What the id is taken for; null when no record names it as a caller or an event, though one may have issued it.</summary>
    public KindTally? Found => PrincipalKinds.All.Select(kind => _kinds.GetValueOrDefault(kind)).FirstOrDefault(tally => tally is not null);

    /// <summary>Other kinds of which there is such an id, too.</summary>
    public ValueList<string> Also => PrincipalKinds.All.Where(_kinds.ContainsKey).Skip(1).ToValueList();

    /// <summary>Counts a record, if it names the id.</summary>
    public void Add(PrincipalRecord record)
    {
        if (record.IssuedKey == id && !Issues.Exists(issue => issue.EventId == record.EventId))
        {
            Issues.Add(record);
        }

        foreach (var kind in record.KindsOf(id).Distinct())
        {
            if (!_kinds.TryGetValue(kind, out var tally))
            {
                _kinds.Add(kind, tally = new KindTally(kind));
            }

            tally.Add(record);
        }
    }
}

/// <summary>What records tell of an id as one kind.</summary>
/// <param name="kind">The kind.</param>
internal sealed class KindTally(string kind)
{
    /// <summary>A timeline has so many events, the latest; more are counted.</summary>
    private const int MostEvents = 10_000;

    private readonly HashSet<(string Id, long Content)> _seen = [];
    private readonly Dictionary<(string? Type, string? Arn, string? Account, string? Key), CallerTally> _callers = [];
    private readonly PriorityQueue<PrincipalRecord, (string Time, string Id)> _events = new(Comparer<(string Time, string Id)>.Create(
        (a, b) => string.CompareOrdinal(a.Time, b.Time) is not 0 and var order ? order : string.CompareOrdinal(a.Id, b.Id)));

    /// <summary>The kind.</summary>
    public string Kind => kind;

    /// <summary>Callers by number of calls.</summary>
    public IEnumerable<CallerTally> Callers => _callers.Values
        .OrderByDescending(caller => caller.Calls).ThenBy(caller => caller.Arn, StringComparer.Ordinal).ThenBy(caller => caller.Key, StringComparer.Ordinal);

    /// <summary>The latest events, oldest first.</summary>
    public IEnumerable<PrincipalRecord> Events => _events.UnorderedItems.OrderBy(item => item.Priority, _events.Comparer).Select(item => item.Element);

    /// <summary>Events before these.</summary>
    public long EventsLeftOut => _seen.Count - _events.Count;

    /// <summary>Counts a record.</summary>
    public void Add(PrincipalRecord record)
    {
        if (!_seen.Add((record.EventId, record.Content)))
        {
            return;
        }

        var caller = (record.Type, record.Arn, record.Account, record.AccessKeyId);
        if (!_callers.TryGetValue(caller, out var tally))
        {
            _callers.Add(caller, tally = new CallerTally(record));
        }

        tally.Add(record);
        _events.Enqueue(record, (record.Time ?? "", record.EventId));
        if (_events.Count > MostEvents)
        {
            _events.Dequeue();
        }
    }
}

/// <summary>Calls of one caller with one key.</summary>
/// <param name="first">One of its records.</param>
internal sealed class CallerTally(PrincipalRecord first)
{
    /// <summary>Who it is, as records say.</summary>
    public string? Arn => first.Arn;

    /// <summary>The key.</summary>
    public string? Key => first.AccessKeyId;

    /// <summary>One of its records.</summary>
    public PrincipalRecord Sample => first;

    /// <summary>Calls.</summary>
    public long Calls { get; private set; }

    /// <summary>Calls by error code.</summary>
    public SortedDictionary<string, long> Errors { get; } = new(StringComparer.Ordinal);

    /// <summary>Calls by service and action.</summary>
    public Dictionary<(string Service, string Action), long> Actions { get; } = [];

    /// <summary>Calls by address.</summary>
    public Dictionary<string, long> Addresses { get; } = new(StringComparer.Ordinal);

    /// <summary>Calls by user agent.</summary>
    public Dictionary<string, long> UserAgents { get; } = new(StringComparer.Ordinal);

    /// <summary>Time of the first call; null when no record says.</summary>
    public string? FirstTime { get; private set; }

    /// <summary>Time of the last.</summary>
    public string? LastTime { get; private set; }

    /// <summary>Counts a record.</summary>
    public void Add(PrincipalRecord record)
    {
        Calls++;
        Count(Actions, (record.Service, record.Action));
        if (record.IsError)
        {
            Errors[record.ErrorCode!] = Errors.GetValueOrDefault(record.ErrorCode!) + 1;
        }

        if (record.SourceIp is { } address)
        {
            Count(Addresses, address);
        }

        if (record.UserAgent is { } agent)
        {
            Count(UserAgents, agent);
        }

        if (record.Time is { } time)
        {
            FirstTime = FirstTime is null || string.CompareOrdinal(time, FirstTime) < 0 ? time : FirstTime;
            LastTime = LastTime is null || string.CompareOrdinal(time, LastTime) > 0 ? time : LastTime;
        }
    }

    private static void Count<T>(Dictionary<T, long> counts, T value)
        where T : notnull => counts[value] = counts.GetValueOrDefault(value) + 1;
}
