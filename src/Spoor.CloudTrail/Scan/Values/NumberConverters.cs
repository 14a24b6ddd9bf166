using System.Buffers.Text;
using System.Globalization;
using Spoor.CloudTrail.Scan.Json;
using Spoor.Sql.Types;

namespace Spoor.CloudTrail.Scan.Values;

/// <summary>boolean: true and false; of a text, as Java's <c>Boolean.parseBoolean</c>, whether it is "true" in any case.</summary>
internal sealed class BooleanConverter : ValueConverter
{
    protected override bool WriteValue(in JsonValue value, ColumnWriter writer, int index, ConversionContext context)
    {
        if (value.Kind is JsonKind.Object or JsonKind.Array)
        {
            return context.RefuseText(value, writer, index);
        }

        writer.WriteBoolean(index, System.Text.Ascii.EqualsIgnoreCase(context.TextOf(value), "true"u8));
        return true;
    }
}

/// <summary>tinyint to bigint, from a number or a text that holds one; a fraction is cut off, as Jackson does.</summary>
internal sealed class IntegerConverter(long smallest, long largest) : ValueConverter
{
    protected override bool WriteValue(in JsonValue value, ColumnWriter writer, int index, ConversionContext context)
    {
        if (value.Kind is not (JsonKind.Number or JsonKind.String))
        {
            return context.RefuseText(value, writer, index);
        }

        var text = context.TextOf(value);
        if ((TryParseInteger(text, out var number) || (value.Kind == JsonKind.Number && TryParseFraction(text, out number))) && number >= smallest && number <= largest)
        {
            writer.WriteInt64(index, number);
            return true;
        }

        return context.RefuseText(value, writer, index);
    }

    private static bool TryParseInteger(ReadOnlySpan<byte> text, out long number) =>
        Utf8Parser.TryParse(text, out number, out var used) && used == text.Length;

    private static bool TryParseFraction(ReadOnlySpan<byte> text, out long number)
    {
        number = 0;
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var real) || !(Math.Abs(real) < long.MaxValue))
        {
            return false;
        }

        number = (long)real;
        return true;
    }
}

/// <summary>real, double, from a number or a text that holds one.</summary>
internal sealed class DoubleConverter : ValueConverter
{
    protected override bool WriteValue(in JsonValue value, ColumnWriter writer, int index, ConversionContext context)
    {
        if (value.Kind is JsonKind.Number or JsonKind.String
            && double.TryParse(context.TextOf(value), NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            writer.WriteDouble(index, number);
            return true;
        }

        return context.RefuseText(value, writer, index);
    }
}

/// <summary>decimal: rounded half up to the scale; NULL when it does not parse, refused when it is too large.</summary>
internal sealed class DecimalConverter(DecimalType type) : ValueConverter
{
    private readonly Int128 _limit = PowerOfTen(type.Precision);

    protected override bool WriteValue(in JsonValue value, ColumnWriter writer, int index, ConversionContext context)
    {
        if (value.Kind is JsonKind.Object or JsonKind.Array)
        {
            return context.RefuseText(value, writer, index);
        }

        if (!DecimalText.TryRead(context.TextOf(value), out var digits, out var exponent))
        {
            writer.WriteNull(index);
            return true;
        }

        if (!TryScale(digits, exponent + type.Scale, out var unscaled) || Int128.Abs(unscaled) >= _limit)
        {
            return context.RefuseText(value, writer, index);
        }

        writer.WriteDecimal(index, unscaled);
        return true;
    }

    private static bool TryScale(Int128 digits, int power, out Int128 scaled)
    {
        scaled = digits;
        for (; power > 0 && scaled != 0; power--)
        {
            if (Int128.Abs(scaled) > Int128.MaxValue / 10)
            {
                return false;
            }

            scaled *= 10;
        }

        if (power >= 0)
        {
            return true;
        }

        if (power < -DecimalText.MaxDigits)
        {
            scaled = 0;
            return true;
        }

        var divisor = PowerOfTen(-power);
        var (quotient, remainder) = Int128.DivRem(scaled, divisor);
        var roundsUp = Int128.Abs(remainder) >= divisor - Int128.Abs(remainder);
        scaled = quotient + (roundsUp ? Int128.Sign(digits) : 0);
        return true;
    }

    private static Int128 PowerOfTen(int power)
    {
        Int128 result = 1;
        for (; power > 0; power--)
        {
            result *= 10;
        }

        return result;
    }
}

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
