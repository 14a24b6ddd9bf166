using System.Security.Cryptography;
using System.Text;
using Spoor.Core.Errors;
using Spoor.Storage.Objects;
using Spoor.Storage.S3;
using Spoor.Testing;
using Xunit;

namespace Spoor.Storage.Tests.S3;

/// <summary>Answers that the server of the other tests does not give: written down as S3's documents have them.</summary>
/// <seealso href="https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html"/>
public sealed class S3AnswerTests : IAsyncDisposable
{
    private const string Xml = "Content-Type: application/xml";
    private static readonly ObjectEntry s_entry = new(new ObjectName("trail", "a/log.json"), 5, DateTimeOffset.UnixEpoch, $"\"{HashOf("hello")}\"");

    private readonly Queue<Fault> _answers = new();
    private readonly FaultProxy _server;
    private readonly S3ObjectStore _store;

    public S3AnswerTests()
    {
        _server = new FaultProxy(target: 0, _ => _answers.Count > 1 ? _answers.Dequeue() : _answers.Peek());
        _store = S3Fixture.Open(_server.Url);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Theory]
    [InlineData("\"opaque-but-with-a-dash\"")]
    [InlineData("\"no_hash_at_all\"")]
    [InlineData("\"abc\"")]
    public async Task Object_whose_ETag_is_no_hash_is_read(string eTag)
    {
        Answer("206 Partial Content", "hello", $"ETag: {eTag}", "Content-Range: bytes 0-4/5");
        Assert.Equal("hello", await ReadAsync(s_entry with { ETag = eTag }));
        Assert.Contains($"If-Match: {eTag}", Assert.Single(_server.Requests), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Content_that_does_not_have_the_hash_of_its_ETag_is_an_error_where_nothing_else_would_tell()
    {
        Answer("200 OK", "hallo", $"ETag: {s_entry.ETag}");
        var error = await Assert.ThrowsAsync<QueryException>(() => ReadAsync(s_entry));
        Assert.Equal("Error opening Hive split s3://trail/a/log.json (offset=0, length=5): Expected hash not equal to calculated hash", error.Message);
    }

    [Fact]
    public async Task Whole_object_in_answer_to_a_range_is_never_taken_for_the_rest()
    {
        Answer("200 OK", "hel", "Content-Length: 5", $"ETag: {s_entry.ETag}");
        Answer("200 OK", "hello", $"ETag: {s_entry.ETag}");
        var error = await Assert.ThrowsAsync<QueryException>(() => ReadAsync(s_entry));
        Assert.Equal("Error opening Hive split s3://trail/a/log.json (offset=3, length=2): The server sent the whole object where its rest was asked for", error.Message);
    }

    [Fact]
    public async Task Bucket_of_another_region_is_an_error_that_says_so()
    {
        Answer(
            "301 Moved Permanently",
            "<Error><Code>PermanentRedirect</Code><Message>The bucket you are attempting to access must be addressed using the specified endpoint.</Message><Bucket>trail</Bucket></Error>",
            Xml);
        var error = await ListingErrorAsync();
        Assert.Equal("Failed to list s3://trail/a/: The bucket you are attempting to access must be addressed using the specified endpoint", error.Message);
        Assert.Equal("Name the bucket's own region ('aws s3api head-bucket --bucket trail' tells it).", error.Hint);
    }

    [Fact]
    public async Task Credentials_that_expired_are_an_error_at_once()
    {
        Answer("400 Bad Request", "<Error><Code>ExpiredToken</Code><Message>The provided token has expired.</Message></Error>", Xml);
        var listing = await ListingErrorAsync();
        var reading = await Assert.ThrowsAsync<QueryException>(() => ReadAsync(s_entry));
        Assert.Equal("Failed to list s3://trail/a/: The provided token has expired", listing.Message);
        Assert.Equal("Error opening Hive split s3://trail/a/log.json (offset=0, length=5): The provided token has expired", reading.Message);
        Assert.All([listing, reading], error => Assert.Equal("The credentials are not valid (any more): renew them, or choose others with another profile.", error.Hint));
        Assert.Equal(2, _server.Requests.Count);
    }

    [Fact]
    public async Task Bucket_that_denies_listing_is_an_error_at_once()
    {
        Answer("403 Forbidden", "<Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>", Xml);
        var error = await ListingErrorAsync();
        Assert.Equal((ErrorCode.HiveFilesystemError, "Permission denied on S3 path: s3://trail/a/"), (error.Code, error.Message));
        Assert.Single(_server.Requests);
    }

    [Fact]
    public async Task Listing_that_goes_on_nobody_knows_where_is_an_error()
    {
        Answer("200 OK", "<ListBucketResult><IsTruncated>true</IsTruncated><Contents><Key>a/log.json</Key><Size>5</Size></Contents></ListBucketResult>", Xml);
        var error = await ListingErrorAsync();
        Assert.Equal("Failed to list s3://trail/a/: The server did not say where its listing goes on", error.Message);
    }

    [Fact]
    public async Task Throttling_in_the_middle_of_a_listing_ends_in_all_its_objects()
    {
        Answer("200 OK", "<ListBucketResult><IsTruncated>true</IsTruncated><NextContinuationToken>t</NextContinuationToken><Contents><Key>a/1</Key><Size>5</Size></Contents></ListBucketResult>", Xml);
        _answers.Enqueue(new Fault.Throttle());
        _answers.Enqueue(new Fault.Throttle());
        Answer("200 OK", "<ListBucketResult><IsTruncated>false</IsTruncated><Contents><Key>a/2</Key><Size>5</Size></Contents></ListBucketResult>", Xml);
        var pages = await _store.ListAsync(new ObjectName("trail", "a/"), Token).ToListAsync(Token);
        Assert.Equal(["a/1", "a/2"], pages.SelectMany(page => page).Select(entry => entry.Name.Key));
        Assert.Contains("continuation-token=t", _server.Requests.Last(), StringComparison.Ordinal);
    }

#pragma warning disable CA5351 // S3 defines ETags by MD5.
    private static string HashOf(string text) => Convert.ToHexStringLower(MD5.HashData(Encoding.ASCII.GetBytes(text)));
#pragma warning restore CA5351

    private void Answer(string status, string body, params string[] headers) => _answers.Enqueue(new Fault.Answer(status, body, headers));

    private async Task<QueryException> ListingErrorAsync() =>
        await Assert.ThrowsAsync<QueryException>(async () => await _store.ListAsync(new ObjectName("trail", "a/"), Token).ToListAsync(Token));

    private async Task<string> ReadAsync(ObjectEntry entry)
    {
        await using var stream = (await _store.OpenReadAsync(entry, Token)).Stream;
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync(Token);
    }
}
