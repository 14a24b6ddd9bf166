using System.Buffers.Text;
using System.Globalization;
using Spoor.CloudTrail.Scan.Contract;
using Spoor.CloudTrail.Scan.Json;

namespace Spoor.CloudTrail.Scan.Values;

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
