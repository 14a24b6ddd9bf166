using System.Globalization;
using System.Text.Json;
using Spoor.Core.Types;

namespace Spoor.Engine.Tests.FunctionCases;

/// <summary>Brings values into one text form, so that an expected value and a result can be compared.</summary>
internal static class CaseValue
{
    /// <summary>A value as the case files write it; see their README.</summary>
    public static string OfExpected(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => "null",
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        JsonValueKind.Number => Number(value.GetRawText()),
        JsonValueKind.String => $"'{value.GetString()}'",
        JsonValueKind.Array => List(value.EnumerateArray().Select(OfExpected)),
        _ => OfTagged(value),
    };

    /// <summary>A value as the engine writes it in JSON.</summary>
    public static string OfResult(JsonElement value, SqlType type) => (value.ValueKind, type) switch
    {
        (JsonValueKind.Null, _) => "null",
        (_, ArrayType array) => List(value.EnumerateArray().Select(element => OfResult(element, array.Element))),
        (_, RowType row) => List(value.EnumerateObject().Select((member, index) => OfResult(member.Value, row.Fields[index].Type))),
        (_, MapType map) => Map(value.EnumerateObject().Select(member => (OfKey(member.Name, map.Key), OfResult(member.Value, map.Value)))),
        (JsonValueKind.True, _) => "true",
        (JsonValueKind.False, _) => "false",
        (_, DecimalType) => Exact(value.ToString()),
        (JsonValueKind.Number, _) => Number(value.GetRawText()),
        (_, ScalarType { Kind: ScalarKind.Varbinary }) => $"x{value.GetString()?.Replace(" ", "", StringComparison.Ordinal)}",
        (_, ScalarType { IsFloatingPoint: true }) => $"{value.GetString()}",
        _ => $"'{value.GetString()}'",
    };

    private static string OfTagged(JsonElement value)
    {
        var tag = value.EnumerateObject().First();
        return tag.Name switch
        {
            "$map" => Map(tag.Value.EnumerateArray().Select(entry => (OfExpected(entry[0]), OfExpected(entry[1])))),
            "$decimal" => Exact(tag.Value.GetString() ?? ""),
            "$varbinary" => $"x{tag.Value.GetString()}",
            "$num" => tag.Value.GetString() ?? "",
            _ => value.GetRawText(),
        };
    }

    private static string OfKey(string text, SqlType type) => type switch
    {
        DecimalType or ScalarType { IsNumber: true } => Number(text),
        ScalarType { Kind: ScalarKind.Boolean } => text,
        ScalarType { Kind: ScalarKind.Varbinary } => $"x{text.Replace(" ", "", StringComparison.Ordinal)}",
        _ => $"'{text}'",
    };

    // Doubles to 14 digits, because the last ones depend on the mathematics library.
    private static string Number(string text)
    {
        if (text.AsSpan().IndexOfAny('e', 'E') < 0 && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var exact) && text.Length > 15 && !text.Contains('.', StringComparison.Ordinal))
        {
            return exact.ToString(CultureInfo.InvariantCulture);
        }

        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? (number == 0 ? 0 : number).ToString("G14", CultureInfo.InvariantCulture)
            : text;
    }

    // Every digit of a decimal counts, but not the zeros that its precision and scale add.
    private static string Exact(string text)
    {
        var digits = text.TrimStart('-').TrimStart('0');
        var shown = digits.Contains('.', StringComparison.Ordinal) ? digits.TrimEnd('0').TrimEnd('.') : digits;
        return shown.Length == 0 ? "0" : $"{(text.StartsWith('-') ? "-" : "")}{(shown.StartsWith('.') ? "0" : "")}{shown}";
    }

    private static string List(IEnumerable<string> elements) => $"[{string.Join(", ", elements)}]";

    private static string Map(IEnumerable<(string Key, string Value)> entries) =>
        $"{{{string.Join(", ", entries.Select(entry => $"{entry.Key}={entry.Value}").Order(StringComparer.Ordinal))}}}";
}
