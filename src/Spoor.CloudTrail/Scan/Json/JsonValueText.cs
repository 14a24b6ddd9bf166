using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace Spoor.CloudTrail.Scan.Json;

/// <summary>Text of well-formed JSON values.</summary>
internal static class JsonValueText
{
    private static ReadOnlySpan<byte> ReplacementCharacter => "\uFFFD"u8;

    /// <summary>Resolves the escapes of a string. The result is never longer than <paramref name="raw"/>.</summary>
    /// <remarks>A surrogate without its partner becomes U+FFFD: UTF-8 cannot hold it.</remarks>
    public static int Unescape(ReadOnlySpan<byte> raw, Span<byte> destination)
    {
        var written = 0;
        while (true)
        {
            var plain = raw.IndexOf((byte)'\\');
            if (plain < 0)
            {
                raw.CopyTo(destination[written..]);
                return written + raw.Length;
            }

            raw[..plain].CopyTo(destination[written..]);
            written += plain;
            raw = raw[plain..];
            if (raw[1] == (byte)'u')
            {
                written += UnescapeUnicode(ref raw, destination[written..]);
                continue;
            }

            destination[written++] = raw[1] switch
            {
                (byte)'b' => (byte)'\b',
                (byte)'f' => (byte)'\f',
                (byte)'n' => (byte)'\n',
                (byte)'r' => (byte)'\r',
                (byte)'t' => (byte)'\t',
                var itself => itself,
            };
            raw = raw[2..];
        }
    }

    /// <summary>Removes the white space outside strings; numbers and escapes stay as written.</summary>
    public static int Compact(ReadOnlySpan<byte> raw, Span<byte> destination)
    {
        var written = 0;
        var inString = false;
        for (var i = 0; i < raw.Length; i++)
        {
            var b = raw[i];
            if (!inString && (b is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t'))
            {
                continue;
            }

            destination[written++] = b;
            if (b == (byte)'"')
            {
                inString = !inString;
            }
            else if (b == (byte)'\\')
            {
                destination[written++] = raw[++i];
            }
        }

        return written;
    }

    /// <summary>Replaces what is not UTF-8 by U+FFFD, as Java's decoder does. For the rare text that <see cref="Utf8.IsValid"/> refuses.</summary>
    public static byte[] Repair(ReadOnlySpan<byte> text) => Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(text));

    private static int UnescapeUnicode(ref ReadOnlySpan<byte> raw, Span<byte> destination)
    {
        var unit = HexUnit(raw);
        raw = raw[6..];
        if (char.IsHighSurrogate(unit) && raw.StartsWith("\\u"u8) && HexUnit(raw) is var low && char.IsLowSurrogate(low))
        {
            raw = raw[6..];
            return new Rune(unit, low).EncodeToUtf8(destination);
        }

        if (char.IsSurrogate(unit))
        {
            ReplacementCharacter.CopyTo(destination);
            return ReplacementCharacter.Length;
        }

        return new Rune(unit).EncodeToUtf8(destination);
    }

    private static char HexUnit(ReadOnlySpan<byte> escape) =>
        (char)ushort.Parse(escape.Slice(2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
