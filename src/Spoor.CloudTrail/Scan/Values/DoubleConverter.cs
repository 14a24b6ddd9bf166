using System.Globalization;
using Spoor.CloudTrail.Scan.Contract;
using Spoor.CloudTrail.Scan.Json;

namespace Spoor.CloudTrail.Scan.Values;

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
