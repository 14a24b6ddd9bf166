using Spoor.Catalog.Stores;
using Spoor.CloudTrail.Scan.Contract;
using Spoor.Engine;
using Spoor.Engine.Results.Rows;
using Spoor.Engine.Sessions;
using Spoor.Storage.Local;

namespace Spoor.Conformance;

/// <summary>An engine with an empty catalog over one folder that serves one bucket.</summary>
internal sealed class LocalEngine : IAsyncDisposable
{
    private readonly QueryEngine _engine;

    /// <summary>Serves <c>s3://bucket/</c> from the folder.</summary>
    public LocalEngine(string bucket, string folder) =>
        _engine = new QueryEngine(new MemoryCatalog(), new LocalBucketStore([new BucketConfiguration(bucket, folder)]), new EngineOptions());

    /// <summary>Runs a statement to its end.</summary>
    /// <returns>All rows in Athena's text form, and what was read.</returns>
    public async Task<Answer> RunAsync(string sql, CancellationToken cancellationToken)
    {
        await using var result = await _engine.ExecuteAsync(sql, new QuerySession(), cancellationToken);
        var rows = new List<string?[]>();
        await foreach (var batch in result.Batches.WithCancellation(cancellationToken))
        {
            for (var row = 0; row < batch.RowCount; row++)
            {
                rows.Add([.. Enumerable.Range(0, result.Columns.Count).Select(column => batch.GetText(column, row))]);
            }
        }

        return new Answer(rows, result.Statistics);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _engine.DisposeAsync();
}

/// <summary>A statement's rows and what was read for them.</summary>
internal sealed record Answer(IReadOnlyList<string?[]> Rows, ScanStatistics Statistics)
{
    /// <summary>The only value of the only row.</summary>
    public string? Value => Rows.Single().Single();
}
