using Spoor.Sql;
using Spoor.Sql.Syntax;
using Spoor.Sql.Syntax.Nodes;
using Spoor.Sql.Types;

namespace Spoor.Engine.DuckDb.Functions;

/// <summary>Prints comparisons of two values of one type.</summary>
internal static class ComparisonPrinter
{
    private const string Between = "spoor_v";

    /// <summary>Prints <c>left operator right</c>.</summary>
    internal static string Print(ComparisonOperator op, string left, string right, SqlType type) => type switch
    {
        ScalarType { IsFloatingPoint: true } => PrintFloat(op, left, right, isTruth: false),
        ArrayType or MapType or RowType when op == ComparisonOperator.Equal => NestedEquality.Print(left, right, type),
        ArrayType or MapType or RowType when op == ComparisonOperator.NotEqual => $"(NOT {NestedEquality.Print(left, right, type)})",
        ArrayType or RowType => PrintNestedOrder(op, left, right, type),
        _ => $"({Key(left, type)} {op.ToSymbol()} {Key(right, type)})",
    };

    /// <summary>What stands for a value where it is compared.</summary>
    internal static string Key(string value, SqlType type) => ValueKey.Order(value, type, unorderedFirst: false);

    /// <summary>Whether DuckDB's <c>=</c> over keys is Trino's: NaN equals nothing, and neither do nested values with NULL or NaN inside.</summary>
    internal static bool HasPlainEquality(SqlType type) => type is not (ArrayType or MapType or RowType or ScalarType { IsFloatingPoint: true });

    /// <summary>Prints a comparison of which only matters where it is true.</summary>
    internal static string PrintTruth(ComparisonOperator op, string left, string right, SqlType type) =>
        type is ScalarType { IsFloatingPoint: true } ? PrintFloat(op, left, right, isTruth: true) : Print(op, left, right, type);

    /// <summary>Prints BETWEEN. A number between NaN and anything or anything and NaN is none.</summary>
    internal static string PrintBetween(string value, string min, string max, SqlType type)
    {
        if (type is not (ArrayType or RowType or ScalarType { IsFloatingPoint: true }))
        {
            return $"({Key(value, type)} BETWEEN {Key(min, type)} AND {Key(max, type)})";
        }

        return value.All(c => char.IsLetterOrDigit(c) || c == '_') ? Both(value) : CastPrinter.Once(value, Between, Both(Between));

        string Both(string text) => $"({Print(ComparisonOperator.GreaterThanOrEqual, text, min, type)} AND {Print(ComparisonOperator.LessThanOrEqual, text, max, type)})";
    }

    /// <summary>Prints a BETWEEN of which only matters where it is true: a value or least that is NaN needs a greatest that is, as DuckDB orders them.</summary>
    internal static string PrintBetweenTruth(string value, string min, string max, SqlType type)
    {
        var text = $"{Key(value, type)} BETWEEN {Key(min, type)} AND {Key(max, type)}";
        return type is ScalarType { IsFloatingPoint: true } && !IsNumber(max) ? $"({text} AND NOT isnan({max}))" : $"({text})";
    }

    /// <summary>Prints LIKE.</summary>
    internal static string PrintLike(string value, string pattern, string? escape) =>
        escape is null ? $"({value} LIKE {pattern})" : $"spoor_like({value}, {pattern}, {escape})";

    // Where two values differ in nothing but NULLs, Trino does not say which is the greater.
    private static string PrintNestedOrder(ComparisonOperator op, string left, string right, SqlType type)
    {
        const string Left = "spoor_c.l", Right = "spoor_c.r";
        var message = type is RowType ? "ROW comparison not supported for fields with null elements" : "ARRAY comparison not supported for arrays with null elements";
        var compared = $"CASE WHEN {NestedEquality.Print(Left, Right, type)} IS NULL THEN {FunctionError.Print(ErrorCode.NotSupported, message, ScalarTypes.Boolean)} ELSE {Key(Left, type)} {op.ToSymbol()} {Key(Right, type)} END";
        return CastPrinter.Once($"{{'l': {left}, 'r': {right}}}", "spoor_c", $"CASE WHEN {Left} IS NOT NULL AND {Right} IS NOT NULL THEN {compared} END");
    }

    // DuckDB orders NaN above all numbers and equal to itself; in Trino no comparison with it holds but <>. Where the other side is NULL, the result is.
    private static string PrintFloat(ComparisonOperator op, string left, string right, bool isTruth)
    {
        var comparison = $"{left} {op.ToSymbol()} {right}";
        var (suspect, other) = op is ComparisonOperator.LessThan or ComparisonOperator.LessThanOrEqual ? (right, left) : (left, right);
        if (IsNumber(suspect) || (op is ComparisonOperator.Equal or ComparisonOperator.NotEqual && IsNumber(right)))
        {
            return $"({comparison})";
        }

        return op == ComparisonOperator.NotEqual
            ? $"({comparison} OR (isnan({suspect}) AND {other} IS NOT NULL))"
            : isTruth ? $"({comparison} AND NOT isnan({suspect}))" : $"({comparison} AND (NOT isnan({suspect}) OR nullif({other} IS NULL, true)))";
    }

    private static bool IsNumber(string text) => text.All(c => char.IsAsciiDigit(c) || c is '.' or '-' or '(' or ')' or 'e' or 'E' or '+');
}
