using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using Amazon.S3.Model;

namespace Spoor.Storage.S3;

/// <summary>Tells the bytes that were asked for from everything else that a server may send with a status of success.</summary>
/// <remarks>What <c>If-Match</c> and <c>Range</c> ask for, not every endpoint does; the answer says what it did.</remarks>
internal static class ObjectAnswer
{
    /// <summary>Checks the answer to a request for an object from an offset on.</summary>
    /// <param name="answer">The answer; its body is not read.</param>
    /// <param name="offset">First byte asked for; null when no range was.</param>
    /// <param name="eTag">ETag of the version that is wanted; null for any.</param>
    /// <param name="size">Length of the whole object; null when it is not known.</param>
    /// <returns>Length of the whole object.</returns>
    /// <exception cref="UnexpectedAnswerException">It is another version, another part, or no object at all.</exception>
    public static long Require(GetObjectResponse answer, long? offset, string? eTag, long? size)
    {
        if (string.IsNullOrEmpty(answer.ETag))
        {
            throw new UnexpectedAnswerException($"The server did not answer with an object: its answer ({MediaType(answer)}) has no ETag");
        }

        if (eTag is not null && !IsSame(answer.ETag, eTag))
        {
            throw new UnexpectedAnswerException($"The object changed after it was listed: its ETag is {answer.ETag} and was {eTag}", S3Errors.ReadsNewVersion);
        }

        // 0 and -1 when the server gives no length.
        long? sent = answer.Headers.ContentLength > 0 ? answer.Headers.ContentLength : null;
        if (answer.HttpStatusCode == HttpStatusCode.PartialContent)
        {
            return RequirePart(answer, offset ?? 0, sent, size);
        }

        if (offset > 0)
        {
            throw new UnexpectedAnswerException("The server sent the whole object where its rest was asked for");
        }

        return size is { } listed && sent is { } length && listed != length ? throw OtherLength(listed, length) : sent ?? size ?? throw NoLength();
    }

    private static long RequirePart(GetObjectResponse answer, long offset, long? sent, long? size)
    {
        if (!ContentRangeHeaderValue.TryParse(answer.ContentRange, out var range) || range is not { HasRange: true, Unit: "bytes" } || range.From != offset)
        {
            throw new UnexpectedAnswerException(
                string.Create(CultureInfo.InvariantCulture, $"The server sent other bytes than asked for: '{answer.ContentRange}' where they begin at {offset}"));
        }

        var total = range.Length ?? size;
        if (size is not null && total != size)
        {
            throw OtherLength(size.Value, total ?? 0);
        }

        // All the rest was asked for: less is not what the server says it has.
        if (range.To + 1 != total)
        {
            throw new UnexpectedAnswerException($"The server sent a part of what was asked for: '{answer.ContentRange}'");
        }

        return sent is null || sent == total - offset
            ? total ?? throw NoLength()
            : throw new UnexpectedAnswerException(string.Create(CultureInfo.InvariantCulture, $"The server sent {sent:N0} bytes and called them '{answer.ContentRange}'"));
    }

    private static UnexpectedAnswerException NoLength() => new("The server did not say how long the object is");

    private static UnexpectedAnswerException OtherLength(long listed, long sent) =>
        new(string.Create(CultureInfo.InvariantCulture, $"The object was listed with {listed:N0} bytes and has {sent:N0}"));

    // Proxies that compress make an ETag weak, and a listing may leave the quotes out.
    private static bool IsSame(string one, string other) => Opaque(one).SequenceEqual(Opaque(other));

    private static ReadOnlySpan<char> Opaque(string eTag) => (eTag.StartsWith("W/", StringComparison.Ordinal) ? eTag.AsSpan(2) : eTag).Trim('"');

    private static string MediaType(GetObjectResponse answer) => string.IsNullOrEmpty(answer.Headers.ContentType) ? "of no type" : answer.Headers.ContentType;
}
