using System.Globalization;
using System.Text.RegularExpressions;

namespace Spoor.CloudTrail.Names;

/// <summary>What CloudTrail puts under <c>AWSLogs/account/</c>.</summary>
public enum CloudTrailObjectKind
{
    /// <summary>Management and data events.</summary>
    Log,

    /// <summary>Network activity events: records like those of a log.</summary>
    NetworkActivity,

    /// <summary>Digest files, which list and sign log files.</summary>
    Digest,

    /// <summary>Insights events.</summary>
    Insight,

    /// <summary>Summaries of events.</summary>
    Aggregated,

    /// <summary>A name that says nothing.</summary>
    Other,
}

/// <summary>The parts of a log object's key: <c>[prefix/]AWSLogs/[organization/]account/CloudTrail/region/yyyy/MM/dd/name.json.gz</c>.</summary>
/// <param name="Prefix">What stands before <c>AWSLogs/</c>; empty for nothing.</param>
/// <param name="OrganizationId">Null where the trail is not an organization's.</param>
/// <param name="AccountId">Twelve digits.</param>
/// <param name="Kind">By the folder below the account.</param>
/// <param name="Region">As in the path; records may be of another.</param>
/// <param name="Day">Day of the folder; records may be of another.</param>
/// <param name="DeliveredAt">Time in the file's name, UTC; null where the name has none.</param>
/// <seealso href="https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-find-log-files.html"/>
public sealed partial record CloudTrailObjectName(
    string Prefix, string? OrganizationId, string AccountId, CloudTrailObjectKind Kind, string Region, DateOnly Day, DateTimeOffset? DeliveredAt)
{
    /// <summary>Takes a key apart.</summary>
    public static bool TryParse(string key, out CloudTrailObjectName? name)
    {
        name = null;
        var match = KeyPattern().Match(key);
        if (!match.Success || !DateOnly.TryParseExact(match.Groups["day"].Value, "yyyy/MM/dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return false;
        }

        name = new CloudTrailObjectName(
            match.Groups["prefix"].Value,
            match.Groups["organization"] is { Success: true } organization ? organization.Value : null,
            match.Groups["account"].Value,
            KindOfFolder(match.Groups["folder"].Value),
            match.Groups["region"].Value,
            day,
            TimeIn(match.Groups["file"].Value));
        return true;
    }

    /// <summary>What an object is by its key alone: the folder below the account, else the parts of the file's name.</summary>
    public static CloudTrailObjectKind KindOf(string key)
    {
        var folders = key.Split('/');
        var logs = Array.LastIndexOf(folders, "AWSLogs");
        for (var i = logs + 1; logs >= 0 && i < folders.Length - 1; i++)
        {
            if (KindOfFolder(folders[i]) is var kind and not CloudTrailObjectKind.Other)
            {
                return kind;
            }
        }

        // A loose file keeps its name: account_CloudTrail-Digest_region_....
        return FileName(key).Split('_') is [_, var second, ..] ? KindOfFolder(second) : CloudTrailObjectKind.Other;
    }

    /// <summary>Whether one of the folders of a location is that of the kind, so that who named it wants it.</summary>
    internal static bool NamesFolderOf(string location, CloudTrailObjectKind kind) => Array.Exists(location.Split('/'), folder => KindOfFolder(folder) == kind);

    /// <summary>What follows a key's last slash.</summary>
    internal static string FileName(string key) => key[(key.LastIndexOf('/') + 1)..];

    private static CloudTrailObjectKind KindOfFolder(string folder) => folder switch
    {
        "CloudTrail" => CloudTrailObjectKind.Log,
        "CloudTrail-NetworkActivity" => CloudTrailObjectKind.NetworkActivity,
        "CloudTrail-Digest" => CloudTrailObjectKind.Digest,
        "CloudTrail-Insight" => CloudTrailObjectKind.Insight,
        "CloudTrail-Aggregated" => CloudTrailObjectKind.Aggregated,
        _ => CloudTrailObjectKind.Other,
    };

    private static DateTimeOffset? TimeIn(string file)
    {
        foreach (var part in file.Split('_', '.'))
        {
            if (DateTimeOffset.TryParseExact(
                part,
                ["yyyyMMdd'T'HHmm'Z'", "yyyyMMdd'T'HHmmss'Z'"],
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal,
                out var time))
            {
                return time;
            }
        }

        return null;
    }

    [GeneratedRegex("^(?:(?<prefix>.*)/)?AWSLogs/(?:(?<organization>o-[a-z0-9]+)/)?(?<account>[0-9]{12})/(?<folder>CloudTrail(?:-[A-Za-z]+)?)/(?<region>[a-z0-9-]+)/(?<day>[0-9]{4}/[0-9]{2}/[0-9]{2})/(?<file>[^/]+)$")]
    private static partial Regex KeyPattern();
}
