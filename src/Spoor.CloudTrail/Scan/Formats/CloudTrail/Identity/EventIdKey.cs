using System.Security.Cryptography;

namespace Spoor.CloudTrail.Scan.Formats.CloudTrail.Identity;

/// <summary>Sixteen bytes that stand for an <c>eventID</c>, for those who keep very many.</summary>
/// <remarks>
/// An id as AWS makes them, a UUID, is its 16 bytes, so that nothing is lost; any other text is the first half of its SHA-256: among a thousand million of these the chance
/// that two are taken for one is below 10^-20.
/// </remarks>
public static class EventIdKey
{
    private const int UuidLength = 36;

    /// <summary>The key of an id, given as UTF-8.</summary>
    public static Guid Of(ReadOnlySpan<byte> id)
    {
        // Only as a UUID is printed: in capitals it is another text.
        Span<byte> printed = stackalloc byte[UuidLength];
        if (id.Length == UuidLength && Guid.TryParse(id, out var uuid) && uuid.TryFormat(printed, out _) && id.SequenceEqual(printed))
        {
            return uuid;
        }

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(id, hash);
        return new Guid(hash[..16]);
    }
}
