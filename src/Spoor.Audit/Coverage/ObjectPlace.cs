using System.Globalization;
using System.Text.RegularExpressions;
using Spoor.CloudTrail.Names;

namespace Spoor.Audit.Coverage;

/// <summary>Where an object belongs.</summary>
/// <param name="Account">Twelve digits; null when the name does not tell.</param>
/// <param name="Region">Likewise.</param>
/// <param name="Day">Day of the folder.</param>
internal readonly partial record struct ObjectPlace(string? Account, string? Region, DateOnly? Day)
{
    /// <summary>The place by the folders, else by the file's name, which loose files keep.</summary>
    /// <param name="root">Folder of the logs, absolute: the logs may lie inside of an <c>AWSLogs/</c> tree.</param>
    /// <param name="key">Key below it.</param>
    public static ObjectPlace Of(string root, string key)
    {
        if (CloudTrailObjectName.TryParse($"{root.Replace('\\', '/').TrimEnd('/')}/{key}", out var name) && name is not null)
        {
            return new ObjectPlace(name.AccountId, name.Region, name.Day);
        }

        var match = FileNamePattern().Match(key);
        return match.Success && DateOnly.TryParseExact(match.Groups["day"].Value, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? new ObjectPlace(match.Groups["account"].Value, match.Groups["region"].Value, day)
            : default;
    }

    [GeneratedRegex("(?:^|/)(?<account>[0-9]{12})_CloudTrail(?:-[A-Za-z]+)?_(?<region>[a-z0-9-]+)_(?<day>[0-9]{8})T[0-9]{4,6}Z[^/]*$")]
    private static partial Regex FileNamePattern();
}
