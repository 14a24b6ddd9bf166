namespace Spoor.Engine.Results;

/// <summary>Writes a result's rows to a stream as they come. One writer writes one result.</summary>
public abstract class ResultWriter
{
    /// <summary>Reads all batches and writes them; what is written so far is flushed after every batch.</summary>
    /// <returns>The number of rows.</returns>
    /// <exception cref="Spoor.Sql.QueryException">The run failed; the rows before are written.</exception>
    public async Task<long> WriteAsync(QueryResult result, CancellationToken cancellationToken)
    {
        var rows = 0L;
        await BeginAsync(result, cancellationToken);
        await foreach (var batch in result.Batches.WithCancellation(cancellationToken))
        {
            rows += batch.RowCount;
            await WriteBatchAsync(result, batch, cancellationToken);
        }

        await EndAsync(result, rows, cancellationToken);
        return rows;
    }

    /// <summary>Writes what comes before the rows.</summary>
    protected abstract Task BeginAsync(QueryResult result, CancellationToken cancellationToken);

    /// <summary>Writes a batch, which is valid until this ends.</summary>
    protected abstract Task WriteBatchAsync(QueryResult result, RowBatch batch, CancellationToken cancellationToken);

    /// <summary>Writes what comes after the rows.</summary>
    protected abstract Task EndAsync(QueryResult result, long rowCount, CancellationToken cancellationToken);
}
