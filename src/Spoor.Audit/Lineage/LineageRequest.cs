using Spoor.Audit.Logs;
using Spoor.CloudTrail.Scan.Contract;
using Spoor.Storage.Objects;

namespace Spoor.Audit.Lineage;

/// <summary>Of which logs it is asked what belongs together: credentials, the identities that got them, and the calls made with them.</summary>
/// <param name="Logs">A folder, or an <c>s3://</c> prefix, that holds an <c>AWSLogs/</c> tree, or lies in one, or holds loose <c>.json</c> and <c>.json.gz</c> files.</param>
/// <param name="Pool">Id of the only pool to look at; null for all.</param>
/// <param name="Role">ARN or name of the only role to look at; null for all. Its calls that prove nothing are told too, as candidates.</param>
/// <param name="From">First instant of the window; null for the first record. Keys issued in the 12 hours before it are known.</param>
/// <param name="To">First instant behind the window; null for no end.</param>
/// <param name="BadData">Fail at data that cannot be read, or skip, count and list it.</param>
public record LineageRequest(
    string Logs, string? Pool = null, string? Role = null, DateTimeOffset? From = null, DateTimeOffset? To = null, BadDataPolicy BadData = BadDataPolicy.Fail)
{
    /// <summary>The longest life of a session that <c>AssumeRoleWithWebIdentity</c> gives.</summary>
    public static readonly TimeSpan LongestSession = TimeSpan.FromHours(12);

    /// <summary>How long before <see cref="From"/> calls are read, so that what is open when the window begins keeps its origin.</summary>
    public TimeSpan LookBack { get; init; } = LongestSession;

    /// <summary>How long before <see cref="From"/> objects are read at all, for configuration, issues and earlier use; null for all there are. Not less than <see cref="LookBack"/>.</summary>
    public TimeSpan? History { get; init; }

    /// <summary>The words that the window was read from (<c>last 48h</c>), for the report; null where dates and times say all.</summary>
    public string? WindowWords { get; init; }

    /// <summary>Serves logs under an <c>s3://</c> prefix; null: only folders can be read.</summary>
    public IObjectStore? Objects { get; init; }

    /// <summary>What is reported.</summary>
    internal RecordWindow Window => new(From, To);

    /// <summary>In which calls are read. Those behind the window tell which role and access the keys have that were issued in it.</summary>
    internal RecordWindow Reach => new(
        From is { } from ? Before(from, LookBack) : null,
        To is { } to ? (DateTimeOffset.MaxValue - to > LookBack ? to + LookBack : DateTimeOffset.MaxValue) : null);

    /// <summary>In which objects are read.</summary>
    internal RecordWindow ReadHistory => new(From is { } time && History is { } history ? Before(time, history > LookBack ? history : LookBack) : null, null);

    private static DateTimeOffset Before(DateTimeOffset time, TimeSpan span) => time - DateTimeOffset.MinValue > span ? time - span : DateTimeOffset.MinValue;
}
