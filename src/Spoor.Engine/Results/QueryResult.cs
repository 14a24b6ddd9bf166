using Spoor.CloudTrail.Scan;
using Spoor.Sql;
using Spoor.Sql.Types;

namespace Spoor.Engine.Results;

/// <summary>Athena's kinds of statement.</summary>
public enum StatementKind
{
    /// <summary>SELECT, EXPLAIN, INSERT, CTAS, UNLOAD.</summary>
    Dml,

    /// <summary>CREATE, ALTER, DROP.</summary>
    Ddl,

    /// <summary>SHOW, DESCRIBE.</summary>
    Utility,
}

/// <summary>A column of a result.</summary>
public sealed record ResultColumn(string Name, SqlType Type);

/// <summary>A running statement's answer. Dispose it to stop the statement; the batches can be read once.</summary>
public sealed class QueryResult : IAsyncDisposable
{
    private readonly Func<ValueTask> _dispose;

    /// <summary>A result whose rows come from <paramref name="batches"/>.</summary>
    public QueryResult(StatementKind kind, ValueList<ResultColumn> columns, IAsyncEnumerable<RowBatch> batches, ScanStatistics statistics, Func<ValueTask>? dispose = null)
    {
        Kind = kind;
        Columns = columns;
        Batches = batches;
        Statistics = statistics;
        _dispose = dispose ?? (() => ValueTask.CompletedTask);
    }

    /// <summary>What kind of statement ran.</summary>
    public StatementKind Kind { get; }

    /// <summary>Columns; empty for DDL.</summary>
    public ValueList<ResultColumn> Columns { get; }

    /// <summary>Rows as they come; errors of the run surface here as <see cref="QueryException"/>.</summary>
    public IAsyncEnumerable<RowBatch> Batches { get; }

    /// <summary>What was read so far; final when the batches are at their end.</summary>
    public ScanStatistics Statistics { get; }

    /// <summary>The database that the session's later statements are to use, after USE; otherwise null.</summary>
    public string? Database { get; internal set; }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _dispose();
}
