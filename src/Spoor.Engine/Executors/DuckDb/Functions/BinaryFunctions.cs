using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Spoor.Core.Errors;
using Spoor.Core.Types;
using Spoor.Engine.Executors.DuckDb.Native;
using Spoor.Engine.Semantics.Hashing;
using static Spoor.Engine.Executors.DuckDb.Functions.FunctionExecution;
using static Spoor.Engine.Executors.DuckDb.Native.ScalarFunctionType;
using static Spoor.Engine.Executors.DuckDb.Sql.DuckSql;

namespace Spoor.Engine.Executors.DuckDb.Functions;

/// <summary>Functions of binary values.</summary>
/// <seealso href="https://trino.io/docs/current/functions/binary.html"/>
internal static class BinaryFunctions
{
    private delegate byte[] BytesToBytes(ReadOnlySpan<byte> bytes);

    internal static IEnumerable<FunctionExecution> All { get; } =
    [
        Expression("to_hex", "hex({0})"),
        CSharp("to_base64", [Blob], Varchar, (ref row) => row.SetText(Convert.ToBase64String(row.Bytes(0)))),
        CSharp("to_base64url", [Blob], Varchar, (ref row) => row.SetText(Convert.ToBase64String(row.Bytes(0)).Replace('+', '-').Replace('/', '_'))),
        CSharp("to_base32", [Blob], Varchar, (ref row) => row.SetText(Base32.Encode(row.Bytes(0)))),
        Read("from_hex", FromHex),
        Read("from_base64", text => FromBase64(text)),
        Read("from_base64url", text => FromBase64(text.Replace('-', '+').Replace('_', '/'))),
        Read("from_base32", Base32.Decode),
#pragma warning disable CA5350, CA5351 // The names promise these algorithms; nothing here is protected by them.
        Hash("md5", bytes => MD5.HashData(bytes)),
        Hash("sha1", bytes => SHA1.HashData(bytes)),
        Hash("sha256", bytes => SHA256.HashData(bytes)),
        Hash("sha512", bytes => SHA512.HashData(bytes)),
        Hash("xxhash64", bytes => BigEndian(XxHash64.Compute(bytes))),
        CSharp("crc32", [Blob], BigInt, (ref row) => row.Set((long)Crc32(row.Bytes(0)))),
        Keyed("hmac_md5", (key, bytes) => HMACMD5.HashData(key, bytes)),
        Keyed("hmac_sha1", (key, bytes) => HMACSHA1.HashData(key, bytes)),
        Keyed("hmac_sha256", (key, bytes) => HMACSHA256.HashData(key, bytes)),
        Keyed("hmac_sha512", (key, bytes) => HMACSHA512.HashData(key, bytes)),
#pragma warning restore CA5350, CA5351
        CSharp("to_big_endian_32", [Integer], Blob, (ref row) => row.SetBytes(BigEndian((uint)row.Value<int>(0)))),
        CSharp("to_big_endian_64", [BigInt], Blob, (ref row) => row.SetBytes(BigEndian((ulong)row.Value<long>(0)))),
        CSharp("from_big_endian_32", [Blob], Integer, (ref row) => row.Set(BinaryPrimitives.ReadInt32BigEndian(Exactly(row.Bytes(0), 4, "expected 4-byte input, but got instead: ")))),
        CSharp("from_big_endian_64", [Blob], BigInt, (ref row) => row.Set(BinaryPrimitives.ReadInt64BigEndian(Exactly(row.Bytes(0), 8, "expected 8-byte input, but got instead: ")))),
        CSharp("to_ieee754_32", [Real], Blob, (ref row) => row.SetBytes(BigEndian(BitConverter.SingleToUInt32Bits(row.Value<float>(0))))),
        CSharp("to_ieee754_64", [ScalarFunctionType.Double], Blob, (ref row) => row.SetBytes(BigEndian(BitConverter.DoubleToUInt64Bits(row.Value<double>(0))))),
        CSharp("from_ieee754_32", [Blob], Real, (ref row) => row.Set(BinaryPrimitives.ReadSingleBigEndian(Exactly(row.Bytes(0), 4, "Input floating-point value must be exactly 4 bytes long", showLength: false)))),
        CSharp("from_ieee754_64", [Blob], ScalarFunctionType.Double, (ref row) => row.Set(BinaryPrimitives.ReadDoubleBigEndian(Exactly(row.Bytes(0), 8, "Input floating-point value must be exactly 8 bytes long", showLength: false)))),
    ];

    private static QueryException Invalid(string message) => new(ErrorCode.InvalidFunctionArgument, span: null, message);

    private static FunctionExecution Hash(string name, BytesToBytes compute) => CSharp(name, [Blob], Blob, (ref row) => row.SetBytes(compute(row.Bytes(0))));

    private static FunctionExecution Keyed(string name, Func<byte[], byte[], byte[]> compute) =>
        CSharp(name, [Blob, Blob], Blob, (ref row) => row.SetBytes(compute(row.Bytes(1).ToArray(), row.Bytes(0).ToArray())));

    /// <summary>A function of text, given as varchar or varbinary.</summary>
    private static FunctionExecution Read(string name, Func<string, byte[]> decode) => Expression(
        name,
        call => call.Type(0) is VarcharType ? Call($"spoor_{name}", Call("encode", call[0])) : Call($"spoor_{name}", call[0]),
        new ScalarFunction($"spoor_{name}", [Blob], Blob, (ref row) => row.SetBytes(decode(Encoding.UTF8.GetString(row.Bytes(0))))));

    private static byte[] FromHex(string text)
    {
        try
        {
            return Convert.FromHexString(text);
        }
        catch (FormatException error)
        {
            throw new QueryException(ErrorCode.InvalidFunctionArgument, span: null, $"string is not a valid hex string: {text}", cause: error);
        }
    }

    private static byte[] FromBase64(string text)
    {
        try
        {
            return Convert.FromBase64String(text.PadRight((text.Length + 3) / 4 * 4, '='));
        }
        catch (FormatException error)
        {
            throw new QueryException(ErrorCode.InvalidFunctionArgument, span: null, $"Illegal base64 text: {text}", cause: error);
        }
    }

    private static ReadOnlySpan<byte> Exactly(ReadOnlySpan<byte> bytes, int length, string message, bool showLength = true) =>
        bytes.Length == length ? bytes : throw Invalid(showLength ? $"{message}{bytes.Length}" : message);

    private static byte[] BigEndian(uint value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, value);
        return bytes;
    }

    private static byte[] BigEndian(ulong value)
    {
        var bytes = new byte[8];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, value);
        return bytes;
    }

    private static uint Crc32(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var unit in bytes)
        {
            crc ^= unit;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc >> 1) ^ ((crc & 1) * 0xEDB88320);
            }
        }

        return ~crc;
    }
}
