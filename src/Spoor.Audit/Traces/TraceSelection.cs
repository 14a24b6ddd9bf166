namespace Spoor.Audit.Traces;

/// <summary>What an id names, and what hangs together with that.</summary>
internal sealed class TraceSelection
{
    /// <summary>Keys of the sessions that the id names.</summary>
    public HashSet<string> MatchedKeys { get; } = new(StringComparer.Ordinal);

    /// <summary>These, the sessions that they come from, and those behind them.</summary>
    public HashSet<string> Keys { get; } = new(StringComparer.Ordinal);

    /// <summary>Identities that are traced as a whole, with what has no key.</summary>
    public HashSet<string> Identities { get; } = new(StringComparer.Ordinal);

    /// <summary>Users that are traced as a whole.</summary>
    public HashSet<string> Subs { get; } = new(StringComparer.Ordinal);

    /// <summary>A pool that is traced as a whole.</summary>
    public string? Pool { get; set; }

    /// <summary>The event that was asked for.</summary>
    public string? EventId { get; set; }

    /// <summary>Calls without a key that belong to the trace all the same; by role or session name.</summary>
    public Func<TracedCall, bool> IsKeylessCall { get; set; } = _ => false;

    /// <summary>Adds the sessions that the matched ones come from, and all behind them.</summary>
    public void Close(IReadOnlyList<TracedSession> sessions)
    {
        var parents = sessions.ToDictionary(session => session.Key, session => session.ParentKey, StringComparer.Ordinal);
        var children = sessions.Where(session => session.ParentKey is not null).ToLookup(session => session.ParentKey ?? "", session => session.Key);
        var behind = new HashSet<string>(MatchedKeys, StringComparer.Ordinal);
        var open = new Stack<string>(MatchedKeys);
        while (open.TryPop(out var key))
        {
            foreach (var child in children[key].Where(behind.Add))
            {
                open.Push(child);
            }
        }

        foreach (var matched in MatchedKeys)
        {
            for (var key = parents.GetValueOrDefault(matched); key is not null && parents.ContainsKey(key) && Keys.Add(key); key = parents[key])
            {
                // Up to the pool's own session, or to one whose parents are there already.
            }
        }

        Keys.UnionWith(behind);
    }

    /// <summary>Whether a call belongs to the trace.</summary>
    public bool Takes(TracedCall call) => call.EventId == EventId
        || (call.Key is { } key ? Keys.Contains(key) : IsKeylessCall(call) || (call.Identity is { } identity && Identities.Contains(identity)) || (Pool is not null && call.Pool == Pool));

    /// <summary>Whether an issue belongs to the trace.</summary>
    public bool Takes(TracedIssue issue) => (issue.Key is { } key && Keys.Contains(key)) || IsAbout(issue.Pool, issue.Identity) || issue.EventIds.Contains(EventId);

    /// <summary>Whether a record of a pool's or an identity's belongs to the trace.</summary>
    public bool IsAbout(string? pool, string? identity) => (identity is not null && Identities.Contains(identity)) || (Pool is not null && pool == Pool);
}
