using Spoor.CloudTrail.Scan.Contract;
using Spoor.Storage.Objects;

namespace Spoor.Audit.Traces;

/// <summary>What a trace is asked.</summary>
/// <param name="Id">An access key, an identity, a user (sub or name), a pool, a role (ARN or name), a session name or an event id.</param>
/// <param name="Logs">A folder, or an <c>s3://</c> prefix, that holds an <c>AWSLogs/</c> tree, or lies in one, or holds loose <c>.json</c> and <c>.json.gz</c> files.</param>
/// <param name="From">First instant of the window; null for the first record. Issues in the 12 hours before it are known.</param>
/// <param name="To">First instant behind the window; null for no end.</param>
/// <param name="BadData">Fail at data that cannot be read, or skip, count and list it.</param>
public sealed record TraceRequest(string Id, string Logs, DateTimeOffset? From = null, DateTimeOffset? To = null, BadDataPolicy BadData = BadDataPolicy.Fail)
{
    /// <summary>The words that the window was read from (<c>last 48h</c>), for the report; null where dates and times say all.</summary>
    public string? WindowWords { get; init; }

    /// <summary>Serves logs under an <c>s3://</c> prefix; null: only folders can be read.</summary>
    public IObjectStore? Objects { get; init; }
}
