using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Spoor.Core.Errors;
using Spoor.Engine.Executors.DuckDb.Native;
using Spoor.Engine.Semantics.Json;
using Spoor.Engine.Semantics.Numbers;
using static Spoor.Engine.Executors.DuckDb.Native.ScalarFunctionType;

namespace Spoor.Engine.Executors.DuckDb.Values;

/// <summary>C# functions behind casts to and from json.</summary>
internal static class JsonCastFunctions
{
    internal static IEnumerable<ScalarFunction> Native { get; } =
    [
        new("spoor_json_string", [Varchar], Varchar, ToJsonString),
        new("spoor_double_to_json", [ScalarFunctionType.Double], Varchar, (ref row) => row.SetText(JsonText.OfDouble(JavaNumber.Format(row.Value<double>(0))))),
        new("spoor_real_to_json", [Real], Varchar, (ref row) => row.SetText(JsonText.OfDouble(JavaNumber.Format(row.Value<float>(0))))),
        new("spoor_json_array", [VarcharList], Varchar, ToJsonArray),
        new("spoor_json_object", [VarcharList, VarcharList, ScalarFunctionType.Boolean], Varchar, ToJsonObject),
        new("spoor_json_to_varchar", [Varchar], Varchar, ToText, Variadic: Varchar),
        new("spoor_json_to_boolean", [Varchar], ScalarFunctionType.Boolean, ToBoolean, Variadic: Varchar),
        new("spoor_json_to_tinyint", [Varchar], BigInt, (ref row) => ToInteger(ref row, "TINYINT", sbyte.MinValue, sbyte.MaxValue), Variadic: Varchar),
        new("spoor_json_to_smallint", [Varchar], BigInt, (ref row) => ToInteger(ref row, "SMALLINT", short.MinValue, short.MaxValue), Variadic: Varchar),
        new("spoor_json_to_integer", [Varchar], BigInt, (ref row) => ToInteger(ref row, "INTEGER", int.MinValue, int.MaxValue), Variadic: Varchar),
        new("spoor_json_to_bigint", [Varchar], BigInt, (ref row) => ToInteger(ref row, "BIGINT", long.MinValue, long.MaxValue), Variadic: Varchar),
        new("spoor_json_to_double", [Varchar], ScalarFunctionType.Double, ToDouble, Variadic: Varchar),
        new("spoor_json_to_real", [Varchar], Real, ToReal, Variadic: Varchar),
        new("spoor_json_to_decimal", [Varchar, Integer, Integer], Varchar, ToDecimal, Variadic: Varchar),
        new("spoor_json_elements", [Varchar, Varchar, Varchar], VarcharList, Elements),
        new("spoor_json_members", [Varchar, Varchar, Varchar], VarcharMap, Members),
        new("spoor_json_fields", [Varchar, Varchar, Varchar, VarcharList], VarcharList, Fields),
    ];

    // Of a part of an array, map or row, the outer type and the whole text follow the arguments.
    private static QueryException CannotCast(ref ScalarFunctionRow row, string type, string? detail, int arguments = 1) => row.ArgumentCount > arguments
        ? CannotCastWhole(row.Text(arguments + 1), row.Text(arguments), detail)
        : new QueryException(ErrorCode.InvalidCastArgument, span: null, $"Cannot cast '{row.Text(0)}' to {type}");

    private static QueryException CannotCastWhole(string json, string type, string? detail) =>
        new(ErrorCode.InvalidCastArgument, span: null, $"Cannot cast to {type}.{(detail is null ? "" : $" {detail}")}\n{json}");

    private static void ToJsonString(ref ScalarFunctionRow row)
    {
        var output = new ArrayBufferWriter<byte>();
        JsonText.WriteString(row.Text(0), output);
        row.SetBytes(output.WrittenSpan);
    }

    private static List<string?> Texts(ref ScalarFunctionRow row, int argument)
    {
        var vector = row.Vector(argument);
        var (offset, count) = vector.List(row.Row);
        var elements = vector.Elements();
        var texts = new List<string?>(count);
        for (var i = offset; i < offset + count; i++)
        {
            texts.Add(elements.IsNull(i) ? null : elements.Text(i));
        }

        return texts;
    }

    private static void ToJsonArray(ref ScalarFunctionRow row) =>
        row.SetText($"[{string.Join(',', Texts(ref row, 0).Select(text => text ?? "null"))}]");

