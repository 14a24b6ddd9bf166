using Spoor.Audit.Findings;
using Spoor.Audit.Lineage;
using Spoor.CloudTrail.Scan.Contract;
using Spoor.Core.Collections;

namespace Spoor.Audit.Cognito.Model;

/// <summary>What an audit is asked.</summary>
/// <param name="Logs">A folder, or an <c>s3://</c> prefix, that holds an <c>AWSLogs/</c> tree, or lies in one, or holds loose <c>.json</c> and <c>.json.gz</c> files.</param>
/// <param name="Pool">Id of the only pool to report; null for all.</param>
/// <param name="Role">ARN or name of the only role to report; null for all. Its calls that prove nothing are reported too, as candidates.</param>
/// <param name="From">First instant of the window; null for the first record. Keys issued in the 12 hours before it are known.</param>
/// <param name="To">First instant behind the window; null for no end.</param>
/// <param name="BadData">Fail at data that cannot be read, or skip, count and list it.</param>
public sealed record CognitoAuditRequest(
    string Logs, string? Pool = null, string? Role = null, DateTimeOffset? From = null, DateTimeOffset? To = null, BadDataPolicy BadData = BadDataPolicy.Fail)
    : LineageRequest(Logs, Pool, Role, From, To, BadData)
{
    /// <summary>The rules to run.</summary>
    public ValueList<FindingRule> Rules { get; init; } = RuleSet.BuiltIn;

    /// <summary>What of it is reported.</summary>
    public AuditFilter Filter { get; init; } = AuditFilter.None;

    /// <summary>Whether a report may be made of logs of which nothing was read, or of a pool or role that they do not know; otherwise that is an error.</summary>
    public bool AllowsEmpty { get; init; }

    /// <summary>Tells today, of which not all is delivered yet.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
