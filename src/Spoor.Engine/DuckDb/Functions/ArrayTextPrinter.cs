using Spoor.Sql.Types;

namespace Spoor.Engine.DuckDb.Functions;

/// <summary>Functions that join an array's elements into one text. NULLs among them are passed over; any argument that is NULL makes the whole NULL.</summary>
internal static class ArrayTextPrinter
{
    private const string Parts = "spoor_s";
    private const string Element = "spoor_y";

    /// <summary>Prints <c>array_join(array, delimiter[, text for NULL])</c>; elements are cast to varchar.</summary>
    internal static string PrintJoin(FunctionCallText call)
    {
        var text = CastPrinter.Print(Element, ((ArrayType)call.Type(0)).Element, VarcharType.Unbounded, isTry: false);
        return call.Count > 2
            ? Print(call[0], call[1], call[2], $"coalesce({text}, {Parts}.n)")
            : Print(call[0], call[1], forNull: null, text);
    }

    /// <summary>Prints <c>concat_ws(separator, array)</c>.</summary>
    internal static string PrintConcat(FunctionCallText call) => Print(call[1], call[0], forNull: null, Element);

    private static string Print(string array, string delimiter, string? forNull, string text)
    {
        var texts = $"list_filter(list_transform({Parts}.a, lambda {Element}: {text}), lambda {Element}: {Element} IS NOT NULL)";
        var known = forNull is null ? "" : $" AND {Parts}.n IS NOT NULL";

        // DuckDB joins with constants only.
        var joined = IsLiteral(delimiter)
            ? $"coalesce(array_to_string({texts}, {delimiter}), '')"
            : CastPrinter.Once(texts, "spoor_t", $"CASE WHEN len(spoor_t) = 0 THEN '' ELSE list_reduce(spoor_t, lambda spoor_p, spoor_q: spoor_p || {Parts}.d || spoor_q) END");
        return CastPrinter.Once(
            $"{{'a': {array}, 'd': CAST({delimiter} AS VARCHAR){(forNull is null ? "" : $", 'n': CAST({forNull} AS VARCHAR)")}}}",
            Parts,
            $"CASE WHEN {Parts}.a IS NOT NULL AND {Parts}.d IS NOT NULL{known} THEN {joined} END");
    }

    private static bool IsLiteral(string text) =>
        text.Length >= 2 && text[0] == '\'' && text[^1] == '\'' && !text[1..^1].Replace("''", "", StringComparison.Ordinal).Contains('\'', StringComparison.Ordinal);
}