    private static void ToJsonObject(ref ScalarFunctionRow row)
    {
        var members = Texts(ref row, 0).Zip(Texts(ref row, 1)).ToList();
        if (row.Boolean(2))
        {
            members.Sort((left, right) => string.CompareOrdinal(left.First, right.First));
        }

        var output = new ArrayBufferWriter<byte>();
        output.Write("{"u8);
        for (var i = 0; i < members.Count; i++)
        {
            output.Write(i == 0 ? ""u8 : ","u8);
            JsonText.WriteString(members[i].First ?? "", output);
            output.Write(Encoding.UTF8.GetBytes($":{members[i].Second ?? "null"}"));
        }

        output.Write("}"u8);
        row.SetBytes(output.WrittenSpan);
    }

    private static (JsonTokenType Token, string Text) Scalar(ref ScalarFunctionRow row, string type, int arguments = 1)
    {
        string? detail = null;
        try
        {
            var reader = JsonText.Reader(row.Bytes(0));
            if (reader.Read() && reader.TokenType is not (JsonTokenType.StartArray or JsonTokenType.StartObject))
            {
                return (reader.TokenType, Encoding.UTF8.GetString(JsonText.Scalar(ref reader)));
            }

            detail = $"Unexpected token when cast to {(arguments == 1 ? type.ToLowerInvariant() : type)}: {Shown(ref reader)}";
        }
        catch (JsonException)
        {
            // Reported below.
        }

        throw CannotCast(ref row, type, detail, arguments);
    }

    private static void ToText(ref ScalarFunctionRow row)
    {
        var (token, text) = Scalar(ref row, "VARCHAR");
        if (token != JsonTokenType.Null)
        {
            var isFloat = token == JsonTokenType.Number && text.AsSpan().IndexOfAny('.', 'e', 'E') >= 0;
            row.SetText(isFloat ? JavaNumber.Scientific(double.Parse(text, CultureInfo.InvariantCulture)) : text);
        }
    }

