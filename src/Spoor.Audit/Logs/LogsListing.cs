using System.Runtime.CompilerServices;
using Spoor.CloudTrail.Scan.Contract;
using Spoor.CloudTrail.Scan.Formats;
using Spoor.Core.Collections;
using Spoor.Storage.Objects;

namespace Spoor.Audit.Logs;

/// <summary>A store that lists the logs once, in the order of delivery: every reading of a report reads the same objects, whatever is delivered meanwhile.</summary>
/// <remarks>Where <c>AWSLogs/</c> trees lie below the location, what lies beside them is not the trails' and is not passed on.</remarks>
/// <param name="store">The logs.</param>
/// <param name="root">Absolute folder of the logs, in which their keys begin; empty for an <c>s3://</c> prefix, below which keys are whole.</param>
/// <param name="window">Objects that cannot hold records of it are not passed on.</param>
internal sealed class LogsListing(IObjectStore store, string root, RecordWindow window = default) : IObjectStore
{
    private const int PageLength = 1000;
    private readonly Dictionary<ObjectName, List<ObjectEntry>> _listed = [];

    /// <summary>What keys have to be put behind to be whole.</summary>
    public string Root { get; } = root;

    /// <summary>The only objects to list now; null for all.</summary>
    public IReadOnlySet<ObjectName>? Only { get; set; }

    /// <summary>Objects that lie beside <c>AWSLogs/</c> trees and were not passed on.</summary>
    public long LeftBeside { get; private set; }

    /// <summary>Objects that were delivered too early and were not passed on.</summary>
    public long LeftBefore { get; private set; }

    /// <summary>Keys of the objects that may hold records.</summary>
    public IEnumerable<string> LogObjects => _listed.Values.SelectMany(entries => entries)
        .Where(entry => ObjectSelection.ReasonToLeaveOut(entry, RecordFormat.LooseCloudTrail) is null).Select(entry => entry.Name.Key);

    /// <inheritdoc/>
    public async IAsyncEnumerable<ValueList<ObjectEntry>> ListAsync(ObjectName prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (!_listed.TryGetValue(prefix, out var entries))
        {
            _listed[prefix] = entries = await ListOnceAsync(prefix, cancellationToken);
        }

        foreach (var page in entries.Where(entry => Only?.Contains(entry.Name) != false).Chunk(PageLength))
        {
            yield return page.ToValueList();
        }
    }

    /// <inheritdoc/>
    public int ReadsAtOnce(string bucket) => store.ReadsAtOnce(bucket);

    /// <inheritdoc/>
    public int ListingsAtOnce(string bucket) => store.ListingsAtOnce(bucket);

    /// <inheritdoc/>
    public ValueTask<OpenedObject> OpenReadAsync(ObjectEntry entry, CancellationToken cancellationToken) => store.OpenReadAsync(entry, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Stream> OpenReadAsync(ObjectName name, long offset, CancellationToken cancellationToken) => store.OpenReadAsync(name, offset, cancellationToken);

    private async Task<List<ObjectEntry>> ListOnceAsync(ObjectName prefix, CancellationToken cancellationToken)
    {
        var entries = new List<ObjectEntry>();
        await foreach (var page in store.ListAsync(prefix, cancellationToken))
        {
            entries.AddRange(page);
        }

        entries = Ordered(entries);
        bool IsInTree(ObjectEntry entry) => $"/{entry.Name.Key[prefix.Key.Length..]}".Contains("/AWSLogs/", StringComparison.Ordinal);
        if (!entries.Exists(IsInTree))
        {
            return entries;
        }

        LeftBeside += entries.RemoveAll(entry => !IsInTree(entry));
        return entries;
    }

    private List<ObjectEntry> Ordered(List<ObjectEntry> entries)
    {
        var timed = entries.Select(entry => (Entry: entry, Time: DeliveryTime(entry.Name.Key))).ToList();
        LeftBefore += timed.RemoveAll(item => !window.MayHold(item.Time));
        return [.. timed.OrderBy(item => item.Time, StringComparer.Ordinal).Select(item => item.Entry)];
    }

    /// <summary>The time in the name of a file that CloudTrail wrote (<c>ACCOUNT_CloudTrail_REGION_TIME_ID.json.gz</c>), for sorting; empty for others.</summary>
    private static string DeliveryTime(string key) => key[(key.LastIndexOf('/') + 1)..].Split('_', 5) is [_, _, _, [.., 'Z'] time, _] ? time : "";
}
