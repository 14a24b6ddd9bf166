using Spoor.Storage;

namespace Spoor.CloudTrail.Scan.Fetching;

/// <summary>Which listed objects a scan leaves out.</summary>
internal static class ObjectSelection
{
    /// <summary>Why the object is not read, or null when it is.</summary>
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

        return format is RecordFormat.CloudTrail or RecordFormat.LooseCloudTrail ? ReasonByKind(CloudTrailObjectName.KindOf(key)) : null;
    }

    private static string? ReasonByKind(CloudTrailObjectKind kind) => kind switch
    {
        CloudTrailObjectKind.Digest => "It is a digest: it lists log files and holds no records.",
        CloudTrailObjectKind.Insight => "It holds Insights events, which are not calls.",
        CloudTrailObjectKind.Aggregated => "It holds aggregated events, which are summaries and not calls.",
        _ => null,
    };
}
