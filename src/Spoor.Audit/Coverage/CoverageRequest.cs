using Spoor.CloudTrail.Scan.Contract;
using Spoor.Storage.Objects;

namespace Spoor.Audit.Coverage;

/// <summary>What a report on coverage is asked.</summary>
/// <param name="Logs">A folder, or an <c>s3://</c> prefix, that holds an <c>AWSLogs/</c> tree, or lies in one, or holds loose <c>.json</c> and <c>.json.gz</c> files.</param>
/// <param name="From">Objects whose folder's day ends before this are listed and not read; null for the first day.</param>
/// <param name="To">Objects whose folder's day begins here or later are listed and not read; null for no end.</param>
/// <param name="BadData">Fail at data that cannot be read, or skip, count and list it.</param>
public sealed record CoverageRequest(string Logs, DateTimeOffset? From = null, DateTimeOffset? To = null, BadDataPolicy BadData = BadDataPolicy.Fail)
{
    /// <summary>Whether a report may be made of logs of which nothing was read; otherwise that is an error.</summary>
    public bool AllowsEmpty { get; init; }

    /// <summary>The words that the window was read from (<c>last 48h</c>), for the report; null where dates and times say all.</summary>
    public string? WindowWords { get; init; }

    /// <summary>Serves logs under an <c>s3://</c> prefix; null: only folders can be read.</summary>
    public IObjectStore? Objects { get; init; }
}
