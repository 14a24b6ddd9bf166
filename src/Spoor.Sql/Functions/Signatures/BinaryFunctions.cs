namespace Spoor.Sql.Functions.Signatures;

/// <summary>https://trino.io/docs/456/functions/binary.html</summary>
internal static class BinaryFunctions
{
    public const string Signatures = """
        crc32(varbinary) -> bigint
        from_base32(varchar(x)) -> varbinary
        from_base32(varbinary) -> varbinary
        from_base64(varchar(x)) -> varbinary
        from_base64(varbinary) -> varbinary
        from_base64url(varchar(x)) -> varbinary
        from_base64url(varbinary) -> varbinary
        from_big_endian_32(varbinary) -> integer
        from_big_endian_64(varbinary) -> bigint
        from_hex(varchar(x)) -> varbinary
        from_hex(varbinary) -> varbinary
        from_ieee754_32(varbinary) -> real
        from_ieee754_64(varbinary) -> double
        hmac_md5(varbinary, varbinary) -> varbinary
        hmac_sha1(varbinary, varbinary) -> varbinary
        hmac_sha256(varbinary, varbinary) -> varbinary
        hmac_sha512(varbinary, varbinary) -> varbinary
        md5(varbinary) -> varbinary
        murmur3(varbinary) -> varbinary
        sha1(varbinary) -> varbinary
        sha256(varbinary) -> varbinary
        sha512(varbinary) -> varbinary
        spooky_hash_v2_32(varbinary) -> varbinary
        spooky_hash_v2_64(varbinary) -> varbinary
        to_base32(varbinary) -> varchar
        to_base64(varbinary) -> varchar
        to_base64url(varbinary) -> varchar
        to_big_endian_32(integer) -> varbinary
        to_big_endian_64(bigint) -> varbinary
        to_hex(varbinary) -> varchar
        to_ieee754_32(real) -> varbinary
        to_ieee754_64(double) -> varbinary
        xxhash64(varbinary) -> varbinary
        """;
}
