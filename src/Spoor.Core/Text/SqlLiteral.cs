namespace Spoor.Core.Text;

/// <summary>The one way to write a text as a literal of Trino's SQL.</summary>
public static class SqlLiteral
{
    /// <summary>The literal: <c>it's</c> becomes <c>'it''s'</c>. Nothing else has a meaning inside the quotes, so any text comes out as it went in.</summary>
    public static string Text(string value) => $"'{value.Replace("'", "''", StringComparison.Ordinal)}'";
}
