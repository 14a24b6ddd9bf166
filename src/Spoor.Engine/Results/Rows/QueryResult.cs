using System.Runtime.CompilerServices;
using Spoor.CloudTrail.Scan.Contract;
using Spoor.Core.Collections;
using Spoor.Core.Errors;
using Spoor.Core.Types;
using Spoor.Sql.Tables;

namespace Spoor.Engine.Results.Rows;

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

    /// <summary>The rows as CSV instead of <see cref="Batches"/>, where whoever makes them can do that at once; null where not.</summary>
    internal IAsyncEnumerable<TextRows>? CsvRows { get; init; }

    /// <summary>What was read so far; final when the batches are at their end.</summary>
    public ScanStatistics Statistics { get; }

    /// <summary>The database that the session's later statements are to use, after USE; otherwise null.</summary>
    public string? Database { get; internal set; }

    /// <summary>The table of which a statement has said where its objects lie (CREATE TABLE, SET LOCATION); otherwise null.</summary>
    public TableName? Located { get; internal init; }

    /// <summary>The same rows, with something to do before the first of them. It does not dispose of this result.</summary>
    public QueryResult WithBeginning(Action begin) =>
        new(Kind, Columns, Begin(Batches, begin), Statistics) { CsvRows = CsvRows is null ? null : Begin(CsvRows, begin) };

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _dispose();

    private static async IAsyncEnumerable<T> Begin<T>(IAsyncEnumerable<T> rows, Action begin, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var isFirst = true;
        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            if (isFirst)
            {
                begin();
                isFirst = false;
            }

            yield return row;
        }
    }
}
