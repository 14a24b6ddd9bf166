using System.Buffers;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Spoor.Core.Types;
using Spoor.Engine.Results.Columns;

namespace Spoor.Engine.Results.Text;

/// <summary>Athena's text form of a value, as in its CSV files and its API.</summary>
/// <seealso href="https://docs.aws.amazon.com/athena/latest/ug/data-types.html"/>
internal static class TextForm
{
    /// <summary>Writes the value; a NULL inside an array, map or row is <c>null</c>.</summary>
    public static void Write(ColumnReader column, int index, IBufferWriter<byte> output)
    {
        if (column.IsNull(index))
        {
            output.Write("null"u8);
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
            default:
                WriteScalar(column, index, output);
                break;
        }
    }

    private static void WriteScalar(ColumnReader column, int index, IBufferWriter<byte> output)
    {
        switch (column.Type)
        {
            case VarcharType:
                output.Write(column.GetBytes(index));
                break;
            case CharType character:
                WritePadded(column.GetBytes(index), character.Length, output);
                break;
            case DecimalType number:
                NumberText.WriteDecimal(column.GetInt128(index), number.Scale, output);
                break;
            case TimestampType { WithTimeZone: true } timestamp:
                DateTimeText.WriteZonedTimestamp(column.GetInt64(index), column.GetBytes(index), timestamp.Precision, output);
                break;
            case TimestampType timestamp:
                DateTimeText.WriteTimestamp(column.GetInt64(index), timestamp.Precision, output);
                break;
            case TimeType time:
                DateTimeText.WriteTime(column.GetInt64(index), time.Precision, output);
                output.Write(time.WithTimeZone ? "+00:00"u8 : default);
                break;
            case QuantileDigestType:
                WriteHex(column.GetBytes(index), output);
                break;
            case ScalarType scalar:
                WriteByKind(scalar.Kind, column, index, output);
                break;
            default:
                throw new UnreachableException($"No text form for {column.Type}.");
        }
    }

    private static void WriteByKind(ScalarKind kind, ColumnReader column, int index, IBufferWriter<byte> output)
    {
        switch (kind)
        {
            case ScalarKind.Boolean:
                output.Write(column.GetBoolean(index) ? "true"u8 : "false"u8);
                break;
            case ScalarKind.TinyInt or ScalarKind.SmallInt or ScalarKind.Integer or ScalarKind.BigInt:
                NumberText.WriteInteger(column.GetInt64(index), output);
                break;
            case ScalarKind.Real:
                NumberText.WriteReal((float)column.GetDouble(index), output);
                break;
            case ScalarKind.Double:
                NumberText.WriteDouble(column.GetDouble(index), output);
                break;
            case ScalarKind.Date:
                DateTimeText.WriteDate(column.GetInt64(index), output);
                break;
            case ScalarKind.Uuid:
                output.Write(Encoding.ASCII.GetBytes(UuidText(column.GetInt128(index))));
                break;
            case ScalarKind.IntervalDayToSecond:
                DateTimeText.WriteDayToSecond(column.GetInterval(index).Microseconds / 1000, output);
                break;
            case ScalarKind.IntervalYearToMonth:
                DateTimeText.WriteYearToMonth(column.GetInterval(index).Months, output);
                break;
            case ScalarKind.Json or ScalarKind.IpAddress or ScalarKind.JsonPath or ScalarKind.JoniRegExp or ScalarKind.CodePoints or ScalarKind.Color:
                output.Write(column.GetBytes(index));
                break;
            case ScalarKind.Varbinary or ScalarKind.HyperLogLog or ScalarKind.P4HyperLogLog or ScalarKind.SetDigest or ScalarKind.TDigest:
                WriteHex(column.GetBytes(index), output);
                break;
            case ScalarKind.Unknown: // It has no value but NULL.
            default:
                throw new UnreachableException($"No text form for {kind}.");
        }
    }

    private static void WriteArray(ColumnReader column, int index, IBufferWriter<byte> output)
    {
        var range = column.GetList(index);
        output.Write("["u8);
        for (var i = 0; i < range.Count; i++)
        {
            output.Write(i == 0 ? default : ", "u8);
            Write(column.Child(0), range.Start + i, output);
        }

        output.Write("]"u8);
    }

    /// <summary>Keys in order of their text, as Athena prints them.</summary>
    private static void WriteMap(ColumnReader column, int index, IBufferWriter<byte> output)
    {
        var range = column.GetList(index);
        var entries = new List<(string Key, int Element)>(range.Count);
        for (var i = 0; i < range.Count; i++)
        {
            entries.Add((ToText(column.Child(0), range.Start + i), range.Start + i));
        }

        entries.Sort((left, right) => string.CompareOrdinal(left.Key, right.Key));
        output.Write("{"u8);
        for (var i = 0; i < entries.Count; i++)
        {
            output.Write(i == 0 ? default : ", "u8);
            output.Write(Encoding.UTF8.GetBytes(entries[i].Key));
            output.Write("="u8);
            Write(column.Child(1), entries[i].Element, output);
        }

        output.Write("}"u8);
    }

    private static void WriteRow(RowType type, ColumnReader column, int index, IBufferWriter<byte> output)
    {
        output.Write("{"u8);
        for (var i = 0; i < type.Fields.Count; i++)
        {
            output.Write(i == 0 ? default : ", "u8);
            if (type.Fields[i].Name is { } name)
            {
                output.Write(Encoding.UTF8.GetBytes(name));
                output.Write("="u8);
            }

            Write(column.Child(i), index, output);
        }

        output.Write("}"u8);
    }

    private static string ToText(ColumnReader column, int index)
    {
        var text = new ArrayBufferWriter<byte>();
        Write(column, index, text);
        return Encoding.UTF8.GetString(text.WrittenSpan);
    }

    private static void WritePadded(ReadOnlySpan<byte> utf8, int length, IBufferWriter<byte> output)
    {
        output.Write(utf8);
        var characters = utf8.Length - CountContinuationBytes(utf8);
        for (var i = characters; i < length; i++)
        {
            output.Write(" "u8);
        }
    }

    private static int CountContinuationBytes(ReadOnlySpan<byte> utf8)
    {
        var count = 0;
        foreach (var value in utf8)
        {
            count += (value & 0xC0) == 0x80 ? 1 : 0;
        }

        return count;
    }

    private static void WriteHex(ReadOnlySpan<byte> bytes, IBufferWriter<byte> output)
    {
        Span<byte> pair = stackalloc byte[3];
        for (var i = 0; i < bytes.Length; i++)
        {
            _ = bytes[i].TryFormat(pair, out _, "x2", CultureInfo.InvariantCulture);
            pair[2] = (byte)' ';
            output.Write(i == bytes.Length - 1 ? pair[..2] : pair);
        }
    }

    private static string UuidText(Int128 value)
    {
        var digits = ((UInt128)value).ToString("x32", CultureInfo.InvariantCulture);
        return $"{digits[..8]}-{digits[8..12]}-{digits[12..16]}-{digits[16..20]}-{digits[20..]}";
    }
}
