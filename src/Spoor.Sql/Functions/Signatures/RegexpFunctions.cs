namespace Spoor.Sql.Functions.Signatures;

/// <summary>https://trino.io/docs/456/functions/regexp.html</summary>
internal static class RegexpFunctions
{
    public const string Signatures = """
        regexp_count(varchar(x), JoniRegExp) -> bigint
        regexp_extract(varchar(x), JoniRegExp) -> varchar(x)
        regexp_extract(varchar(x), JoniRegExp, bigint) -> varchar(x)
        regexp_extract_all(varchar(x), JoniRegExp) -> array(varchar(x))
        regexp_extract_all(varchar(x), JoniRegExp, bigint) -> array(varchar(x))
        regexp_like(varchar(x), JoniRegExp) -> boolean
        regexp_like(char(x), JoniRegExp) -> boolean
        regexp_position(varchar(x), JoniRegExp) -> integer
        regexp_position(varchar(x), JoniRegExp, bigint) -> integer
        regexp_position(varchar(x), JoniRegExp, bigint, bigint) -> integer
        regexp_replace(varchar(x), JoniRegExp) -> varchar(x)
        regexp_replace(varchar(x), JoniRegExp, varchar(y)) -> varchar(min(2147483647, x + max(x * y / 2, y) * (x + 1)))
        regexp_replace(varchar, JoniRegExp, function(array(varchar),varchar(x))) -> varchar
        regexp_split(varchar(x), JoniRegExp) -> array(varchar(x))
        """;
}
