using Spoor.CloudTrail.Scan.Contract;
using Spoor.CloudTrail.Scan.Cutting;
using Spoor.CloudTrail.Scan.Fetching;
using Spoor.CloudTrail.Scan.Input;
using Spoor.CloudTrail.Scan.Learning;

namespace Spoor.CloudTrail.Scan;

/// <summary>Reads many objects as rows: fetched ahead asynchronously, then decompressed and parsed by as many readers as there are threads.</summary>
/// <remarks>Memory is bounded by the fetch-ahead budget and one window per reader, whatever the number and size of the objects.</remarks>
public sealed class ObjectScan : IObjectScan
{
    private readonly ScanRequest _request;
    private readonly ScanContext _context;
    private readonly ScanFollowing? _following;
    private readonly ObjectFetcher _fetcher;
    private readonly RowBudget _rows;
    private readonly EventIdSet? _eventIds;

    private ObjectScan(ScanRequest request, ScanContext context, ScanFollowing? following, CancellationToken cancellationToken)
    {
        _request = request;
        _context = context;
        _following = following;
        _rows = new RowBudget(request.RowLimit);
        _eventIds = request.CountsDuplicates ? new EventIdSet(context.Statistics) : null;
        _fetcher = new ObjectFetcher(request.Format, context, FetchBudget.OfProcess, cancellationToken);
    }

    /// <inheritdoc/>
    public ScanStatistics Statistics => _context.Statistics;

    /// <summary>How new readers take their input.</summary>
    private InputOptions InputOptions { get; init; } = InputOptions.Default;

    /// <summary>Starts to fetch the request's objects. Digests, insights and objects that Athena ignores are left out and counted.</summary>
    /// <param name="request">How to read.</param>
    /// <param name="context">What to read, and where to count.</param>
    /// <param name="following">Finds records besides that those meeting the filter lead to; null for none. For whole trails, not for lines of JSON.</param>
    /// <param name="cancellationToken">Stops the scan; its readers then throw.</param>
    public static ObjectScan Start(ScanRequest request, ScanContext context, ScanFollowing? following, CancellationToken cancellationToken) =>
        new(request, context, following, cancellationToken);

    /// <summary>What of a request's filter is searched for in a record's bytes before it is parsed, for people; null for nothing.</summary>
    public static string? DescribeSearch(ScanRequest request) => request.CountsDuplicates ? null : RecordPrefilter.Compile(request.Filter)?.ToString();

    /// <summary>The same with another kind of input: tests cut records anywhere by small windows.</summary>
    internal static ObjectScan Start(ScanRequest request, ScanContext context, ScanFollowing? following, InputOptions input, CancellationToken cancellationToken) =>
        new(request, context, following, cancellationToken) { InputOptions = input };

    /// <inheritdoc/>
    public IScanReader CreateReader() => new ScanReader(_request, _context, _following, _fetcher, _rows, _eventIds, InputOptions);

    /// <inheritdoc/>
    public Task StopAsync()
    {
        _fetcher.Dispose();
        return _fetcher.Completion;
    }

    /// <summary>Stops fetching and gives back what was fetched. Readers are disposed of by their owners.</summary>
    public void Dispose() => _fetcher.Dispose();
}
