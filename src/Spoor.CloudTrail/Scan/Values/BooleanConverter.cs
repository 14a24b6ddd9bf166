using Spoor.CloudTrail.Scan.Contract;
using Spoor.CloudTrail.Scan.Json;

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
