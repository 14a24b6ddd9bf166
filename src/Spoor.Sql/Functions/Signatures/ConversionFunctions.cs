namespace Spoor.Sql.Functions.Signatures;

/// <summary>https://trino.io/docs/456/functions/conversion.html</summary>
internal static class ConversionFunctions
{
    public const string Signatures = """
        format(varchar, any...) -> varchar
        format_number(bigint) -> varchar
        format_number(double) -> varchar
        parse_data_size(varchar(x)) -> decimal(38,0)
        typeof(t) T -> varchar
        greatest(E...) E:orderable -> E
        least(E...) E:orderable -> E
        """;
}
