using System.Globalization;
using System.Text.RegularExpressions;
using Spoor.Core.Errors;
using Spoor.Engine.Executors.DuckDb.Sql;
using Spoor.Engine.Semantics.Numbers;

namespace Spoor.Engine.Executors.DuckDb.Values;

/// <summary>Puts errors that values provoke in DuckDB into Trino's codes and words.</summary>
internal static partial class DuckDbErrorText
{
    /// <summary>Translates an error's text; false when it is not one that values provoke.</summary>
    internal static bool TryTranslate(string duckDbMessage, out ErrorCode code, out string message) =>
        FunctionError.TryDecode(duckDbMessage, out code, out message)
        || TryOverflow(duckDbMessage, out code, out message)
        || TryConversion(duckDbMessage, out code, out message);

    private static bool TryOverflow(string text, out ErrorCode code, out string message)
    {
        code = ErrorCode.NumericValueOutOfRange;
        message = "";
        if (FrameOffset().IsMatch(text))
        {
            code = ErrorCode.InvalidWindowFrame;
            message = "Window frame offset value must not be negative or null";
            return true;
        }

        if (Overflow().Match(text) is { Success: true } overflow)
        {
            var type = TypeName(overflow.Groups["type"].Value);
            message = $"{type} {overflow.Groups["operation"].Value} overflow: {overflow.Groups["operands"].Value}";
            return true;
        }

        return false;
    }

    private static bool TryConversion(string text, out ErrorCode code, out string message)
    {
        code = ErrorCode.NumericValueOutOfRange;
        message = "";
        if (OutOfRange().Match(text) is { Success: true } range)
        {
            var value = range.Groups["value"].Value;
            var isFloat = range.Groups["from"].Value is "DOUBLE" or "FLOAT";
            code = isFloat ? ErrorCode.InvalidCastArgument : ErrorCode.NumericValueOutOfRange;
            var shown = isFloat && double.TryParse(value, CultureInfo.InvariantCulture, out var number) ? JavaNumber.Format(number) : value;
            message = $"Out of range for {TypeName(range.Groups["to"].Value)}: {shown}";
            return true;
        }

        if (ToDecimal().Match(text) is { Success: true } number2)
        {
            code = ErrorCode.InvalidCastArgument;
            message = $"Cannot cast '{number2.Groups["value"].Value}' to DECIMAL({number2.Groups["p"].Value}, {number2.Groups["s"].Value})";
            return true;
        }

        if (DecimalTooLarge().Match(text) is { Success: true } large)
        {
            code = ErrorCode.InvalidCastArgument;
            message = $"Cannot cast '{large.Groups["value"].Value}' to {TypeName(large.Groups["to"].Value).ToUpperInvariant()}";
            return true;
        }

        return false;
    }

    private static string TypeName(string duckDbName) => duckDbName switch
    {
        "INT8" => "tinyint",
        "INT16" => "smallint",
        "INT32" => "integer",
        "INT64" => "bigint",
        "FLOAT" => "real",
        _ => duckDbName.ToLowerInvariant(),
    };

    [GeneratedRegex("Invalid (ROWS|RANGE|GROUPS) (PRECEDING|FOLLOWING) value")]
    private static partial Regex FrameOffset();

    [GeneratedRegex(@"Overflow in (?<operation>addition|subtraction|multiplication) of (?<type>INT\d+) \((?<operands>[^)]*)\)")]
    private static partial Regex Overflow();

    [GeneratedRegex(@"Type (?<from>\w+)(\(\d+,\d+\))? with value (?<value>\S+) can't be cast because the value is out of range for the destination type (?<to>\w+)")]
    private static partial Regex OutOfRange();

    [GeneratedRegex(@"Failed to cast decimal value (?<value>\S+) to type (?<to>\w+)")]
    private static partial Regex DecimalTooLarge();

    [GeneratedRegex(@"Could not cast value (?<value>\S+) to DECIMAL\((?<p>\d+),(?<s>\d+)\)")]
    private static partial Regex ToDecimal();
}
