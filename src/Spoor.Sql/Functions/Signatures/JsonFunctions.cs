namespace Spoor.Sql.Functions.Signatures;

/// <summary>https://trino.io/docs/456/functions/json.html</summary>
internal static class JsonFunctions
{
    public const string Signatures = """
        is_json_scalar(varchar(x)) -> boolean
        is_json_scalar(json) -> boolean
        json_array_contains(varchar(x), boolean) -> boolean
        json_array_contains(json, boolean) -> boolean
        json_array_contains(varchar(x), bigint) -> boolean
        json_array_contains(json, bigint) -> boolean
        json_array_contains(varchar(x), double) -> boolean
        json_array_contains(json, double) -> boolean
        json_array_contains(varchar(x), varchar(y)) -> boolean
        json_array_contains(json, varchar(x)) -> boolean
        json_array_get(varchar(x), bigint) -> json
        json_array_get(json, bigint) -> json
        json_array_length(varchar(x)) -> bigint
        json_array_length(json) -> bigint
        json_extract(varchar(x), JsonPath) -> json
        json_extract(json, JsonPath) -> json
        json_extract_scalar(varchar(x), JsonPath) -> varchar(x)
        json_extract_scalar(json, JsonPath) -> varchar
        json_format(json) -> varchar
        json_parse(varchar(x)) -> json
        json_size(varchar(x), JsonPath) -> bigint
        json_size(json, JsonPath) -> bigint
        """;
}
