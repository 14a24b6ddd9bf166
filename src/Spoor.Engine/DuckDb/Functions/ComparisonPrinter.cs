using Spoor.Sql.Syntax;
using Spoor.Sql.Syntax.Nodes;
using Spoor.Sql.Types;

namespace Spoor.Engine.DuckDb.Functions;

/// <summary>Prints comparisons of two values of one type.</summary>
internal static class ComparisonPrinter
{
    /// <summary>Prints <c>left operator right</c>.</summary>
    internal static string Print(ComparisonOperator op, string left, string right, SqlType type) => type switch
    {
        ScalarType { Name: "double" or "real" } => PrintFloat(op, left, right),
        ArrayType or MapType or RowType when op == ComparisonOperator.Equal => NestedEquality.Print(left, right, type),
        ArrayType or MapType or RowType when op == ComparisonOperator.NotEqual => $"(NOT {NestedEquality.Print(left, right, type)})",
        _ => $"({Key(left, type)} {op.ToSymbol()} {Key(right, type)})",
    };

    /// <summary>What stands for a value where it is compared.</summary>
    internal static string Key(string value, SqlType type) => ValueKey.Order(value, type, unorderedFirst: false);

    /// <summary>Whether DuckDB's <c>=</c> over keys is Trino's: NaN equals nothing, and neither do nested values with NULL or NaN inside.</summary>
    internal static bool HasPlainEquality(SqlType type) => type is not (ArrayType or MapType or RowType or ScalarType { Name: "double" or "real" });

    /// <summary>Prints BETWEEN. A number between NaN and anything or anything and NaN is none.</summary>
    internal static string PrintBetween(string value, string min, string max, SqlType type)
    {
        var text = $"{Key(value, type)} BETWEEN {Key(min, type)} AND {Key(max, type)}";

        // A value or least that is NaN needs a greatest that is NaN, as DuckDB orders them.
        return type is ScalarType { Name: "double" or "real" } && !IsNumber(max) ? $"({text} AND NOT isnan({max}))" : $"({text})";
    }

    /// <summary>Prints LIKE.</summary>
    internal static string PrintLike(string value, string pattern, string? escape) =>
        escape is null ? $"({value} LIKE {pattern})" : $"spoor_like({value}, {pattern}, {escape})";

    // DuckDB orders NaN above all numbers and equal to itself; in Trino no comparison with it holds but <>.
    private static string PrintFloat(ComparisonOperator op, string left, string right)
    {
        var comparison = $"{left} {op.ToSymbol()} {right}";
        var suspect = op is ComparisonOperator.LessThan or ComparisonOperator.LessThanOrEqual ? right : left;
        if (IsNumber(suspect) || (op is ComparisonOperator.Equal or ComparisonOperator.NotEqual && IsNumber(right)))
        {
            return $"({comparison})";
        }

        return op == ComparisonOperator.NotEqual ? $"({comparison} OR isnan({suspect}))" : $"({comparison} AND NOT isnan({suspect}))";
    }

    private static bool IsNumber(string text) => text.All(c => char.IsAsciiDigit(c) || c is '.' or '-' or '(' or ')' or 'e' or 'E' or '+');
}
