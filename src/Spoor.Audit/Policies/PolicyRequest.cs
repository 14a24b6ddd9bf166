using Spoor.Audit.Policies.Iam;
using Spoor.CloudTrail.Scan.Contract;
using Spoor.Core.Collections;
using Spoor.Storage.Objects;

namespace Spoor.Audit.Policies;

/// <summary>What a policy is asked for.</summary>
/// <param name="Logs">A folder, or an <c>s3://</c> prefix, that holds an <c>AWSLogs/</c> tree, or lies in one, or holds loose <c>.json</c> and <c>.json.gz</c> files.</param>
/// <param name="Role">The role: its ARN, its name, or the ARN of one of its sessions.</param>
/// <param name="From">First instant of the window; null for the first record.</param>
/// <param name="To">First instant behind the window; null for no end.</param>
/// <param name="BadData">Fail at data that cannot be read, or skip, count and list it.</param>
public sealed record PolicyRequest(string Logs, string Role, DateTimeOffset? From = null, DateTimeOffset? To = null, BadDataPolicy BadData = BadDataPolicy.Fail)
{
    /// <summary>Statements of the policy in force, to be compared with what was used; null without one.</summary>
    public ValueList<CurrentStatement>? Current { get; init; }

    /// <summary>The words that the window was read from (<c>last 48h</c>), for the report; null where dates and times say all.</summary>
    public string? WindowWords { get; init; }

    /// <summary>Serves logs under an <c>s3://</c> prefix; null: only folders can be read.</summary>
    public IObjectStore? Objects { get; init; }
}
