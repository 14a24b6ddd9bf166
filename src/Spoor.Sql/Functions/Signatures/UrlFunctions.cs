namespace Spoor.Sql.Functions.Signatures;

/// <summary>https://trino.io/docs/456/functions/url.html</summary>
internal static class UrlFunctions
{
    public const string Signatures = """
        url_decode(varchar(x)) -> varchar(x)
        url_encode(varchar(x)) -> varchar(min(2147483647, x * 12))
        url_extract_fragment(varchar(x)) -> varchar(x)
        url_extract_host(varchar(x)) -> varchar(x)
        url_extract_parameter(varchar(x), varchar(y)) -> varchar(x)
        url_extract_path(varchar(x)) -> varchar(x)
        url_extract_port(varchar(x)) -> bigint
        url_extract_protocol(varchar(x)) -> varchar(x)
        url_extract_query(varchar(x)) -> varchar(x)
        """;
}
