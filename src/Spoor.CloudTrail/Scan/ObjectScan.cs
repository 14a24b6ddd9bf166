using Spoor.CloudTrail.Scan.Fetching;
using Spoor.CloudTrail.Scan.Input;
using Spoor.Storage;

namespace Spoor.CloudTrail.Scan;

/// <summary>Reads many objects as rows: fetched ahead asynchronously, then decompressed and parsed by as many readers as there are threads.</summary>
/// <remarks>Memory is bounded by the fetch-ahead budget and one window per reader, whatever the number and size of the objects.</remarks>
public sealed class ObjectScan : IObjectScan
{
    private readonly ScanRequest _request;
    private readonly ObjectFetcher _fetcher;
    private readonly RowBudget _rows;
    private readonly EventIdSet? _eventIds;

    private ObjectScan(ScanRequest request, IObjectStore store, CancellationToken cancellationToken)
    {
        _request = request;
        _rows = new RowBudget(request.RowLimit);
        _eventIds = request.CountsDuplicates ? new EventIdSet(request.Statistics) : null;
        _fetcher = new ObjectFetcher(request, store, Statistics, FetchBudget.OfProcess, cancellationToken);
    }

    /// <inheritdoc/>
    public ScanStatistics Statistics => _request.Statistics;

    /// <summary>How new readers take their input.</summary>
    private InputOptions InputOptions { get; init; } = InputOptions.Default;

    /// <summary>Starts to fetch the request's objects. Digests, insights and objects that Athena ignores are left out and counted.</summary>
    /// <param name="request">What to read.</param>
    /// <param name="store">Where the objects are.</param>
    /// <param name="cancellationToken">Stops the scan; its readers then throw.</param>
    public static ObjectScan Start(ScanRequest request, IObjectStore store, CancellationToken cancellationToken) => new(request, store, cancellationToken);

    /// <summary>The same with another kind of input: tests cut records anywhere by small windows.</summary>
    internal static ObjectScan Start(ScanRequest request, IObjectStore store, InputOptions input, CancellationToken cancellationToken) =>
        new(request, store, cancellationToken) { InputOptions = input };

    /// <inheritdoc/>
    public IScanReader CreateReader() => new ScanReader(_request, _fetcher, Statistics, _rows, _eventIds, InputOptions);

    /// <inheritdoc/>
    public Task StopAsync()
    {
        _fetcher.Dispose();
        return _fetcher.Completion;
    }

    /// <summary>Stops fetching and gives back what was fetched. Readers are disposed of by their owners.</summary>
    public void Dispose() => _fetcher.Dispose();
}
