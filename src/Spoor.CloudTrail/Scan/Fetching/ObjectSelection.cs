using Spoor.Storage;

namespace Spoor.CloudTrail.Scan.Fetching;

/// <summary>Which listed objects a scan leaves out.</summary>
public static class ObjectSelection
{
    private static readonly string[] s_jsonEndings = [".json", ".jsonl", ".ndjson"];
    private static readonly string[] s_compressedEndings = [".gz", ".zst"];

    /// <summary>Why the object is not read, as a sentence, or null when it is.</summary>
    public static string? ReasonToLeaveOut(ObjectEntry entry, RecordFormat format)
    {
        var key = entry.Name.Key;
        if (key.EndsWith('/'))
        {
            return "It is a folder marker.";
        }

        if (CloudTrailObjectName.FileName(key) is ['_' or '.', ..])
        {
            return "Its name begins with '_' or '.': Athena ignores such objects.";
        }

        return format switch
        {
            RecordFormat.CloudTrail => ReasonByKind(CloudTrailObjectName.KindOf(key)),
            RecordFormat.LooseCloudTrail => ReasonByKind(CloudTrailObjectName.KindOf(key)) ?? LooseReason(key),
            _ => null,
        };
    }

    /// <summary>Loose files lie among others: notes, and the logs that other services put below the same <c>AWSLogs/account/</c>.</summary>
    private static string? LooseReason(string key)
    {
        var name = CloudTrailObjectName.FileName(key);
        var compressed = s_compressedEndings.FirstOrDefault(ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
        var plain = compressed is null ? name : name[..^compressed.Length];
        if (!s_jsonEndings.Any(ending => plain.EndsWith(ending, StringComparison.OrdinalIgnoreCase)))
        {
            return "Its name does not end in .json, .jsonl or .ndjson, with or without .gz or .zst.";
        }

        var folders = key.Split('/');
        var account = Array.FindIndex(folders, Math.Max(0, Array.LastIndexOf(folders, "AWSLogs")), folder => folder.Length == 12 && folder.All(char.IsAsciiDigit));
        return folders.Contains("AWSLogs") && account >= 0 && account < folders.Length - 2 && CloudTrailObjectName.KindOf(key) == CloudTrailObjectKind.Other
            ? $"It is a log of another service: {folders[account + 1]}."
            : null;
    }

    private static string? ReasonByKind(CloudTrailObjectKind kind) => kind switch
    {
        CloudTrailObjectKind.Digest => "It is a digest: it lists log files and holds no records.",
        CloudTrailObjectKind.Insight => "It holds Insights events, which are not calls.",
        CloudTrailObjectKind.Aggregated => "It holds aggregated events, which are summaries and not calls.",
        _ => null,
    };
}
