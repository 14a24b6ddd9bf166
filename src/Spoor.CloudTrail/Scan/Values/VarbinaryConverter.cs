using System.Buffers;
using System.Buffers.Text;
using Spoor.CloudTrail.Scan.Contract;
using Spoor.CloudTrail.Scan.Json;

namespace Spoor.CloudTrail.Scan.Values;

/// <summary>varbinary: Base64.</summary>
internal sealed class VarbinaryConverter : ValueConverter
{
    protected override bool WriteValue(in JsonValue value, ColumnWriter writer, int index, ConversionContext context)
    {
        if (value.Kind != JsonKind.String)
        {
            return context.RefuseText(value, writer, index);
        }

        var text = context.TextOf(value);
        var bytes = ArrayPool<byte>.Shared.Rent(Base64.GetMaxDecodedFromUtf8Length(text.Length) + 3);
        try
        {
            if (Base64.DecodeFromUtf8(text, bytes, out _, out var written) != OperationStatus.Done)
            {
                return context.RefuseText(value, writer, index);
            }

            writer.WriteText(index, bytes.AsSpan(0, written));
            return true;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }
}
