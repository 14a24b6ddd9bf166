using Amazon.S3.Model;
using Spoor.Core.Collections;
using Spoor.Core.Errors;
using Spoor.Storage.Objects;
using Spoor.Storage.S3;
using Spoor.Testing;
using Xunit;

namespace Spoor.Storage.Tests.S3;

public sealed class S3ObjectStoreTests(S3Fixture s3)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Listing_goes_through_all_pages_in_key_order()
    {
        var bucket = await s3.CreateBucketAsync();
        var keys = Enumerable.Range(0, 25).Select(number => $"p/{number:d4}").ToList();
        await Parallel.ForEachAsync(keys.Append("q/other"), Token, async (key, _) => await s3.PutAsync(bucket, key, 3));

        var pages = await S3Fixture.Open(s3.Server.Url, pageSize: 10).ListAsync(new ObjectName(bucket, "p/"), Token).ToListAsync(Token);

        Assert.Equal([10, 10, 5], pages.Select(page => page.Count));
        Assert.Equal(keys, pages.SelectMany(page => page).Select(entry => entry.Name.Key));
    }

    [Fact]
    public async Task Throttled_requests_are_tried_again()
    {
        var (entry, content) = await PutOneAsync(100_000);
        var answered = 0;
        await using var proxy = new FaultProxy(s3.Server.Port, _ => Interlocked.Increment(ref answered) % 4 == 0 ? null : new Fault.Throttle());
        var store = S3Fixture.Open(proxy.Url);

        var listed = await store.ListAsync(entry.Name with { Key = "" }, Token).SingleAsync(Token);

        Assert.Equal([entry], listed);
        Assert.Equal(content, await ReadAsync(store, entry));
    }

    [Fact]
    public async Task Throttling_without_end_is_an_error()
    {
        var (entry, _) = await PutOneAsync(10);
        await using var proxy = new FaultProxy(s3.Server.Port, _ => new Fault.Throttle());
        var store = S3Fixture.Open(proxy.Url);

        var error = await Assert.ThrowsAsync<QueryException>(() => ReadAsync(store, entry));

        Assert.Equal(ErrorCode.HiveCannotOpenSplit, error.Code);
        Assert.Equal($"Error opening Hive split {entry.Name} (offset=0, length=10): Please reduce your request rate", error.Message);
    }

    [Fact]
    public async Task Broken_transfer_is_resumed_from_the_byte_it_reached()
    {
        var (entry, content) = await PutOneAsync(300_000);
        await using var proxy = new FaultProxy(s3.Server.Port, _ => new Fault.Cut(100_000));

        Assert.Equal(content, await ReadAsync(S3Fixture.Open(proxy.Url), entry));
        Assert.InRange(proxy.Requests.Count, 3, 6);
        Assert.All(proxy.Requests.Skip(1), head => Assert.Contains("Range: bytes=", head, StringComparison.OrdinalIgnoreCase));
        Assert.All(proxy.Requests, head => Assert.Contains($"If-Match: {entry.ETag}", head, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Synchronous_reads_resume_too()
    {
        var (entry, content) = await PutOneAsync(300_000);
        await using var proxy = new FaultProxy(s3.Server.Port, _ => new Fault.Cut(100_000));
        using var copy = new MemoryStream();

        using (var stream = (await S3Fixture.Open(proxy.Url).OpenReadAsync(entry, Token)).Stream)
        {
            await Task.Run(() => stream.CopyTo(copy), Token);
        }

        Assert.Equal(content, copy.ToArray());
    }

    [Fact]
    public async Task Object_that_changes_while_it_is_read_is_never_stitched()
    {
        var (entry, _) = await PutOneAsync(300_000);
        await using var proxy = new FaultProxy(s3.Server.Port, _ => new Fault.Cut(100_000));
        using var stream = (await S3Fixture.Open(proxy.Url).OpenReadAsync(entry, Token)).Stream;
        await stream.ReadExactlyAsync(new byte[50_000], Token);
        await s3.PutAsync(entry.Name.Bucket, entry.Name.Key, 300_000);

        var error = await Assert.ThrowsAsync<QueryException>(() => stream.CopyToAsync(Stream.Null, Token));

        Assert.Equal($"Error opening Hive split {entry.Name} (offset=100000, length=200000): The object changed after it was listed", error.Message);
    }

    [Fact]
    public async Task Object_that_changed_after_the_listing_is_an_error()
    {
        var (entry, _) = await PutOneAsync(10);
        await s3.PutAsync(entry.Name.Bucket, entry.Name.Key, 20);

        var error = await Assert.ThrowsAsync<QueryException>(() => ReadAsync(S3Fixture.Open(s3.Server.Url), entry));

        Assert.Equal($"Error opening Hive split {entry.Name} (offset=0, length=10): The object changed after it was listed", error.Message);
        Assert.Equal("Run the query again; it then reads the new version.", error.Hint);
    }

    [Fact]
    public async Task Object_that_vanished_after_the_listing_is_an_error()
    {
        var (entry, _) = await PutOneAsync(10);
        await s3.Owner.DeleteObjectAsync(new DeleteObjectRequest { BucketName = entry.Name.Bucket, Key = entry.Name.Key }, Token);

        var error = await Assert.ThrowsAsync<QueryException>(() => ReadAsync(S3Fixture.Open(s3.Server.Url), entry));

        Assert.Equal($"Error opening Hive split {entry.Name} (offset=0, length=10): The specified key does not exist", error.Message);
        Assert.Equal("It was deleted after it was listed; run the query again.", error.Hint);
    }

    [Fact]
    public async Task Object_that_may_not_be_read_is_an_error_at_once()
    {
        var bucket = await s3.CreateBucketAsync();
        await s3.PutAsync(bucket, "private", 10, isPublic: false);
        await using var proxy = new FaultProxy(s3.Server.Port, _ => null);
        var store = S3Fixture.Open(proxy.Url);
        var entry = (await store.ListAsync(new ObjectName(bucket, ""), Token).SingleAsync(Token))[0];

        var error = await Assert.ThrowsAsync<QueryException>(() => ReadAsync(store, entry));

        Assert.Equal($"Error opening Hive split s3://{bucket}/private (offset=0, length=10): Access Denied", error.Message);
        Assert.Equal(2, proxy.Requests.Count);
    }

    [Fact]
    public async Task Bucket_that_does_not_exist_is_an_error()
    {
        var store = S3Fixture.Open(s3.Server.Url);

        var error = await Assert.ThrowsAsync<QueryException>(async () => await store.ListAsync(new ObjectName("no-such-bucket", "a/"), Token).ToListAsync(Token));

        Assert.Equal((ErrorCode.HiveFilesystemError, "The specified bucket does not exist: no-such-bucket"), (error.Code, error.Message));
    }

    [Fact]
    public async Task Server_that_is_not_there_is_an_error()
    {
        var error = await Assert.ThrowsAsync<QueryException>(async () => await S3Fixture.Open("http://127.0.0.1:1").ListAsync(new ObjectName("b", "a/"), Token).ToListAsync(Token));

        Assert.StartsWith("Failed to list s3://b/a/: Connection refused", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cancelling_ends_the_waits_between_tries()
    {
        var (entry, _) = await PutOneAsync(10);
        await using var proxy = new FaultProxy(s3.Server.Port, _ => new Fault.Throttle());
        var store = new S3ObjectStore(new S3Settings { EndpointUrl = proxy.Url, NoSignRequest = true }, new S3Retry(TimeSpan.FromMinutes(1)), new S3Waits(new S3Limits(), tell: null, TimeProvider.System));
        using var cancel = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await store.OpenReadAsync(entry, cancel.Token));
    }

    private static async Task<byte[]> ReadAsync(S3ObjectStore store, ObjectEntry entry)
    {
        using var content = new MemoryStream();
        await using var stream = (await store.OpenReadAsync(entry, Token)).Stream;
        await stream.CopyToAsync(content, Token);
        return content.ToArray();
    }

    private async Task<(ObjectEntry Entry, byte[] Content)> PutOneAsync(int length)
    {
        var bucket = await s3.CreateBucketAsync();
        var content = await s3.PutAsync(bucket, "a/object", length);
        return ((await S3Fixture.Open(s3.Server.Url).ListAsync(new ObjectName(bucket, ""), Token).SingleAsync(Token))[0], content);
    }
}
