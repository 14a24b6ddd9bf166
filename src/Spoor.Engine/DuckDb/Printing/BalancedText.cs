namespace Spoor.Engine.DuckDb.Printing;

/// <summary>Prints a chain of an associative operator as a tree of least depth.</summary>
/// <remarks>DuckDB's time to bind an expression grows with the cube of its depth, and beyond some depth it refuses the statement.</remarks>
internal static class BalancedText
{
    /// <summary>The terms in order, joined by the operator.</summary>
    public static string Print(IReadOnlyList<string> terms, string op) => Print(terms, op, 0, terms.Count);

    private static string Print(IReadOnlyList<string> terms, string op, int start, int count) => count == 1
        ? terms[start]
        : $"({Print(terms, op, start, count / 2)} {op} {Print(terms, op, start + (count / 2), count - (count / 2))})";
}
