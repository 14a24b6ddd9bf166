using System.Globalization;

namespace Spoor.Audit.Logs;

/// <summary>Times as CloudTrail writes them.</summary>
public static class AuditTime
{
    /// <summary>As in records, in UTC and to the second, so that texts can be compared.</summary>
    public static string Text(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
