using System.Globalization;
using Spoor.Sql.Types;

namespace Spoor.Engine.DuckDb.Functions;

/// <summary>Prints CAST and TRY_CAST with Trino's meaning.</summary>
/// <remarks>Text is read by C# functions (<see cref="CastFunctions"/>), because DuckDB reads more forms than Trino and reports errors of its own.</remarks>
/// <seealso href="https://trino.io/docs/current/functions/conversion.html"/>
internal static class CastPrinter
{
    /// <summary>Prints a cast of a printed value; the same text when the two types hold their values alike.</summary>
    /// <param name="printedValue">A DuckDB expression.</param>
    /// <param name="from">Its type.</param>
    /// <param name="to">The type wanted.</param>
    /// <param name="isTry">TRY_CAST: NULL instead of an error.</param>
    internal static string Print(string printedValue, SqlType from, SqlType to, bool isTry)
    {
        var text = Print(printedValue, from, to, depth: 0);
        if (!isTry || text == printedValue)
        {
            return text;
        }

        // Of the value's own errors TRY_CAST catches none. Within a CASE or a lambda DuckDB shares nothing with other casts of the value, which would take it out of TRY.
        return printedValue.Length <= ShortText
            ? $"CASE WHEN {printedValue} IS NOT NULL THEN TRY({text}) END"
            : Once(printedValue, Tried, $"CASE WHEN {Tried} IS NOT NULL THEN TRY({Print(Tried, from, to, depth: 0)}) END");
    }

    // Up to this length a value is written twice, which is quicker than a lambda.
    private const int ShortText = 60;

    private const string Tried = "spoor_t";

    internal static string Print(string value, SqlType from, SqlType to, int depth) => (from, to) switch
    {
        _ when from == to => value,
        (ScalarType { Kind: ScalarKind.Unknown }, _) => Plain(value, to),
        (VarcharType or CharType, ScalarType { Kind: ScalarKind.JsonPath or ScalarKind.CodePoints or ScalarKind.JoniRegExp or ScalarKind.Color }) => TextCastPrinter.Padded(value, from),
        (_, ScalarType { Kind: ScalarKind.Json }) => JsonCastPrinter.ToJson(value, from, depth),
        (ScalarType { Kind: ScalarKind.Json }, _) => JsonCastPrinter.FromJson(value, to, depth),
        (_, VarcharType or CharType) => TextCastPrinter.ToText(value, from, to),
        (VarcharType or CharType, _) => TextCastPrinter.FromText(TextCastPrinter.Padded(value, from), to),
        (ArrayType source, ArrayType target) => PrintArray(value, source, target, depth),
        (MapType source, MapType target) => PrintMap(value, source, target, depth),
        (RowType source, RowType target) => PrintRow(value, source, target, depth),
        (TimestampType or TimeType or ScalarType { Kind: ScalarKind.Date }, _) => TimeCastPrinter.Print(value, from, to),
        _ => PrintNumber(value, from, to),
    };

    /// <summary>A lambda's parameter that no column or outer lambda has.</summary>
    internal static string Variable(int depth) => string.Create(CultureInfo.InvariantCulture, $"spoor_x{depth}");

    private static string Plain(string value, SqlType to) => $"CAST({value} AS {TypePrinter.Print(to)})";

