namespace Spoor.Sql.Functions.Signatures;

/// <summary>https://trino.io/docs/456/functions/teradata.html</summary>
internal static class TeradataFunctions
{
    public const string Signatures = """
        char2hexint(varchar) -> varchar
        index(varchar, varchar) -> bigint
        to_char(timestamp(3) with time zone, varchar) -> varchar
        to_date(varchar, varchar) -> date
        to_timestamp(varchar, varchar) -> timestamp(3)
        """;
}
