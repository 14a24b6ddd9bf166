using Spoor.Engine.Results.Rows;

namespace Spoor.Engine.Results.Writers;

/// <summary>Writes a result's rows to a stream as they come. One writer writes one result.</summary>
public abstract class ResultWriter
{
    /// <summary>Reads all batches and writes them; what is written so far is flushed whenever the rows pause.</summary>
    /// <returns>The number of rows.</returns>
    /// <exception cref="Spoor.Core.Errors.QueryException">The run failed; the rows before are written.</exception>
    public abstract Task<long> WriteAsync(QueryResult result, CancellationToken cancellationToken);
}
