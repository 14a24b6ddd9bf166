namespace Spoor.Sql.Functions.Signatures;

/// <summary>https://trino.io/docs/456/functions/color.html</summary>
internal static class ColorFunctions
{
    public const string Signatures = """
        bar(double, bigint) -> varchar
        bar(double, bigint, color, color) -> varchar
        color(varchar(x)) -> color
        color(double, color, color) -> color
        color(double, double, double, color, color) -> color
        render(boolean) -> varchar
        render(varchar(x), color) -> varchar
        render(bigint, color) -> varchar
        render(double, color) -> varchar
        rgb(bigint, bigint, bigint) -> color
        """;
}
