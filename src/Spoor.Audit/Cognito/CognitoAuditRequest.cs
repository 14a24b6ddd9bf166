using Spoor.Audit.Findings;
using Spoor.CloudTrail.Scan;
using Spoor.Sql;
using Spoor.Storage;

namespace Spoor.Audit.Cognito;

/// <summary>What an audit is asked.</summary>
/// <param name="Logs">A folder, or an <c>s3://</c> prefix, that holds an <c>AWSLogs/</c> tree, or lies in one, or holds loose <c>.json</c> and <c>.json.gz</c> files.</param>
/// <param name="Pool">Id of the only pool to report; null for all.</param>
/// <param name="Role">ARN or name of the only role to report; null for all. Its calls that prove nothing are reported too, as candidates.</param>
/// <param name="From">First instant of the window; null for the first record. Keys issued in the 12 hours before it are known.</param>
/// <param name="To">First instant behind the window; null for no end.</param>
/// <param name="BadData">Fail at data that cannot be read, or skip, count and list it.</param>
public sealed record CognitoAuditRequest(
    string Logs, string? Pool = null, string? Role = null, DateTimeOffset? From = null, DateTimeOffset? To = null, BadDataPolicy BadData = BadDataPolicy.Fail)
{
    /// <summary>The longest life of a session that <c>AssumeRoleWithWebIdentity</c> gives.</summary>
    public static readonly TimeSpan LongestSession = TimeSpan.FromHours(12);

    /// <summary>How long before <see cref="From"/> calls are read, so that what is open when the window begins keeps its origin.</summary>
    public TimeSpan LookBack { get; init; } = LongestSession;

    /// <summary>How long before <see cref="From"/> objects are read at all, for configuration, issues and earlier use; null for all there are. Not less than <see cref="LookBack"/>.</summary>
    public TimeSpan? History { get; init; }

    /// <summary>Objects delivered before are not read; null for none.</summary>
    internal DateTimeOffset? HistoryFrom =>
        From is { } time && History is { } history ? Before(time, history > LookBack ? history : LookBack) : null;

    /// <summary>From when on calls are read; null for the logs' beginning.</summary>
    internal DateTimeOffset? ReadFrom => From is { } time ? Before(time, LookBack) : null;

    /// <summary>Until when calls are read; null for the logs' end. Calls behind the window tell which role and access the keys have that were issued in it.</summary>
    internal DateTimeOffset? ReadTo => To is { } time ? (DateTimeOffset.MaxValue - time > LookBack ? time + LookBack : DateTimeOffset.MaxValue) : null;

    /// <summary>The rules to run.</summary>
    public ValueList<FindingRule> Rules { get; init; } = RuleSet.BuiltIn;

    /// <summary>Whether a report may be made of logs of which nothing was read, or of a pool or role that they do not know; otherwise that is an error.</summary>
    public bool AllowsEmpty { get; init; }

    /// <summary>Serves logs under an <c>s3://</c> prefix; null: only folders can be read.</summary>
    public IObjectStore? Objects { get; init; }

    private static DateTimeOffset Before(DateTimeOffset time, TimeSpan span) => time - DateTimeOffset.MinValue > span ? time - span : DateTimeOffset.MinValue;
}
