using Spoor.CloudTrail.Names;
using Spoor.CloudTrail.Scan.Contract;
using Spoor.Storage.Objects;

namespace Spoor.CloudTrail.Scan.Formats;

/// <summary>Which listed objects a scan leaves out, and which it has to look into first.</summary>
public static class ObjectSelection
{
    private static readonly string[] s_jsonEndings = [".json", ".jsonl", ".ndjson"];
    private static readonly string[] s_compressedEndings = [".gz", ".zst"];

    /// <summary>Why the object is not read, as a sentence, or null when it is, or is looked into.</summary>
    /// <param name="entry">The object.</param>
    /// <param name="format">How it would be read.</param>
    /// <param name="location">The key of the folder that was asked for. What lies in a folder of digests or insights is meant when a table names that folder.</param>
    public static string? ReasonToLeaveOut(ObjectEntry entry, RecordFormat format, string location = "")
    {
        var key = entry.Name.Key;
        if (key.Length == 0)
        {
            return "Its name is empty.";
        }

        if (key.EndsWith('/'))
        {
            return entry.Size == 0 ? "It is a folder marker." : "Its name ends with '/', as a folder's does: Athena ignores such objects, whatever they hold.";
        }

        if (CloudTrailObjectName.FileName(key) is ['_' or '.', ..])
        {
            return "Its name begins with '_' or '.': Athena ignores such objects.";
        }

        return format switch
        {
            RecordFormat.CloudTrail => ReasonByKind(key, location),
            // Only a table says what its objects hold. A report over a folder is of calls, and must not take insights for logs without any.
            RecordFormat.LooseCloudTrail => ReasonByKind(key, "") ?? OtherService(key),
            _ => null,
        };
    }

    /// <summary>Whether the name does not say that the object is a log, among loose files, where others lie: its first bytes have to.</summary>
    public static bool IsLookedInto(ObjectEntry entry, RecordFormat format)
    {
        if (format != RecordFormat.LooseCloudTrail)
        {
            return false;
        }

        var name = CloudTrailObjectName.FileName(entry.Name.Key);
        var compressed = s_compressedEndings.FirstOrDefault(ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
        var plain = compressed is null ? name : name[..^compressed.Length];
        return !s_jsonEndings.Any(ending => plain.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Other services put their logs below the same <c>AWSLogs/account/</c>.</summary>
    private static string? OtherService(string key)
    {
        var folders = key.Split('/');
        var account = Array.FindIndex(folders, Math.Max(0, Array.LastIndexOf(folders, "AWSLogs")), folder => folder.Length == 12 && folder.All(char.IsAsciiDigit));
        return folders.Contains("AWSLogs") && account >= 0 && account < folders.Length - 2 && CloudTrailObjectName.KindOf(key) == CloudTrailObjectKind.Other
            ? $"It is a log of another service: {folders[account + 1]}."
            : null;
    }

    private static string? ReasonByKind(string key, string location)
    {
        var kind = CloudTrailObjectName.KindOf(key);
        return CloudTrailObjectName.NamesFolderOf(location, kind) ? null : kind switch
        {
            CloudTrailObjectKind.Digest => "It is a digest: it lists log files and holds no records.",
            CloudTrailObjectKind.Insight => "It holds Insights events, which are not calls.",
            CloudTrailObjectKind.Aggregated => "It holds aggregated events, which are summaries and not calls.",
            _ => null,
        };
    }
}
