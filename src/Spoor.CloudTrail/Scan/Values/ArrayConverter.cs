using Spoor.CloudTrail.Scan.Contract;
using Spoor.CloudTrail.Scan.Json;

namespace Spoor.CloudTrail.Scan.Values;

/// <summary>array: the elements in order. Under OpenX a scalar is an array of itself and "" is NULL.</summary>
internal sealed class ArrayConverter(ValueConverter element) : ValueConverter
{
    protected override bool WriteValue(in JsonValue value, ColumnWriter writer, int index, ConversionContext context)
    {
        if (value.Kind != JsonKind.Array)
        {
            return context.IsLenient ? WriteAlone(value, writer, index, context) : context.Refuse(value, "Invalid JSON: start of array expected");
        }

        writer.BeginList(index);
        var walker = new JsonWalker(value.Text, 0, isFinal: true);
        walker.EnterContainer((byte)']', out var isEnd);
        while (!isEnd)
        {
            var slot = default(ValueSlot);
            RecordExtractor.ReadSlot(ref walker, ref slot, depth: 1);
            if (!element.Write(slot.In(value.Text), writer.Child(0), writer.AppendElement(), context))
            {
                return false;
            }

            walker.PassSeparator((byte)']', out isEnd);
        }

        writer.EndList(index);
        return true;
    }

    private bool WriteAlone(in JsonValue value, ColumnWriter writer, int index, ConversionContext context)
    {
        if (value.Kind == JsonKind.String && value.Text.IsEmpty)
        {
            writer.WriteNull(index);
            return true;
        }

        writer.BeginList(index);
        if (!element.Write(value, writer.Child(0), writer.AppendElement(), context))
        {
            return false;
        }

        writer.EndList(index);
        return true;
    }
}
