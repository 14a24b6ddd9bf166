using Spoor.Core.Errors;
using Spoor.Core.Types;
using Spoor.Engine.Executors.DuckDb.Sql;
using Spoor.Sql.Syntax.Nodes;
using Spoor.Sql.Syntax.Printing;
using static Spoor.Engine.Executors.DuckDb.Sql.DuckSql;

namespace Spoor.Engine.Executors.DuckDb.Values;

/// <summary>Prints arithmetic. Overflow of integers is left to DuckDB, whose errors <see cref="DuckDbErrorText"/> puts into Trino's words.</summary>
internal static class ArithmeticPrinter
{
    /// <summary>Prints <c>left operator right</c>.</summary>
    internal static DuckExpression Print(ArithmeticOperator op, DuckExpression left, SqlType leftType, DuckExpression right, SqlType rightType, SqlType result) => result switch
    {
        ScalarType { IsInteger: true } integer => PrintInteger(op, left, right, integer),
        ScalarType { IsFloatingPoint: true } => PrintFloat(op, left, right, result),
        DecimalType number => PrintDecimal(op, left, right, number),
        _ => PrintTime(op, left, leftType, right, rightType, result),
    };

    /// <summary>Prints <c>-value</c>.</summary>
    internal static DuckExpression PrintNegate(DuckExpression value, SqlType type) => type switch
    {
        // Negating a constant would fold to a wider type and not overflow.
        ScalarType { IsInteger: true } integer => Call($"spoor_negate_{integer.Name}", value),
        _ => Duck($"-{value}"),
    };

    private static DuckExpression PrintInteger(ArithmeticOperator op, DuckExpression left, DuckExpression right, ScalarType type) => op switch
    {
        ArithmeticOperator.Divide => Duck($"CAST({left} // {Divisor(right)} AS {TypePrinter.TypeOf(type)})"),
        ArithmeticOperator.Modulus => Duck($"CAST({left} % {Divisor(right)} AS {TypePrinter.TypeOf(type)})"),
        _ => Duck($"{left} {op} {right}"),
    };

    // A literal other than zero needs no check.
    private static DuckExpression Divisor(DuckExpression right) => IsNonZero(right) ? right : Call("spoor_divisor", right);

    private static bool IsNonZero(DuckExpression value) => value switch
    {
        DuckNumber number => number.Digits.Any(digit => digit is >= '1' and <= '9'),
        DuckPrefix { Operator: "-" } negative => IsNonZero(negative.Operand),
        DuckCast { Type.Kind: PhysicalType.TinyInt or PhysicalType.SmallInt or PhysicalType.Integer or PhysicalType.BigInt } cast => IsNonZero(cast.Value),
        _ => false,
    };

    private static DuckExpression PrintFloat(ArithmeticOperator op, DuckExpression left, DuckExpression right, SqlType type) => op switch
    {
        // DuckDB has no remainder by zero (NULL); Trino's is NaN.
        ArithmeticOperator.Modulus => Duck($"CAST(spoor_remainder({left}, {right}) AS {TypePrinter.TypeOf(type)})"),
        _ => Duck($"{left} {op} {right}"),
    };

    private static DuckExpression PrintDecimal(ArithmeticOperator op, DuckExpression left, DuckExpression right, DecimalType type)
    {
        var target = TypePrinter.TypeOf(type);
        return op is ArithmeticOperator.Add or ArithmeticOperator.Subtract && type.Precision < 38
            ? Duck($"CAST(CAST({left} AS {target}) {op} CAST({right} AS {target}) AS {target})")
            : Duck($"CAST(spoor_decimal({Text(op.ToSymbol())}, CAST({left} AS VARCHAR), CAST({right} AS VARCHAR), {type.Precision}, {type.Scale}) AS {target})");
    }

    private static DuckExpression PrintTime(ArithmeticOperator op, DuckExpression left, SqlType leftType, DuckExpression right, SqlType rightType, SqlType result) => result switch
    {
        ScalarType { IsInterval: true } => PrintInterval(op, left, leftType, right, rightType),
        TimestampType { WithTimeZone: true } when IsInterval(rightType) => Call("spoor_zoned_add", left, op == ArithmeticOperator.Subtract ? Duck($"-{right}") : right),
        TimestampType { WithTimeZone: true } => Call("spoor_zoned_add", right, left),
        ScalarType { Kind: ScalarKind.Date } => Duck($"CAST({Days(left, leftType)} {op} {Days(right, rightType)} AS DATE)"),
        _ => Duck($"{left} {op} {right}"),
    };

    private static DuckExpression Days(DuckExpression value, SqlType type) => type is ScalarType { Kind: ScalarKind.IntervalDayToSecond } ? Call("spoor_whole_days", value) : value;

    private static DuckExpression PrintInterval(ArithmeticOperator op, DuckExpression left, SqlType leftType, DuckExpression right, SqlType rightType) => op switch
    {
        ArithmeticOperator.Multiply when IsInterval(leftType) => Multiplied(left, right, rightType),
        ArithmeticOperator.Multiply => Multiplied(right, left, leftType),
        ArithmeticOperator.Divide => Duck($"spoor_interval_divide({left}, CAST({right} AS DOUBLE))"),
        _ when IsInterval(leftType) && IsInterval(rightType) => Call(op == ArithmeticOperator.Add ? "spoor_interval_add" : "spoor_interval_subtract", left, right),
        _ when leftType is ScalarType { Kind: ScalarKind.Date } => Duck($"to_milliseconds(CAST({left} - {right} AS BIGINT) * 86400000)"),
        _ when leftType is TimestampType => Difference(ComparisonPrinter.Key(left, leftType), ComparisonPrinter.Key(right, rightType)),
        _ when leftType is TimeType { WithTimeZone: false } => Difference(Duck($"CAST('1970-01-01' AS DATE) + {left}"), Duck($"CAST('1970-01-01' AS DATE) + {right}")),
        _ => throw new QueryException(ErrorCode.NotSupported, span: null, $"The difference of two values of {leftType} is not yet available in Spoor"),
    };

    private static DuckExpression Difference(DuckExpression left, DuckExpression right) =>
        Duck($"to_milliseconds(CAST(round((epoch_us({left}) - epoch_us({right})) / 1000.0) AS BIGINT))");

    private static DuckExpression Multiplied(DuckExpression interval, DuckExpression number, SqlType type) => type is ScalarType { IsInteger: true }
        ? Call("spoor_interval_times", interval, number)
        : Duck($"spoor_interval_multiply({interval}, CAST({number} AS DOUBLE))");

    private static bool IsInterval(SqlType type) => type is ScalarType { IsInterval: true };
}
