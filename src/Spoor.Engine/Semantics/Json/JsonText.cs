using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Spoor.Engine.Semantics.Numbers;

namespace Spoor.Engine.Semantics.Json;

/// <summary>Reads and writes JSON text the way Trino's JSON library does.</summary>
internal static class JsonText
{
    private const int MaxDepth = 1000;

    /// <summary>A reader with Trino's nesting limit.</summary>
    internal static Utf8JsonReader Reader(ReadOnlySpan<byte> json) =>
        new(json, new JsonReaderOptions { MaxDepth = MaxDepth, AllowMultipleValues = true });

    /// <summary>Moves to the value at a path.</summary>
    /// <returns>False when it is not there. The text behind it is not looked at.</returns>
    /// <exception cref="JsonException">The text up to the value is no JSON.</exception>
    internal static bool TryFind(ref Utf8JsonReader reader, JsonPath path)
    {
        if (!reader.Read())
        {
            return false;
        }

        foreach (var step in path.Steps)
        {
            var isFound = reader.TokenType switch
            {
                JsonTokenType.StartObject => TryFindMember(ref reader, step),
                JsonTokenType.StartArray => TryFindElement(ref reader, step),
                _ => false,
            };
            if (!isFound)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The text of a scalar at the reader: strings without quotes and escapes, numbers as written.</summary>
    internal static ReadOnlySpan<byte> Scalar(ref Utf8JsonReader reader)
    {
        if (!reader.ValueIsEscaped)
        {
            return reader.ValueSpan;
        }

        return Encoding.UTF8.GetBytes(Unescape(reader.ValueSpan));
    }

    /// <summary>Copies the value at the reader without blanks; member order stays, numbers with a fraction are written as doubles.</summary>
    internal static void Copy(ref Utf8JsonReader reader, ArrayBufferWriter<byte> output)
    {
        var depth = reader.CurrentDepth;
        var needsComma = false;
        do
        {
            var isEnd = reader.TokenType is JsonTokenType.EndArray or JsonTokenType.EndObject;
            if (needsComma && !isEnd)
            {
                output.Write(","u8);
            }

            WriteToken(ref reader, output);
            needsComma = reader.TokenType is not (JsonTokenType.StartArray or JsonTokenType.StartObject or JsonTokenType.PropertyName);
        }
        while ((reader.CurrentDepth > depth || reader.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject) && reader.Read());
    }

    /// <summary>Writes a JSON string.</summary>
    internal static void WriteString(string text, IBufferWriter<byte> output)
    {
        var builder = new StringBuilder(text.Length + 2).Append('"');
        foreach (var c in text)
        {
            _ = c switch
            {
                '"' => builder.Append("\\\""),
                '\\' => builder.Append("\\\\"),
                '\n' => builder.Append("\\n"),
                '\r' => builder.Append("\\r"),
                '\t' => builder.Append("\\t"),
                '\b' => builder.Append("\\b"),
                '\f' => builder.Append("\\f"),
                < ' ' => builder.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}"),
                _ => builder.Append(c),
            };
        }

        output.Write(Encoding.UTF8.GetBytes(builder.Append('"').ToString()));
    }

    /// <summary>A number in the form in which Trino writes it: integers as written, others as a double, which beyond its range is the text <c>"Infinity"</c>.</summary>
    internal static string Number(string written) =>
        written.AsSpan().IndexOfAny('.', 'e', 'E') < 0
            ? written == "-0" ? "0" : written
            : OfDouble(JavaNumber.Format(double.Parse(written, CultureInfo.InvariantCulture)));

    /// <summary>The JSON of a floating-point number's text: a text where it is none of JSON's numbers.</summary>
    internal static string OfDouble(string text) => char.IsAsciiLetter(text[^1]) ? $"\"{text}\"" : text;

    /// <summary>The text that escapes stand for; half a surrogate pair becomes <c>?</c>, as in Java.</summary>
    internal static string Unescape(ReadOnlySpan<byte> escaped)
    {
        var text = Encoding.UTF8.GetString(escaped);
        var builder = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\')
            {
                builder.Append(text[i]);
                continue;
            }

            i++;
            builder.Append(text[i] switch
            {
                'n' => '\n',
                'r' => '\r',
                't' => '\t',
                'b' => '\b',
                'f' => '\f',
                'u' => (char)ushort.Parse(text.AsSpan(i + 1, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture),
                var other => other,
            });
            i += text[i] == 'u' ? 4 : 0;
        }

        return builder.ToString();
    }

    private static bool TryFindMember(ref Utf8JsonReader reader, JsonPathStep step)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isMatch = reader.ValueIsEscaped ? Scalar(ref reader).SequenceEqual(step.Name) : reader.ValueSpan.SequenceEqual(step.Name);
            if (isMatch)
            {
                return reader.Read();
            }

            reader.Skip();
        }

        return false;
    }

    private static bool TryFindElement(ref Utf8JsonReader reader, JsonPathStep step)
    {
        for (var index = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; index++)
        {
            if (index == step.Index)
            {
                return true;
            }

            reader.Skip();
        }

        return false;
    }

    private static void WriteToken(ref Utf8JsonReader reader, ArrayBufferWriter<byte> output)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.PropertyName:
                WriteString(Encoding.UTF8.GetString(Scalar(ref reader)), output);
                output.Write(":"u8);
                break;
            case JsonTokenType.String:
                WriteString(Encoding.UTF8.GetString(Scalar(ref reader)), output);
                break;
            case JsonTokenType.Number:
                output.Write(Encoding.ASCII.GetBytes(Number(Encoding.ASCII.GetString(reader.ValueSpan))));
                break;
            default:
                output.Write(reader.ValueSpan);
                break;
        }
    }
}
