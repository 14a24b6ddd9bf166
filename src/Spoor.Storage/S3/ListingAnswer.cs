using System.Globalization;
using System.Text;
using System.Xml;

namespace Spoor.Storage.S3;

/// <summary>Tells a listing from everything else that a server may send with status 200. The client takes each of them, and nothing at all, for a listing without objects.</summary>
/// <seealso href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectsV2.html"/>
internal static class ListingAnswer
{
    /// <summary>A page has 1,000 keys of 1,024 bytes at most; escaped and with all that stands beside them, they stay far below.</summary>
    public const int LongestInBytes = 16 << 20;

    // What is no XML at all is told by its beginning.
    private const int ExcerptLength = 100;

    private static readonly XmlReaderSettings s_settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        // Keys hold control characters, as references that XML 1.0 does not allow.
        CheckCharacters = false,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        IgnoreWhitespace = true,
    };

    /// <summary>Reads the answer to its end.</summary>
    /// <returns>True for a listing, false for an error of S3's in its place.</returns>
    /// <exception cref="UnexpectedAnswerException">It is neither.</exception>
    public static bool Require(ReadOnlyMemory<byte> body, string? mediaType)
    {
        var isListing = false;
        string? isTruncated = "";
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(body.ToArray(), writable: false), s_settings);
            reader.MoveToContent();
            if (reader.LocalName == "Error")
            {
                return false;
            }

            isListing = reader.LocalName == "ListBucketResult";
            while (isListing && reader.Read())
            {
                if (reader.Depth == 2 && reader.NodeType == XmlNodeType.Text && isTruncated is null)
                {
                    isTruncated = reader.Value.Trim();
                }
                else if (reader.Depth == 1 && reader.NodeType == XmlNodeType.Element && reader.LocalName == "IsTruncated")
                {
                    isTruncated = null;
                }
            }
        }
        catch (XmlException exception)
        {
            var place = isListing ? string.Create(CultureInfo.InvariantCulture, $", which breaks off or is malformed in line {exception.LineNumber}") : "";
            throw NoListing(body.Span, mediaType, place);
        }

        if (!isListing)
        {
            throw NoListing(body.Span, mediaType, "");
        }

        // Without it, nothing tells whether there are more objects.
        return isTruncated is "true" or "false" ? true : throw new UnexpectedAnswerException("The server's listing does not say whether it is complete");
    }

    /// <summary>The error for a page that does not end.</summary>
    public static UnexpectedAnswerException TooLong() => new(string.Create(CultureInfo.InvariantCulture, $"The server sent a listing page of more than {LongestInBytes:N0} bytes"));

    /// <summary>The beginning of what a server sent, in quotes and without anything that commands a terminal.</summary>
    public static string Excerpt(ReadOnlySpan<byte> body)
    {
        var text = Encoding.UTF8.GetString(body[..Math.Min(body.Length, 4 * ExcerptLength)]);
        var words = string.Join(' ', text.Split([' ', '\t', '\r', '\n', '\uFEFF'], StringSplitOptions.RemoveEmptyEntries));
        var visible = string.Concat(words.Select(letter => char.IsControl(letter) || letter == '\uFFFD' ? '?' : letter));
        return visible.Length <= ExcerptLength ? $"'{visible}'" : $"'{visible[..ExcerptLength]}...'";
    }

    private static UnexpectedAnswerException NoListing(ReadOnlySpan<byte> body, string? mediaType, string fault) =>
        new(body.IsEmpty
            ? "The server did not answer with a listing but with nothing"
            : $"The server did not answer with a listing but with {Excerpt(body)} ({mediaType ?? "of no type"}){fault}");
}