    private static string PrintNumber(string value, SqlType from, SqlType to) => (from, to) switch
    {
        (ScalarType { Kind: ScalarKind.Boolean }, _) => Plain(value, to),
        (_, ScalarType { Kind: ScalarKind.Boolean }) => $"({value} <> 0)",
        (_, DecimalType target) => ToDecimal(value, from, target),
        (ScalarType { Kind: ScalarKind.Double }, ScalarType { Kind: ScalarKind.Real }) => $"spoor_double_to_real({value})",
        (ScalarType { IsFloatingPoint: true }, ScalarType { IsInteger: true }) => Plain($"round({value})", to),
        (ScalarType { Kind: ScalarKind.IpAddress }, ScalarType { Kind: ScalarKind.Varbinary }) => $"spoor_ipaddress_to_varbinary({value})",
        (ScalarType { Kind: ScalarKind.Varbinary }, ScalarType { Kind: ScalarKind.IpAddress }) => $"spoor_varbinary_to_ipaddress({value})",
        (ScalarType { Kind: ScalarKind.Uuid }, ScalarType { Kind: ScalarKind.Varbinary }) => $"spoor_uuid_to_varbinary(CAST({value} AS VARCHAR))",
        (ScalarType { Kind: ScalarKind.Varbinary }, ScalarType { Kind: ScalarKind.Uuid }) => $"CAST(spoor_varbinary_to_uuid({value}) AS UUID)",
        _ => Plain(value, to),
    };

    // Only where the number may not fit is it worth a function of ours, for Trino's error.
    private static string ToDecimal(string value, SqlType from, DecimalType to) => from switch
    {
        ScalarType { IsInteger: true } integer => to.Precision - to.Scale >= Digits(integer)
            ? Plain(value, to)
            : Checked($"CAST({value} AS VARCHAR)", integer.Name.ToUpperInvariant(), to),
        ScalarType { IsFloatingPoint: true } number => Checked($"spoor_{number.Name}_to_json({value})", number.Name.ToUpperInvariant(), to),
        DecimalType source => to.Precision - to.Scale > source.Precision - source.Scale || (to.Precision - to.Scale == source.Precision - source.Scale && to.Scale >= source.Scale)
            ? Plain(value, to)
            : Checked(TextCastPrinter.DecimalText(value, source), $"DECIMAL({source.Precision}, {source.Scale})", to),
        _ => Plain(value, to),
    };

    private static int Digits(ScalarType integer) => integer.Kind switch { ScalarKind.TinyInt => 3, ScalarKind.SmallInt => 5, ScalarKind.Integer => 10, _ => 19 };

    private static string Checked(string text, string from, DecimalType to) =>
        Plain(string.Create(CultureInfo.InvariantCulture, $"spoor_to_decimal({text}, '{from}', {to.Precision}, {to.Scale})"), to);

    private static string PrintArray(string value, ArrayType from, ArrayType to, int depth)
    {
        var element = Variable(depth);
        var body = Print(element, from.Element, to.Element, depth + 1);
        return body == element ? value : $"list_transform({value}, lambda {element}: {body})";
    }

    private static string PrintMap(string value, MapType from, MapType to, int depth)
    {
        var entry = Variable(depth);
        var key = Print($"{entry}.key", from.Key, to.Key, depth + 1);
        var item = Print($"{entry}.value", from.Value, to.Value, depth + 1);
        return key == $"{entry}.key" && item == $"{entry}.value"
            ? value
            : $"map_from_entries(list_transform(map_entries({value}), lambda {entry}: {{'key': {key}, 'value': {item}}}))";
    }

    private static string PrintRow(string value, RowType from, RowType to, int depth)
    {
        var row = Variable(depth);
        var fields = from.Fields.Select((member, index) =>
            Print($"{row}.{TypePrinter.FieldName(index)}", member.Type, to.Fields[index].Type, depth + 1)).ToList();
        return fields.Select((text, index) => text == $"{row}.{TypePrinter.FieldName(index)}").All(isSame => isSame)
            ? value
            : Once(value, row, $"CASE WHEN {row} IS NOT NULL THEN {Struct(fields)} END");
    }

    /// <summary>A STRUCT of printed fields.</summary>
    internal static string Struct(IEnumerable<string> fields) =>
        $"struct_pack({string.Join(", ", fields.Select((text, index) => $"{TypePrinter.FieldName(index)} := {text}"))})";

    /// <summary>Uses a value several times in <paramref name="body"/>, but evaluates and prints it once.</summary>
    internal static string Once(string value, string variable, string body) => $"list_transform([{value}], lambda {variable}: {body})[1]";
}
