using Spoor.Core.Collections;

namespace Spoor.CloudTrail.Scan.Contract;

/// <summary>The SERDEPROPERTIES that change how JSON is read. <c>ignore.malformed.json</c>, <c>dots.in.keys</c>, <c>case.insensitive</c> and <c>mapping.*</c> are OpenX's.</summary>
/// <param name="IgnoreMalformedJson">A malformed line gives a row of NULLs.</param>
/// <param name="DotsInKeys">A dot in a key matches an underscore in a name.</param>
/// <param name="CaseInsensitive">Keys match names ignoring case.</param>
/// <param name="Mappings">From a column's or field's name to the key that it is read from.</param>
/// <param name="TimestampFormats">Java date patterns, tried in order before Hive's own form.</param>
/// <seealso href="https://docs.aws.amazon.com/athena/latest/ug/openx-json-serde.html"/>
public sealed record SerDeOptions(
    bool IgnoreMalformedJson,
    bool DotsInKeys,
    bool CaseInsensitive,
    ValueList<KeyValuePair<string, string>> Mappings,
    ValueList<string> TimestampFormats)
{
    private const string MappingPrefix = "mapping.";

    /// <summary>What holds without properties.</summary>
    public static SerDeOptions Default { get; } = new(false, false, true, [], []);

    /// <summary>Reads SERDEPROPERTIES; names that do not concern reading are passed over, the last of two equal names wins.</summary>
    public static SerDeOptions FromProperties(IEnumerable<KeyValuePair<string, string>> properties)
    {
        var options = Default;
        var mappings = new OrderedDictionary<string, string>();
        foreach (var (name, value) in properties)
        {
            if (name.StartsWith(MappingPrefix, StringComparison.OrdinalIgnoreCase))
            {
                mappings[name[MappingPrefix.Length..].ToLowerInvariant()] = value;
                continue;
            }

            options = name.ToLowerInvariant() switch
            {
                "ignore.malformed.json" => options with { IgnoreMalformedJson = IsTrue(value) },
                "dots.in.keys" => options with { DotsInKeys = IsTrue(value) },
                "case.insensitive" => options with { CaseInsensitive = IsTrue(value) },
                "timestamp.formats" => options with { TimestampFormats = value.Split(',', StringSplitOptions.RemoveEmptyEntries).ToValueList() },
                _ => options,
            };
        }

        return options with { Mappings = mappings.ToValueList() };
    }

    private static bool IsTrue(string value) => value.Trim().Equals("true", StringComparison.OrdinalIgnoreCase);
}
