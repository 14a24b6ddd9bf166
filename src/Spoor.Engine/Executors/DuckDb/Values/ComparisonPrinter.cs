using Spoor.Core.Errors;
using Spoor.Core.Types;
using Spoor.Engine.Executors.DuckDb.Sql;
using Spoor.Sql.Syntax.Nodes;
using Spoor.Sql.Syntax.Printing;
using static Spoor.Engine.Executors.DuckDb.Sql.DuckSql;

namespace Spoor.Engine.Executors.DuckDb.Values;

/// <summary>Prints comparisons of two values of one type.</summary>
internal static class ComparisonPrinter
{
    /// <summary>Prints <c>left operator right</c>.</summary>
    internal static DuckExpression Print(ComparisonOperator op, DuckExpression left, DuckExpression right, SqlType type) => type switch
    {
        ScalarType { IsFloatingPoint: true } => PrintFloat(op, left, right, isTruth: false),
        ArrayType or MapType or RowType when op == ComparisonOperator.Equal => NestedEquality.Print(left, right, type),
        ArrayType or MapType or RowType when op == ComparisonOperator.NotEqual => new DuckPrefix("NOT", NestedEquality.Print(left, right, type)),
        ArrayType or RowType => PrintNestedOrder(op, left, right, type),
        _ => Infix(Key(left, type), op.ToSymbol(), Key(right, type)),
    };

    /// <summary>What stands for a value where it is compared.</summary>
    internal static DuckExpression Key(DuckExpression value, SqlType type) => ValueKey.Order(value, type, unorderedFirst: false);

    /// <summary>Whether DuckDB's <c>=</c> over keys is Trino's: NaN equals nothing, and neither do nested values with NULL or NaN inside.</summary>
    internal static bool HasPlainEquality(SqlType type) => type is not (ArrayType or MapType or RowType or ScalarType { IsFloatingPoint: true });

    /// <summary>Prints a comparison of which only matters where it is true.</summary>
    internal static DuckExpression PrintTruth(ComparisonOperator op, DuckExpression left, DuckExpression right, SqlType type) =>
        type is ScalarType { IsFloatingPoint: true } ? PrintFloat(op, left, right, isTruth: true) : Print(op, left, right, type);

    /// <summary>Prints BETWEEN. A number between NaN and anything or anything and NaN is none.</summary>
    internal static DuckExpression PrintBetween(DuckExpression value, DuckExpression min, DuckExpression max, SqlType type)
    {
        if (type is not (ArrayType or RowType or ScalarType { IsFloatingPoint: true }))
        {
            return new DuckBetween(Key(value, type), Key(min, type), Key(max, type));
        }

        return IsName(value) ? Both(value) : Once(value, Both);

        DuckExpression Both(DuckExpression known) =>
            And([Print(ComparisonOperator.GreaterThanOrEqual, known, min, type), Print(ComparisonOperator.LessThanOrEqual, known, max, type)]);
    }

    /// <summary>Prints a BETWEEN of which only matters where it is true: a value or least that is NaN needs a greatest that is, as DuckDB orders them.</summary>
    internal static DuckExpression PrintBetweenTruth(DuckExpression value, DuckExpression min, DuckExpression max, SqlType type)
    {
        var between = new DuckBetween(Key(value, type), Key(min, type), Key(max, type));
        return type is ScalarType { IsFloatingPoint: true } && !IsNumber(max) ? Duck($"{between} AND NOT isnan({max})") : between;
    }

    /// <summary>Prints LIKE.</summary>
    internal static DuckExpression PrintLike(DuckExpression value, DuckExpression pattern, DuckExpression? escape) =>
        escape is null ? Infix(value, "LIKE", pattern) : Call("spoor_like", value, pattern, escape);

    // Where two values differ in nothing but NULLs, Trino does not say which is the greater.
    private static DuckExpression PrintNestedOrder(ComparisonOperator op, DuckExpression left, DuckExpression right, SqlType type) => Once(left, right, (a, b) =>
    {
        var message = type is RowType ? "ROW comparison not supported for fields with null elements" : "ARRAY comparison not supported for arrays with null elements";
        var error = FunctionError.Print(ErrorCode.NotSupported, message, ScalarTypes.Boolean);
        var compared = Duck($"CASE WHEN {NestedEquality.Print(a, b, type)} IS NULL THEN {error} ELSE {Key(a, type)} {op} {Key(b, type)} END");
        return Duck($"CASE WHEN {a} IS NOT NULL AND {b} IS NOT NULL THEN {compared} END");
    });

    // DuckDB orders NaN above all numbers and equal to itself; in Trino no comparison with it holds but <>. Where the other side is NULL, the result is.
    private static DuckExpression PrintFloat(ComparisonOperator op, DuckExpression left, DuckExpression right, bool isTruth)
    {
        var comparison = Infix(left, op.ToSymbol(), right);
        var (suspect, other) = op is ComparisonOperator.LessThan or ComparisonOperator.LessThanOrEqual ? (right, left) : (left, right);
        if (IsNumber(suspect) || (op is ComparisonOperator.Equal or ComparisonOperator.NotEqual && IsNumber(right)))
        {
            return comparison;
        }

        return op == ComparisonOperator.NotEqual
            ? Duck($"{comparison} OR (isnan({suspect}) AND {other} IS NOT NULL)")
            : isTruth ? Duck($"{comparison} AND NOT isnan({suspect})") : Duck($"{comparison} AND (NOT isnan({suspect}) OR nullif({other} IS NULL, true))");
    }

    // A constant that is not NaN; doubles are written as CAST('1.5' AS DOUBLE).
    private static bool IsNumber(DuckExpression value) => value is DuckNumber
        || (value is DuckCast { Value: DuckText digits, Type.Kind: PhysicalType.Double or PhysicalType.Float } && digits.Value.All(c => char.IsAsciiDigit(c) || c is '.' or '-' or '+' or 'E'));
}
