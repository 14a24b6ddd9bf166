using Spoor.Engine.Planning.Sources;

namespace Spoor.Engine.Sessions;

/// <summary>The rows that one session keeps in an engine, which its queries read as tables <c>session.name</c>. No other session sees them. Disposing of it drops them.</summary>
public sealed class SessionTables : IDisposable
{
    private readonly Action<IReadOnlyList<StoredTable>> _drop;

    internal SessionTables(object engine, Action<IReadOnlyList<StoredTable>> drop)
    {
        Engine = engine;
        _drop = drop;
    }

    /// <summary>Where the rows are.</summary>
    internal object Engine { get; }

    /// <summary>The tables by name.</summary>
    internal StoredTables Stored { get; } = new();

    /// <inheritdoc/>
    public void Dispose() => _drop(Stored.Clear());
}
