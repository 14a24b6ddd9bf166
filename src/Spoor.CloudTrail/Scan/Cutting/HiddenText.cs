using System.Globalization;
using System.Text;

namespace Spoor.CloudTrail.Scan.Cutting;

/// <summary>Decides whether the escapes of a record can hide a text: only one that stands for a character of the text can.</summary>
/// <remarks>Most records with escapes have <c>\u003d</c> in a token or <c>\"</c> in a policy, and would otherwise all have to be parsed.</remarks>
internal sealed class HiddenText
{
    // Whether the text holds the character; one that is not ASCII stands for all such.
    private readonly bool[] _holds = new bool[128];
    private readonly bool _holdsOthers;

    // The longest part without a slash: it stands in the bytes even where the slashes are escaped.
    private readonly LiteralSearch? _partWithoutSlash;

    /// <param name="utf8">The text.</param>
    public HiddenText(byte[] utf8)
        : this([utf8], utf8)
    {
    }

    /// <param name="texts">Texts, any of which may stand in a record.</param>
    /// <param name="prefix">What all of them begin with.</param>
    public HiddenText(IEnumerable<byte[]> texts, byte[] prefix)
    {
        foreach (var value in texts.SelectMany(text => text))
        {
            _holdsOthers |= value >= _holds.Length;
            _holds[value % _holds.Length] |= value < _holds.Length;
        }

        var longest = Encoding.Latin1.GetString(prefix).Split('/').MaxBy(part => part.Length)!; // Splitting gives at least one part.
        _partWithoutSlash = longest.Length > 0 ? new LiteralSearch(Encoding.Latin1.GetBytes(longest)) : null;
    }

    /// <summary>Whether the text can stand in the record with at least one of its characters escaped. True where the record is malformed.</summary>
    public bool MayStandIn(ReadOnlySpan<byte> record)
    {
        var sawSlash = false;
        var rest = record;
        for (var at = rest.IndexOf((byte)'\\'); at >= 0; at = rest.IndexOf((byte)'\\'))
        {
            rest = rest[(at + 1)..];
            if (rest is [(byte)'/', ..])
            {
                sawSlash = true;
            }
            else if (!TryResolve(rest, out var character) || (character < _holds.Length ? _holds[character] : _holdsOthers))
            {
                return true;
            }

            rest = rest[1..];
        }

        return sawSlash && _holds['/'] && (_partWithoutSlash is null || _partWithoutSlash.IndexIn(record) >= 0);
    }

    // From the byte behind the backslash on.
    private static bool TryResolve(ReadOnlySpan<byte> rest, out int character)
    {
        character = rest is [] ? -1 : rest[0] switch
        {
            (byte)'"' => '"',
            (byte)'\\' => '\\',
            (byte)'b' => '\b',
            (byte)'f' => '\f',
            (byte)'n' => '\n',
            (byte)'r' => '\r',
            (byte)'t' => '\t',
            (byte)'u' when rest.Length > 4 && int.TryParse(rest.Slice(1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit) => unit,
            _ => -1,
        };
        return character >= 0;
    }
}
