using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Spoor.Engine.Semantics.Json;

/// <summary>Brings JSON text into the one form that values of type json have: no blanks, members in order of their names.</summary>
internal static class JsonDocumentText
{
    /// <summary>False when the text is not exactly one JSON value.</summary>
    internal static bool TryNormalize(ReadOnlySpan<byte> json, out byte[] normalized)
    {
        try
        {
            var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = 1000 });
            using var document = JsonDocument.ParseValue(ref reader);
            if (!reader.Read())
            {
                var output = new ArrayBufferWriter<byte>();
                Write(document.RootElement, output);
                normalized = output.WrittenSpan.ToArray();
                return true;
            }
        }
        catch (JsonException)
        {
            // Reported by the caller.
        }

        normalized = [];
        return false;
    }

    private static void Write(JsonElement value, ArrayBufferWriter<byte> output)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                WriteMembers(value, output);
                break;
            case JsonValueKind.Array:
                WriteElements(value, output);
                break;
            case JsonValueKind.String:
                JsonText.WriteString(Text(value.GetRawText()), output);
                break;
            case JsonValueKind.Number:
                output.Write(Encoding.ASCII.GetBytes(JsonText.Number(value.GetRawText())));
                break;
            default:
                output.Write(Encoding.ASCII.GetBytes(value.GetRawText()));
                break;
        }
    }

    private static string Text(string quoted) => JsonText.Unescape(Encoding.UTF8.GetBytes(quoted[1..^1]));

    private static void WriteMembers(JsonElement value, ArrayBufferWriter<byte> output)
    {
        // The last of several members of one name wins, as in Trino.
        var members = new SortedDictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var member in value.EnumerateObject())
        {
            members[member.Name] = member.Value;
        }

        output.Write("{"u8);
        var isFirst = true;
        foreach (var (name, member) in members)
        {
            output.Write(isFirst ? ""u8 : ","u8);
            JsonText.WriteString(name, output);
            output.Write(":"u8);
            Write(member, output);
            isFirst = false;
        }

        output.Write("}"u8);
    }

    private static void WriteElements(JsonElement value, ArrayBufferWriter<byte> output)
    {
        output.Write("["u8);
        var isFirst = true;
        foreach (var element in value.EnumerateArray())
        {
            output.Write(isFirst ? ""u8 : ","u8);
            Write(element, output);
            isFirst = false;
        }

        output.Write("]"u8);
    }
}
