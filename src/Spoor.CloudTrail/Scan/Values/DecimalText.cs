using System.Buffers.Text;

namespace Spoor.CloudTrail.Scan.Values;

/// <summary>Reads the text of a decimal number exactly.</summary>
internal static class DecimalText
{
    /// <summary>Digits that an <see cref="Int128"/> always holds.</summary>
    public const int MaxDigits = 38;

    private const int LargestExponent = 10_000;

    /// <summary>The number as <paramref name="digits"/> times ten to the <paramref name="exponent"/>; digits past the 38th are cut off.</summary>
    public static bool TryRead(ReadOnlySpan<byte> text, out Int128 digits, out int exponent)
    {
        digits = 0;
        exponent = 0;
        var isNegative = text is [(byte)'-', ..];
        var rest = text is [(byte)'-' or (byte)'+', ..] ? text[1..] : text;
        var marker = rest.IndexOfAny((byte)'e', (byte)'E');
        if (marker >= 0 && !TryReadExponent(rest[(marker + 1)..], out exponent))
        {
            return false;
        }

        if (!TryReadDigits(marker < 0 ? rest : rest[..marker], ref digits, ref exponent))
        {
            return false;
        }

        digits = isNegative ? -digits : digits;
        return true;
    }

    private static bool TryReadExponent(ReadOnlySpan<byte> text, out int exponent)
    {
        var isPlain = Utf8Parser.TryParse(text is [(byte)'+', ..] ? text[1..] : text, out exponent, out var used) && used > 0;
        exponent = Math.Clamp(exponent, -LargestExponent, LargestExponent);
        return isPlain;
    }

    private static bool TryReadDigits(ReadOnlySpan<byte> text, ref Int128 digits, ref int exponent)
    {
        var seen = 0;
        var significant = 0;
        var isFraction = false;
        foreach (var b in text)
        {
            if (b == (byte)'.' && !isFraction)
            {
                isFraction = true;
                continue;
            }

            if (!char.IsAsciiDigit((char)b))
            {
                return false;
            }

            seen++;
            if (significant < MaxDigits)
            {
                digits = (digits * 10) + (b - '0');
                significant += digits == 0 ? 0 : 1;
                exponent -= isFraction ? 1 : 0;
            }
            else
            {
                exponent += isFraction ? 0 : 1;
            }
        }

        return seen > 0;
    }
}
