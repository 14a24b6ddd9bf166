namespace Spoor.Sql.Functions.Signatures;

/// <summary>https://trino.io/docs/456/functions/string.html</summary>
internal static class StringFunctions
{
    public const string Signatures = """
        chr(bigint) -> varchar(1)
        codepoint(varchar(1)) -> integer
        concat(char(x), char(y)) -> char(x + y)
        concat(varchar...) -> varchar
        concat(varbinary...) -> varbinary
        concat_ws(varchar, varchar...) -> varchar
        concat_ws(varchar, array(varchar)) -> varchar
        ends_with(varchar(x), varchar(y)) -> boolean
        from_utf8(varbinary) -> varchar
        from_utf8(varbinary, varchar(x)) -> varchar
        from_utf8(varbinary, bigint) -> varchar
        hamming_distance(varchar(x), varchar(y)) -> bigint
        length(varchar(x)) -> bigint
        length(char(x)) -> bigint
        length(varbinary) -> bigint
        levenshtein_distance(varchar(x), varchar(y)) -> bigint
        lower(varchar(x)) -> varchar(x)
        lower(char(x)) -> char(x)
        lpad(varchar(x), bigint, varchar(y)) -> varchar
        lpad(char(x), bigint, varchar(y)) -> varchar
        lpad(varbinary, bigint, varbinary) -> varbinary
        ltrim(varchar(x)) -> varchar(x)
        ltrim(char(x)) -> varchar(x)
        ltrim(varchar(x), CodePoints) -> varchar(x)
        ltrim(char(x), CodePoints) -> varchar(x)
        luhn_check(varchar) -> boolean
        normalize(varchar(x), varchar(y)) -> varchar
        replace(varchar(x), varchar(y)) -> varchar(x)
        replace(varchar(x), varchar(y), varchar(z)) -> varchar(min(2147483647, x + z * (x + 1)))
        reverse(varchar(x)) -> varchar(x)
        reverse(char(x)) -> char(x)
        reverse(varbinary) -> varbinary
        rpad(varchar(x), bigint, varchar(y)) -> varchar
        rpad(char(x), bigint, varchar(y)) -> varchar
        rpad(varbinary, bigint, varbinary) -> varbinary
        rtrim(varchar(x)) -> varchar(x)
        rtrim(char(x)) -> varchar(x)
        rtrim(varchar(x), CodePoints) -> varchar(x)
        rtrim(char(x), CodePoints) -> varchar(x)
        soundex(varchar) -> varchar(4)
        split(varchar(x), varchar(y)) -> array(varchar(x))
        split(varchar(x), varchar(y), bigint) -> array(varchar(x))
        split_part(varchar(x), varchar(y), bigint) -> varchar(x)
        split_to_map(varchar, varchar, varchar) -> map(varchar,varchar)
        split_to_multimap(varchar, varchar, varchar) -> map(varchar,array(varchar))
        starts_with(varchar(x), varchar(y)) -> boolean
        strpos(varchar(x), varchar(y)) -> bigint
        strpos(varchar(x), varchar(y), bigint) -> bigint
        substr(varchar(x), bigint) -> varchar(x)
        substr(char(x), bigint) -> varchar(x)
        substr(varchar(x), bigint, bigint) -> varchar(x)
        substr(char(x), bigint, bigint) -> varchar(x)
        substr(varbinary, bigint) -> varbinary
        substr(varbinary, bigint, bigint) -> varbinary
        substring(varchar(x), bigint) -> varchar(x)
        substring(char(x), bigint) -> varchar(x)
        substring(varchar(x), bigint, bigint) -> varchar(x)
        substring(char(x), bigint, bigint) -> varchar(x)
        substring(varbinary, bigint) -> varbinary
        substring(varbinary, bigint, bigint) -> varbinary
        to_utf8(varchar(x)) -> varbinary
        to_utf8(char(x)) -> varbinary
        translate(varchar(x), varchar(y), varchar(z)) -> varchar
        trim(varchar(x)) -> varchar(x)
        trim(char(x)) -> varchar(x)
        trim(varchar(x), CodePoints) -> varchar(x)
        trim(char(x), CodePoints) -> varchar(x)
        upper(varchar(x)) -> varchar(x)
        upper(char(x)) -> char(x)
        word_stem(varchar(x)) -> varchar(x)
        word_stem(varchar(x), varchar(2)) -> varchar(x)
        """;
}
