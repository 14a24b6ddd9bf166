using Spoor.CloudTrail.Names;

namespace Spoor.Audit.Declaring;

/// <summary>What the folders of a trail's objects have in common, so that one table can be over all of them.</summary>
/// <param name="Prefix">What stands before <c>AWSLogs/</c>; empty for nothing.</param>
/// <param name="OrganizationId">Null where the trail is not an organization's.</param>
/// <param name="Kind">By the folder below the account.</param>
internal sealed record TrailTree(string Prefix, string? OrganizationId, CloudTrailObjectKind Kind)
{
    /// <summary>The key of the folder that holds the accounts' folders, with a slash at its end.</summary>
    public string AccountsFolder
    {
        get
        {
            var logs = Prefix.Length == 0 ? "AWSLogs/" : $"{Prefix}/AWSLogs/";
            return OrganizationId is null ? logs : $"{logs}{OrganizationId}/";
        }
    }

    /// <summary>The folder below an account's.</summary>
    public string KindFolder => Kind == CloudTrailObjectKind.NetworkActivity ? "CloudTrail-NetworkActivity" : "CloudTrail";
}
