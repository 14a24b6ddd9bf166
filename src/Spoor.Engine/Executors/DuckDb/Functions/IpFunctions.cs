using System.Net;
using System.Net.Sockets;
using Spoor.Core.Errors;
using Spoor.Engine.Executors.DuckDb.Native;
using static Spoor.Engine.Executors.DuckDb.Native.ScalarFunctionType;

namespace Spoor.Engine.Executors.DuckDb.Functions;

/// <summary>IP addresses, held as their canonical text, and UUIDs.</summary>
/// <seealso href="https://trino.io/docs/current/functions/ipaddress.html"/>
internal static class IpFunctions
{
    /// <summary><c>contains(network, address)</c>.</summary>
    internal static ScalarFunction Contains { get; } = new("spoor_cidr_contains", [Varchar, Varchar], ScalarFunctionType.Boolean, ContainsAddress);

    /// <summary>Casts.</summary>
    internal static IEnumerable<ScalarFunction> Native { get; } =
    [
        new("spoor_varchar_to_ipaddress", [Varchar], Varchar, (ref row) => row.SetText(Text(row.Text(0)))),
        new("spoor_ipaddress_to_varbinary", [Varchar], Blob, (ref row) => row.SetBytes(Bytes(IPAddress.Parse(row.Text(0))))),
        new("spoor_varbinary_to_ipaddress", [Blob], Varchar, FromBytes),
        new("spoor_varchar_to_uuid", [Varchar], Varchar, ToUuid),
        new("spoor_uuid_to_varbinary", [Varchar], Blob, (ref row) => row.SetBytes(Guid.Parse(row.Text(0)).ToByteArray(bigEndian: true))),
        new("spoor_varbinary_to_uuid", [Blob], Varchar, UuidFromBytes),
    ];

    private static QueryException CastError(string message) => new(ErrorCode.InvalidCastArgument, span: null, message);

    private static QueryException Invalid(string message) => new(ErrorCode.InvalidFunctionArgument, span: null, message);

    private static string Text(string text) => TryParse(text, out var address)
        ? Shown(address)
        : throw CastError($"Cannot cast value to IPADDRESS: {text}");

    // .NET reads forms such as 10.1 and [::1]:80 that are no addresses in Trino.
    private static bool TryParse(string text, out IPAddress address)
    {
        address = IPAddress.None;
        var isPlain = text.Contains(':', StringComparison.Ordinal) ? !text.Contains('[', StringComparison.Ordinal) && !text.Contains('%', StringComparison.Ordinal) : text.Count(c => c == '.') == 3;
        if (!isPlain || !IPAddress.TryParse(text, out var parsed))
        {
            return false;
        }

        address = parsed;
        return true;
    }

    private static string Shown(IPAddress address) => (address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address).ToString();

    // IPv4 addresses are mapped into IPv6, so that all have 16 bytes and one order.
    private static byte[] Bytes(IPAddress address) => address.MapToIPv6().GetAddressBytes();

    private static void FromBytes(ref ScalarFunctionRow row)
    {
        var bytes = row.Bytes(0);
        row.SetText(bytes.Length is 4 or 16
            ? Shown(new IPAddress(bytes))
            : throw CastError($"Invalid IP address binary length: {bytes.Length}"));
    }

    private static void ContainsAddress(ref ScalarFunctionRow row)
    {
        var network = row.Text(0);
        var slash = network.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0 || slash != network.LastIndexOf('/'))
        {
            throw Invalid("Invalid CIDR");
        }

        if (!TryParse(network[..slash], out var start))
        {
            throw Invalid("Invalid network IP address");
        }

        var isVersion4 = start.AddressFamily == AddressFamily.InterNetwork;
        if (!int.TryParse(network.AsSpan(slash + 1), out var prefix) || prefix < 0 || prefix > (isVersion4 ? 32 : 128))
        {
            throw Invalid("Invalid prefix length");
        }

        var bits = isVersion4 ? prefix + 96 : prefix;
        var (first, address) = (Bytes(start), Bytes(IPAddress.Parse(row.Text(1))));
        if (isVersion4 && !HasOnlyPrefix(first, bits))
        {
            throw Invalid("Invalid CIDR");
        }

        row.SetBoolean(HasPrefix(first, address, bits));
    }

    private static bool HasOnlyPrefix(byte[] address, int bits) =>
        Enumerable.Range(bits, 128 - bits).All(bit => (address[bit / 8] & (0x80 >> (bit % 8))) == 0);

    private static bool HasPrefix(byte[] network, byte[] address, int bits)
    {
        var whole = bits / 8;
        var mask = (byte)~(0xFF >> (bits % 8));
        return network.AsSpan(0, whole).SequenceEqual(address.AsSpan(0, whole)) && (bits % 8 == 0 || (network[whole] & mask) == (address[whole] & mask));
    }

    private static void ToUuid(ref ScalarFunctionRow row)
    {
        var text = row.Text(0);
        row.SetText(Guid.TryParseExact(text, "D", out var uuid) ? uuid.ToString() : throw CastError($"Cannot cast value to UUID: {text}"));
    }

    private static void UuidFromBytes(ref ScalarFunctionRow row)
    {
        var bytes = row.Bytes(0);
        row.SetText(bytes.Length == 16 ? new Guid(bytes, bigEndian: true).ToString() : throw CastError($"Invalid UUID binary length: {bytes.Length}"));
    }
}
