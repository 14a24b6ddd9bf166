namespace Spoor.Engine.DuckDb.Functions;

/// <summary>Quotes text for DuckDB SQL.</summary>
internal static class SqlText
{
    /// <summary>A VARCHAR literal; control characters need no escape in DuckDB except NUL, which has no literal.</summary>
    internal static string Literal(string text) => text.Contains('\0', StringComparison.Ordinal)
        ? $"({string.Join(" || chr(0) || ", text.Split('\0').Select(Literal))})"
        : $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
