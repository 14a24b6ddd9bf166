namespace Spoor.Sql.Functions.Signatures;

/// <summary>https://trino.io/docs/456/functions/hyperloglog.html; cardinality stands with the arrays.</summary>
internal static class HyperLogLogFunctions
{
    public const string Signatures = """
        empty_approx_set() -> HyperLogLog
        empty_approx_set(double) -> HyperLogLog
        """;
}
