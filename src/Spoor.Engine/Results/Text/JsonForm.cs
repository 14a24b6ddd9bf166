using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Spoor.Core.Types;
using Spoor.Engine.Results.Columns;

namespace Spoor.Engine.Results.Text;

/// <summary>A value as JSON.</summary>
internal static class JsonForm
{
    /// <summary>Writes numbers and booleans bare, arrays, rows and maps as such, and anything else as its text form.</summary>
    public static void Write(ColumnReader column, int index, Utf8JsonWriter output)
    {
        if (column.IsNull(index))
        {
            output.WriteNullValue();
            return;
        }

        switch (column.Type)
        {
            case ArrayType:
                WriteArray(column, index, output);
                break;
            case MapType:
                WriteMap(column, index, output);
                break;
            case RowType row:
                WriteRow(row, column, index, output);
                break;
            case ScalarType { Kind: ScalarKind.Boolean }:
                output.WriteBooleanValue(column.GetBoolean(index));
                break;
            case var type when IsBareNumber(type, column, index):
                output.WriteRawValue(Text(column, index), skipInputValidation: true);
                break;
            default:
                output.WriteStringValue(Text(column, index));
                break;
        }
    }

    /// <summary>JSON has no word for NaN and the infinities; they stay texts.</summary>
    private static bool IsBareNumber(SqlType type, ColumnReader column, int index) => type switch
    {
        DecimalType => true,
        ScalarType { IsInteger: true } => true,
        ScalarType { IsFloatingPoint: true } => double.IsFinite(column.GetDouble(index)),
        _ => false,
    };

    private static void WriteArray(ColumnReader column, int index, Utf8JsonWriter output)
    {
        var range = column.GetList(index);
        output.WriteStartArray();
        for (var i = 0; i < range.Count; i++)
        {
            Write(column.Child(0), range.Start + i, output);
        }

        output.WriteEndArray();
    }

    private static void WriteMap(ColumnReader column, int index, Utf8JsonWriter output)
    {
        var range = column.GetList(index);
        output.WriteStartObject();
        for (var i = 0; i < range.Count; i++)
        {
            output.WritePropertyName(Text(column.Child(0), range.Start + i));
            Write(column.Child(1), range.Start + i, output);
        }

        output.WriteEndObject();
    }

    private static void WriteRow(RowType type, ColumnReader column, int index, Utf8JsonWriter output)
    {
        output.WriteStartObject();
        for (var i = 0; i < type.Fields.Count; i++)
        {
            output.WritePropertyName(type.Fields[i].Name ?? string.Create(CultureInfo.InvariantCulture, $"field{i}"));
            Write(column.Child(i), index, output);
        }

        output.WriteEndObject();
    }

    private static string Text(ColumnReader column, int index)
    {
        var text = new ArrayBufferWriter<byte>();
        TextForm.Write(column, index, text);
        return Encoding.UTF8.GetString(text.WrittenSpan);
    }
}
