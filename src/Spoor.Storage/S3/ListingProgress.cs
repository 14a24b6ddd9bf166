using System.Globalization;
using Amazon.S3.Model;
using Spoor.Storage.Objects;

namespace Spoor.Storage.S3;

/// <summary>Follows a listing from page to page and sees that it gets on: each object once, and an end.</summary>
/// <remarks>
/// S3 lists keys in the order of their UTF-8 bytes, so one key is enough to know that none comes twice. botocore gives up at a repeated token;
/// a cycle of several tokens (boto/botocore#3778) or new tokens over the same keys need this.
/// </remarks>
/// <param name="prefix">What is listed.</param>
/// <param name="isUnordered">Whether the endpoint keeps no order; then all keys are remembered.</param>
internal sealed class ListingProgress(ObjectName prefix, bool isUnordered)
{
    /// <summary>A bucket with many deleted versions gives empty pages, but not without end.</summary>
    public const int MostEmptyPages = 1000;

    private readonly HashSet<string> _keys = new(StringComparer.Ordinal);
    private string? _lastKey;
    private int _emptyPages;

    /// <summary>Checks the next page.</summary>
    /// <param name="page">The page.</param>
    /// <param name="token">The token that asked for it; null for the first.</param>
    /// <returns>The token for the page after it; null when there is none.</returns>
    /// <exception cref="UnexpectedAnswerException">The listing does not get on, or is none of this prefix.</exception>
    public string? Follow(ListObjectsV2Response page, string? token)
    {
        var next = page.IsTruncated == true ? page.NextContinuationToken : null;
        if (next == "" || (page.IsTruncated == true && next is null))
        {
            // Without the token the rest would be missing unnoticed.
            throw new UnexpectedAnswerException("The server did not say where its listing goes on");
        }

        if (next is not null && next == token)
        {
            throw new UnexpectedAnswerException($"The server gave the same continuation token twice: '{next}'");
        }

        var objects = page.S3Objects ?? [];
        _emptyPages = objects.Count == 0 ? _emptyPages + 1 : 0;
        if (_emptyPages >= MostEmptyPages && next is not null)
        {
            throw new UnexpectedAnswerException(string.Create(CultureInfo.InvariantCulture, $"The server sent {MostEmptyPages:N0} empty pages one after another and says that there are more"));
        }

        foreach (var found in objects)
        {
            Require(found);
        }

        return next;
    }

    private void Require(S3Object found)
    {
        if (string.IsNullOrEmpty(found.Key))
        {
            throw new UnexpectedAnswerException("The server listed an object without a name");
        }

        if (!found.Key.StartsWith(prefix.Key, StringComparison.Ordinal))
        {
            throw new UnexpectedAnswerException($"The server listed '{found.Key}', which does not begin with what was asked for");
        }

        if (found.Size is not >= 0)
        {
            throw new UnexpectedAnswerException($"The server listed '{found.Key}' without a length");
        }

        if (isUnordered ? !_keys.Add(found.Key) : _lastKey == found.Key)
        {
            throw new UnexpectedAnswerException($"The server listed '{found.Key}' twice");
        }

        if (!isUnordered && _lastKey is not null && CompareUtf8(_lastKey, found.Key) > 0)
        {
            throw new UnexpectedAnswerException(
                $"The server listed '{found.Key}' after '{_lastKey}': it repeats itself, or keeps no order",
                "If the endpoint is known to list without order, say so in spoor.json: { \"buckets\": { \"NAME\": { \"unordered\": true } } }.");
        }

        _lastKey = found.Key;
    }

    // UTF-16 sorts as UTF-8 does but for surrogates, which stand for what is above all others.
    internal static int CompareUtf8(string left, string right)
    {
        var same = left.AsSpan().CommonPrefixLength(right);
        if (same == left.Length || same == right.Length)
        {
            return left.Length.CompareTo(right.Length);
        }

        var (one, other) = (left[same], right[same]);
        return char.IsSurrogate(one) == char.IsSurrogate(other) ? one.CompareTo(other) : char.IsSurrogate(one) ? 1 : -1;
    }
}
