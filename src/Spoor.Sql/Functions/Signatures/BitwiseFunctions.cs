namespace Spoor.Sql.Functions.Signatures;

/// <summary>https://trino.io/docs/456/functions/bitwise.html</summary>
internal static class BitwiseFunctions
{
    public const string Signatures = """
        bit_count(bigint, bigint) -> bigint
        bitwise_and(bigint, bigint) -> bigint
        bitwise_or(bigint, bigint) -> bigint
        bitwise_xor(bigint, bigint) -> bigint
        bitwise_not(bigint) -> bigint
        bitwise_left_shift(tinyint, integer) -> tinyint
        bitwise_left_shift(smallint, integer) -> smallint
        bitwise_left_shift(integer, integer) -> integer
        bitwise_left_shift(bigint, integer) -> bigint
        bitwise_right_shift(tinyint, integer) -> tinyint
        bitwise_right_shift(smallint, integer) -> smallint
        bitwise_right_shift(integer, integer) -> integer
        bitwise_right_shift(bigint, integer) -> bigint
        bitwise_right_shift_arithmetic(tinyint, integer) -> tinyint
        bitwise_right_shift_arithmetic(smallint, integer) -> smallint
        bitwise_right_shift_arithmetic(integer, integer) -> integer
        bitwise_right_shift_arithmetic(bigint, integer) -> bigint
        """;
}
