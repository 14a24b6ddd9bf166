namespace Spoor.Sql.Functions.Signatures;

/// <summary>https://trino.io/docs/456/functions/window.html: functions that need OVER.</summary>
internal static class WindowFunctions
{
    public const string Signatures = """
        cume_dist() -> double
        dense_rank() -> bigint
        first_value(t) T -> t
        lag(t) T -> t
        lag(t, bigint) T -> t
        lag(t, bigint, t) T -> t
        last_value(t) T -> t
        lead(t) T -> t
        lead(t, bigint) T -> t
        lead(t, bigint, t) T -> t
        nth_value(t, bigint) T -> t
        ntile(bigint) -> bigint
        percent_rank() -> double
        rank() -> bigint
        row_number() -> bigint
        """;
}
