using Spoor.CloudTrail.Scan.Contract;
using Spoor.CloudTrail.Scan.Json;
using Spoor.Core.Types;

namespace Spoor.CloudTrail.Scan.Values;

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
