using System.Text.RegularExpressions;
using Spoor.Sql;
using Spoor.Sql.Syntax;
using Spoor.Sql.Syntax.Nodes;
using Spoor.Sql.Types;

namespace Spoor.Engine.DuckDb.Functions;

/// <summary>Prints arithmetic. Overflow of integers is left to DuckDB, whose errors <see cref="DuckDbErrorText"/> puts into Trino's words.</summary>
internal static partial class ArithmeticPrinter
{
    /// <summary>Prints <c>left operator right</c>.</summary>
    internal static string Print(ArithmeticOperator op, string left, SqlType leftType, string right, SqlType rightType, SqlType result) => result switch
    {
        ScalarType { IsInteger: true } integer => PrintInteger(op, left, right, integer),
        ScalarType { IsFloatingPoint: true } => PrintFloat(op, left, right, result),
        DecimalType number => PrintDecimal(op, left, right, number),
        _ => PrintTime(op, left, leftType, right, rightType, result),
    };

    /// <summary>Prints <c>-value</c>.</summary>
    internal static string PrintNegate(string value, SqlType type) => type switch
    {
        // Negating a constant would fold to a wider type and not overflow.
        ScalarType { IsInteger: true } integer => $"spoor_negate_{integer.Name}({value})",
        _ => $"(-({value}))",
    };

    private static string PrintInteger(ArithmeticOperator op, string left, string right, ScalarType type) => op switch
    {
        ArithmeticOperator.Divide => $"CAST(({left} // {Divisor(right)}) AS {TypePrinter.Print(type)})",
        ArithmeticOperator.Modulus => $"CAST(({left} % {Divisor(right)}) AS {TypePrinter.Print(type)})",
        _ => $"({left} {op.ToSymbol()} {right})",
    };

    // A literal other than zero needs no check.
    private static string Divisor(string right) =>
        NonZeroLiteral().IsMatch(right) ? right : $"spoor_divisor({right})";

    [GeneratedRegex(@"^\(?(CAST\()?-?[1-9]\d*( AS [A-Z]+\))?\)?\z", RegexOptions.ExplicitCapture)]
    private static partial Regex NonZeroLiteral();

    private static string PrintFloat(ArithmeticOperator op, string left, string right, SqlType type) => op switch
    {
        // DuckDB has no remainder by zero (NULL); Trino's is NaN.
        ArithmeticOperator.Modulus => $"CAST(spoor_remainder({left}, {right}) AS {TypePrinter.Print(type)})",
        _ => $"({left} {op.ToSymbol()} {right})",
    };

    private static string PrintDecimal(ArithmeticOperator op, string left, string right, DecimalType type)
    {
        var target = TypePrinter.Print(type);
        return op is ArithmeticOperator.Add or ArithmeticOperator.Subtract && type.Precision < 38
            ? $"CAST((CAST({left} AS {target}) {op.ToSymbol()} CAST({right} AS {target})) AS {target})"
            : $"CAST(spoor_decimal('{op.ToSymbol()}', CAST({left} AS VARCHAR), CAST({right} AS VARCHAR), {type.Precision}, {type.Scale}) AS {target})";
    }

    private static string PrintTime(ArithmeticOperator op, string left, SqlType leftType, string right, SqlType rightType, SqlType result) => result switch
    {
        ScalarType { IsInterval: true } => PrintInterval(op, left, leftType, right, rightType),
        TimestampType { WithTimeZone: true } when IsInterval(rightType) => $"spoor_zoned_add({left}, {Sign(op)}{Part(right)})",
        TimestampType { WithTimeZone: true } => $"spoor_zoned_add({right}, {left})",
        ScalarType { Kind: ScalarKind.Date } => $"CAST(({Days(left, leftType)} {op.ToSymbol()} {Days(right, rightType)}) AS DATE)",
        _ => $"({left} {op.ToSymbol()} {right})",
    };

    private static string Days(string text, SqlType type) => type is ScalarType { Kind: ScalarKind.IntervalDayToSecond } ? $"spoor_whole_days({text})" : text;

    private static string PrintInterval(ArithmeticOperator op, string left, SqlType leftType, string right, SqlType rightType) => op switch
    {
        ArithmeticOperator.Multiply when IsInterval(leftType) => Multiplied(left, right, rightType),
        ArithmeticOperator.Multiply => Multiplied(right, left, leftType),
        ArithmeticOperator.Divide => $"spoor_interval_divide({left}, CAST({right} AS DOUBLE))",
        _ when IsInterval(leftType) && IsInterval(rightType) => $"spoor_interval_{(op == ArithmeticOperator.Add ? "add" : "subtract")}({left}, {right})",
        _ when leftType is ScalarType { Kind: ScalarKind.Date } => $"to_milliseconds(CAST({left} - {right} AS BIGINT) * 86400000)",
        _ when leftType is TimestampType => $"to_milliseconds(CAST(round((epoch_us({ComparisonPrinter.Key(left, leftType)}) - epoch_us({ComparisonPrinter.Key(right, rightType)})) / 1000.0) AS BIGINT))",
        _ when leftType is TimeType { WithTimeZone: false } => $"to_milliseconds(CAST(round((epoch_us(DATE '1970-01-01' + {left}) - epoch_us(DATE '1970-01-01' + {right})) / 1000.0) AS BIGINT))",
        _ => throw new QueryException(ErrorCode.NotSupported, span: null, $"The difference of two values of {leftType} is not yet available in Spoor"),
    };

    private static string Multiplied(string interval, string number, SqlType type) => type is ScalarType { IsInteger: true }
        ? $"spoor_interval_times({interval}, {number})"
        : $"spoor_interval_multiply({interval}, CAST({number} AS DOUBLE))";

    private static bool IsInterval(SqlType type) => type is ScalarType { IsInterval: true };

    private static string Sign(ArithmeticOperator op) => op == ArithmeticOperator.Subtract ? "-" : "";

    private static string Part(string text) => $"({text})";
}
