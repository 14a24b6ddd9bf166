using Spoor.CloudTrail.Scan.Contract;
using Spoor.CloudTrail.Scan.Json;

namespace Spoor.CloudTrail.Scan.Values;

/// <summary>From names of columns and fields to the JSON keys that they are read from.</summary>
/// <param name="Matching">How a key is compared.</param>
/// <param name="Keys">Names that are mapped.</param>
internal sealed record KeyMapping(NameMatching Matching, IReadOnlyDictionary<string, string> Keys)
{
    /// <summary>OpenX's properties count under OpenX alone.</summary>
    public static KeyMapping For(RecordFormat format, SerDeOptions options)
    {
        if (format != RecordFormat.OpenXJsonLines)
        {
            return new KeyMapping(NameMatching.Default, new Dictionary<string, string>());
        }

        var keys = options.Mappings.ToDictionary(
            mapping => mapping.Key, mapping => options.CaseInsensitive ? mapping.Value.ToLowerInvariant() : mapping.Value);
        return new KeyMapping(new NameMatching(options.CaseInsensitive, options.DotsInKeys), keys);
    }

    /// <summary>The key of a name.</summary>
    public string KeyOf(string name) => Keys.GetValueOrDefault(name, name);
}
