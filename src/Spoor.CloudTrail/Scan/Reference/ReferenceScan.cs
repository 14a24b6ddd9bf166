using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using Spoor.CloudTrail.Scan.Contract;
using Spoor.CloudTrail.Scan.Json;
using Spoor.Core.Types;

namespace Spoor.CloudTrail.Scan.Reference;

/// <summary>The scan of a CloudTrail log as one would write it without a thought for speed; tests hold the fast one against it.</summary>
/// <remarks>It knows varchar, boolean, bigint, array, map and row, and reads one document of decompressed bytes.</remarks>
internal static class ReferenceScan
{
    /// <summary>Writes one row per record.</summary>
    /// <returns>The number of rows; null when the log is refused.</returns>
    public static int? Read(ReadOnlyMemory<byte> log, IReadOnlyList<ScanColumn> columns, ReadOnlySpan<ColumnWriter> writers)
    {
        try
        {
            // The document's own object and its array stand around the records.
            using var document = JsonDocument.Parse(log, new JsonDocumentOptions { MaxDepth = JsonWalker.MaxDepth + 2 });
            var rows = 0;
            foreach (var record in FindMember(document.RootElement, "records")!.Value.EnumerateArray())
            {
                WriteRow(record, columns, writers, rows++);
            }

            return rows;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    private static void WriteRow(JsonElement record, IReadOnlyList<ScanColumn> columns, ReadOnlySpan<ColumnWriter> writers, int row)
    {
        if (record.ValueKind != JsonValueKind.Object)
        {
            throw new FormatException("record is not an object");
        }

        for (var i = 0; i < columns.Count; i++)
        {
            JsonElement? value = record;
            foreach (var name in columns[i].Path)
            {
                value = value is { ValueKind: not JsonValueKind.Null } parent ? FindMember(parent, name) : null;
            }

            Write(value, columns[i].Type, writers[i], row);
        }
    }

    // The last member of the name; throws where the value is no object.
    private static JsonElement? FindMember(JsonElement value, string name)
    {
        JsonElement? found = null;
        foreach (var member in value.EnumerateObject())
        {
            if (TextOf(JsonMarshal.GetRawUtf8PropertyName(member)).Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                found = member.Value;
            }
        }

        return found;
    }

    private static void Write(JsonElement? value, SqlType type, ColumnWriter writer, int index)
    {
        if (value is not { ValueKind: not JsonValueKind.Null } present)
        {
            writer.WriteNull(index);
            return;
        }

        switch (type)
        {
            case VarcharType:
                writer.WriteText(index, Encoding.UTF8.GetBytes(ScalarOrCompact(present)));
                break;
            case ScalarType { Kind: ScalarKind.Boolean }:
                writer.WriteBoolean(index, Scalar(present).Equals("true", StringComparison.OrdinalIgnoreCase));
                break;
            case ScalarType { Kind: ScalarKind.BigInt }:
                writer.WriteInt64(index, long.Parse(Scalar(present), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture));
                break;
            case RowType row:
                WriteFields(present, row, writer, index);
                break;
            case ArrayType array:
                WriteElements(present, array, writer, index);
                break;
            default:
                WriteMembers(present, (MapType)type, writer, index);
                break;
        }
    }

    private static void WriteFields(JsonElement value, RowType row, ColumnWriter writer, int index)
    {
        for (var i = 0; i < row.Fields.Count; i++)
        {
            Write(FindMember(value, row.Fields[i].Name!), row.Fields[i].Type, writer.Child(i), index); // Fields of tables have names.
        }
    }

    private static void WriteElements(JsonElement value, ArrayType array, ColumnWriter writer, int index)
    {
        writer.BeginList(index);
        foreach (var element in value.EnumerateArray())
        {
            Write(element, array.Element, writer.Child(0), writer.AppendElement());
        }

        writer.EndList(index);
    }

    private static void WriteMembers(JsonElement value, MapType map, ColumnWriter writer, int index)
    {
        var members = value.EnumerateObject().Select(member => (Key: TextOf(JsonMarshal.GetRawUtf8PropertyName(member)), member.Value)).ToList();
        writer.BeginList(index);
        foreach (var (key, element) in members.Where((member, i) => !members.Skip(i + 1).Any(later => later.Key == member.Key)))
        {
            var at = writer.AppendElement();
            writer.Child(0).WriteText(at, Encoding.UTF8.GetBytes(key));
            Write(element, map.Value, writer.Child(1), at);
        }

        writer.EndList(index);
    }

    private static string Scalar(JsonElement value) =>
        value.ValueKind is JsonValueKind.Object or JsonValueKind.Array ? throw new FormatException("not a scalar") : ScalarOrCompact(value);

    private static string ScalarOrCompact(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => TextOf(JsonMarshal.GetRawUtf8Value(value)[1..^1]),
        JsonValueKind.Object => $"{{{string.Join(',', value.EnumerateObject().Select(member => $"\"{Encoding.UTF8.GetString(JsonMarshal.GetRawUtf8PropertyName(member))}\":{Compact(member.Value)}"))}}}",
        JsonValueKind.Array => $"[{string.Join(',', value.EnumerateArray().Select(Compact))}]",
        _ => value.GetRawText(),
    };

    private static string Compact(JsonElement value) =>
        value.ValueKind is JsonValueKind.Object or JsonValueKind.Array ? ScalarOrCompact(value) : Encoding.UTF8.GetString(JsonMarshal.GetRawUtf8Value(value));

    private static string TextOf(ReadOnlySpan<byte> escaped)
    {
        var text = Encoding.UTF8.GetString(escaped);
        var result = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\')
            {
                result.Append(text[i]);
                continue;
            }

            i++;
            if (text[i] == 'u')
            {
                result.Append((char)Convert.ToUInt16(text.Substring(i + 1, 4), 16));
                i += 4;
                continue;
            }

            var control = "bfnrt".IndexOf(text[i]);
            result.Append(control < 0 ? text[i] : "\b\f\n\r\t"[control]);
        }

        return result.ToString();
    }
}
