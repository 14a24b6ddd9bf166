using System.Globalization;

namespace Spoor.Core.Types;

/// <summary>Names of time zones in the one form in which values hold them: <c>UTC</c>, an offset <c>+02:00</c>, or an id such as <c>Europe/Berlin</c>.</summary>
/// <seealso href="https://github.com/trinodb/trino/blob/456/core/trino-spi/src/main/java/io/trino/spi/type/TimeZoneKey.java"/>
public static class ZoneNames
{
    /// <summary>UTC's name.</summary>
    public const string Utc = "UTC";

    private const int MaxOffsetMinutes = 14 * 60;

    private static readonly HashSet<string> s_utc = new(StringComparer.OrdinalIgnoreCase) { "utc", "z", "ut", "uct", "gmt", "gmt0", "greenwich", "universal", "zulu", "+00:00", "-00:00" };

    private static readonly Lazy<Dictionary<string, string>> s_ids = new(() =>
    {
        var ids = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var zone in TimeZoneInfo.GetSystemTimeZones(skipSorting: true))
        {
            ids[zone.Id] = zone.Id;
        }

        return ids;
    });

    /// <summary>Brings a name into that form. Case does not matter, and UTC, GMT or UT may stand before an offset; as in POSIX, <c>Etc/GMT+8</c> lies eight hours <i>behind</i>.</summary>
    public static bool TryCanonical(string zone, out string canonical)
    {
        var isEtc = zone.StartsWith("Etc/", StringComparison.OrdinalIgnoreCase);
        var name = isEtc ? zone[4..] : zone;
        canonical = Utc;
        if (s_utc.Contains(name))
        {
            return true;
        }

        var prefix = Array.Find(["UTC", "GMT", "UT", ""], text => name.StartsWith(text, StringComparison.OrdinalIgnoreCase) && name.Length > text.Length && name[text.Length] is '+' or '-');
        if (prefix is not null)
        {
            var isRead = TryOffset(name[prefix.Length..], out var minutes);
            canonical = Offset(isEtc && prefix == "GMT" ? -minutes : minutes);
            return isRead;
        }

        return TryId(zone, out canonical);
    }

    /// <summary>Reads <c>+2</c>, <c>+02</c>, <c>+0200</c>, <c>+02:00</c>.</summary>
    public static bool TryOffset(string text, out int minutes)
    {
        minutes = 0;
        if (text.Length < 2 || text[0] is not ('+' or '-'))
        {
            return false;
        }

        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var digits = colon < 0 ? text[1..] : colon is 2 or 3 && text.Length == colon + 3 ? text.Remove(colon, 1)[1..].PadLeft(4, '0') : "";
        if (digits.Length is 0 or 3 or > 4 || !digits.All(char.IsAsciiDigit))
        {
            return false;
        }

        var number = int.Parse(digits, CultureInfo.InvariantCulture);
        var (hours, rest) = digits.Length <= 2 ? (number, 0) : (number / 100, number % 100);
        minutes = ((hours * 60) + rest) * (text[0] == '-' ? -1 : 1);
        return rest < 60 && Math.Abs(minutes) <= MaxOffsetMinutes;
    }

    /// <summary><c>+02:00</c>; UTC without an offset.</summary>
    private static string Offset(int minutes) => minutes == 0
        ? Utc
        : string.Create(CultureInfo.InvariantCulture, $"{(minutes < 0 ? '-' : '+')}{Math.Abs(minutes) / 60:00}:{Math.Abs(minutes) % 60:00}");

    private static bool TryId(string zone, out string id)
    {
        id = zone;
        return (TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var exact) && exact.Id == zone && exact.HasIanaId) || s_ids.Value.TryGetValue(zone, out id!);
    }
}
