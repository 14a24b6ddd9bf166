using System.Collections.Frozen;
using System.Diagnostics;

namespace Spoor.Engine.Semantics.Time;

/// <summary>Names of time zones for people, in English: <c>EST</c>, <c>Eastern Daylight Time</c>.</summary>
internal static class ZoneDisplay
{
    private static readonly Lazy<FrozenDictionary<string, string[]>> s_names = new(Load);

    /// <summary>The short name at an instant; the offset of a zone that has none.</summary>
    internal static string Short(string zone, long instant) => Name(zone, instant, 0);

    /// <summary>The long name at an instant; the offset of a zone that has none.</summary>
    internal static string Long(string zone, long instant) => Name(zone, instant, 1);

    private static string Name(string zone, long instant, int column) => s_names.Value.TryGetValue(zone, out var names)
        ? names[column + (TimeZones.IsDaylightSaving(instant, zone) ? 2 : 0)]
        : TimeZones.OffsetText(TimeZones.Offset(instant, zone) / (60 * CivilTime.MicrosecondsPerSecond));

    private static FrozenDictionary<string, string[]> Load()
    {
        using var stream = typeof(ZoneDisplay).Assembly.GetManifestResourceStream(typeof(ZoneDisplay), "ZoneNames.tsv") ?? throw new UnreachableException("ZoneNames.tsv is not embedded.");
        using var reader = new StreamReader(stream);
        var names = new Dictionary<string, string[]>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            var cells = line.Split('\t');
            foreach (var id in cells.Length == 5 ? cells[4].Split(' ') : [])
            {
                names[id] = cells[..4];
            }
        }

        return names.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
