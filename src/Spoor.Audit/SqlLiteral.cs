namespace Spoor.Audit;

/// <summary>Values in the text of statements.</summary>
internal static class SqlLiteral
{
    /// <summary>A text as a literal; null as a null text.</summary>
    public static string Of(string? text) => text is null ? "CAST(NULL AS varchar)" : $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    /// <summary>A time as records write it.</summary>
    public static string Of(DateTimeOffset? time) => Of(time is { } value ? AuditTime.Text(value) : null);
}