    private static void ToBoolean(ref ScalarFunctionRow row)
    {
        var (token, text) = Scalar(ref row, "BOOLEAN");
        switch (token)
        {
            case JsonTokenType.Null:
                break;
            case JsonTokenType.True or JsonTokenType.False:
                row.SetBoolean(token == JsonTokenType.True);
                break;
            case JsonTokenType.Number when text.AsSpan().IndexOfAny('.', 'e', 'E') < 0:
                row.SetBoolean(long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var integer) ? integer != 0 : throw CannotCast(ref row, "BOOLEAN", detail: null));
                break;
            case JsonTokenType.Number:
                row.SetBoolean(double.Parse(text, CultureInfo.InvariantCulture) != 0);
                break;
            default:
                row.SetBoolean(text.ToUpperInvariant() switch
                {
                    "T" or "TRUE" or "1" => true,
                    "F" or "FALSE" or "0" => false,
                    _ => throw CannotCast(ref row, "BOOLEAN", $"Cannot cast '{text}' to BOOLEAN"),
                });
                break;
        }
    }

    private static void ToInteger(ref ScalarFunctionRow row, string type, long min, long max)
    {
        var (token, text) = Scalar(ref row, type);
        if (token == JsonTokenType.Null)
        {
            return;
        }

        var value = token switch
        {
            JsonTokenType.True => 1,
            JsonTokenType.False => 0,
            _ when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var integer) => integer,
            JsonTokenType.Number when text.AsSpan().IndexOfAny('.', 'e', 'E') >= 0
                && Math.Round(double.Parse(text, CultureInfo.InvariantCulture), MidpointRounding.AwayFromZero) is var rounded
                && rounded is >= -9.223372036854776E18 and < 9.223372036854776E18 => (long)rounded,
            _ => throw CannotCast(ref row, type, Detail(token, text, type)),
        };
        row.Set(value >= min && value <= max ? value : throw CannotCast(ref row, type, Detail(token, text, type)));
    }

    // Of an integer that is too great, Trino says nothing.
    private static string? Detail(JsonTokenType token, string text, string type) => token switch
    {
        JsonTokenType.String => $"Cannot cast '{text}' to {(type == "INTEGER" ? "INT" : type)}",
        _ when text.AsSpan().IndexOfAny('.', 'e', 'E') >= 0 => $"Out of range for {type.ToLowerInvariant()}: {JavaNumber.Format(double.Parse(text, CultureInfo.InvariantCulture))}",
        _ => null,
    };

    private static void ToDouble(ref ScalarFunctionRow row)
    {
        if (Floating(ref row, "DOUBLE") is { } value)
        {
            row.Set(value);
        }
    }

    // As in Java, what is beyond the range of a real is infinite.
    private static void ToReal(ref ScalarFunctionRow row)
    {
        if (Floating(ref row, "REAL") is { } value)
        {
            row.Set((float)value);
        }
    }

    private static double? Floating(ref ScalarFunctionRow row, string type)
    {
        var (token, text) = Scalar(ref row, type);
        try
        {
            return ToFloating(token, text, type);
        }
        catch (QueryException error) when (row.ArgumentCount > 1)
        {
            throw CannotCast(ref row, type, error.Message);
        }
    }

    private static double? ToFloating(JsonTokenType token, string text, string type) => token switch
    {
        JsonTokenType.Null => null,
        JsonTokenType.True => 1d,
        JsonTokenType.False => 0d,
        JsonTokenType.Number => double.Parse(text, CultureInfo.InvariantCulture),
        _ => CastFunctions.ToDouble(text, type),
    };

    private static void ToDecimal(ref ScalarFunctionRow row)
    {
        var (precision, scale) = (row.Value<int>(1), row.Value<int>(2));
        var type = $"DECIMAL({precision},{scale})";
        var (token, text) = Scalar(ref row, type, arguments: 3);
        if (token == JsonTokenType.Null)
        {
            return;
        }

        var written = token switch { JsonTokenType.True => "1", JsonTokenType.False => "0", _ => text };
        var isNumber = ExactNumber.TryParse(written, out var number);
        if (!isNumber || !number.Round(scale).Fits(precision))
        {
            throw CannotCast(ref row, type, isNumber ? $"Cannot cast input json to {type}" : null, arguments: 3);
        }

        row.SetText(number.Round(scale).ToString());
    }

    private static string Copy(ref Utf8JsonReader reader)
    {
        var output = new ArrayBufferWriter<byte>();
        JsonText.Copy(ref reader, output);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    private static string? CopyPart(ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.Null ? null : Copy(ref reader);

    private static string Shown(ref Utf8JsonReader reader) =>
        reader.TokenType switch
        {
            JsonTokenType.StartArray => "[",
            JsonTokenType.StartObject => "{",
            _ => Encoding.UTF8.GetString(JsonText.Scalar(ref reader)),
        };

    private static void Elements(ref ScalarFunctionRow row)
    {
        var type = row.Text(1);
        var reader = JsonText.Reader(row.Bytes(0));
        _ = reader.Read();
        if (reader.TokenType == JsonTokenType.Null)
        {
            return;
        }

        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw CannotCastWhole(row.Text(2), type, $"Expected a json array, but got {Shown(ref reader)}");
        }

        var elements = new List<string?>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            elements.Add(CopyPart(ref reader));
        }

        row.SetTexts(elements);
    }

    private static void Members(ref ScalarFunctionRow row)
    {
        var type = row.Text(1);
        var reader = JsonText.Reader(row.Bytes(0));
        _ = reader.Read();
        if (reader.TokenType == JsonTokenType.Null)
        {
            return;
        }

        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw CannotCastWhole(row.Text(2), type, $"Expected a json object, but got {Shown(ref reader)}");
        }

        var members = new List<KeyValuePair<string, string?>>();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = Encoding.UTF8.GetString(JsonText.Scalar(ref reader));
            _ = reader.Read();
            members.Add(new(name, CopyPart(ref reader)));
        }

        row.SetMap(members);
    }

    private static void Fields(ref ScalarFunctionRow row)
    {
        var type = row.Text(1);
        var names = Texts(ref row, 3);
        var reader = JsonText.Reader(row.Bytes(0));
        _ = reader.Read();
        var parts = new string?[names.Count];
        switch (reader.TokenType)
        {
            case JsonTokenType.Null:
                return;
            case JsonTokenType.StartArray:
                ReadElements(ref reader, parts);
                break;
            case JsonTokenType.StartObject:
                ReadMembers(ref row, ref reader, names, parts, type);
                break;
            default:
                throw CannotCastWhole(row.Text(2), type, $"Expected a json array or object, but got {Shown(ref reader)}");
        }

        row.SetTexts(parts);
    }

    private static void ReadElements(ref Utf8JsonReader reader, string?[] parts)
    {
        for (var i = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; i++)
        {
            var part = CopyPart(ref reader);
            if (i < parts.Length)
            {
                parts[i] = part;
            }
        }
    }

    private static void ReadMembers(ref ScalarFunctionRow row, ref Utf8JsonReader reader, List<string?> names, string?[] parts, string type)
    {
        var seen = new bool[parts.Length];
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = Encoding.UTF8.GetString(JsonText.Scalar(ref reader));
            _ = reader.Read();
            var part = CopyPart(ref reader);
            var index = names.FindIndex(wanted => string.Equals(wanted, name, StringComparison.OrdinalIgnoreCase));
            if (index < 0)
            {
                continue;
            }

            if (seen[index])
            {
                throw CannotCastWhole(row.Text(2), type, $"Duplicate field: {name}");
            }

            seen[index] = true;
            parts[index] = part;
        }
    }
}
