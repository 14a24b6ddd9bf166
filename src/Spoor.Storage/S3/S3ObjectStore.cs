using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Amazon.S3;
using Amazon.S3.Model;
using Spoor.Core.Collections;
using Spoor.Storage.Objects;

namespace Spoor.Storage.S3;

/// <summary>Buckets of an S3 endpoint.</summary>
/// <remarks>
/// Reads ask for the version that was listed (<c>If-Match</c>), so that one object's bytes never come from two versions. Throttling and broken
/// transfers are tried again; all other failures end in an error, never in fewer objects or bytes.
/// </remarks>
public sealed partial class S3ObjectStore : IWritableObjectStore
{
    // At 20 ms a request, some 6,000 objects a second: more than two cores can read.
    private const int Reads = 128;
    private const int Listings = 32;
    private static readonly TimeSpan s_firstDelay = TimeSpan.FromMilliseconds(100);

    private readonly S3Settings _settings;
    private readonly Lazy<AmazonS3Client> _client;
    private readonly Lazy<bool> _isPlainHttp;
    private readonly S3Retry _retry;
    private readonly S3Waits _waits;
    private readonly S3Writer _writer;

    /// <summary>A store at the endpoint of these settings. Nothing is asked of it, nor its client's code loaded, before the first request.</summary>
    /// <param name="settings">Which endpoint, and how.</param>
    /// <param name="tell">Gets a sentence now and then about what is waited for; null for nobody.</param>
    public S3ObjectStore(S3Settings settings, Action<string>? tell = null)
        : this(settings, new S3Retry(s_firstDelay), new S3Waits(S3Limits.Of(settings), tell, TimeProvider.System))
    {
    }

    internal S3ObjectStore(S3Settings settings, S3Retry retry, S3Waits waits)
    {
        _settings = settings;
        _retry = retry;
        _waits = waits;
        _client = new Lazy<AmazonS3Client>(() => S3ClientFactory.Create(settings));
        _isPlainHttp = new Lazy<bool>(() => S3ClientFactory.EndpointOf(settings)?.StartsWith("http:", StringComparison.OrdinalIgnoreCase) == true);
        _writer = new S3Writer(_client, retry, waits, Payer);
    }

    /// <summary>Objects a page, 1,000 at most; smaller in tests.</summary>
    internal int PageSize { get; init; } = 1000;

    /// <summary>Bytes of a part; smaller in tests.</summary>
    internal int PartSize
    {
        init => _writer = new S3Writer(_client, _retry, _waits, Payer) { PartSize = value };
    }

    private RequestPayer? Payer => _settings.RequesterPays ? RequestPayer.Requester : null;

    /// <inheritdoc/>
    public int ReadsAtOnce(string bucket) => Reads;

    /// <inheritdoc/>
    public int ListingsAtOnce(string bucket) => Listings;

    /// <inheritdoc/>
    public async IAsyncEnumerable<ValueList<ObjectEntry>> ListAsync(ObjectName prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var progress = new ListingProgress(prefix, _settings.Unordered);
        var work = ListingWork(prefix);
        string? next = null;
        do
        {
            var request = new ListObjectsV2Request { BucketName = prefix.Bucket, Prefix = prefix.Key, ContinuationToken = next, MaxKeys = PageSize, RequestPayer = Payer };
            var page = await ListPageAsync(request, work, prefix, cancellationToken);
            next = Follow(progress, page, next, prefix);
            if (page.S3Objects is { Count: > 0 } objects)
            {
                work = ListingWork(prefix);
                yield return objects.Select(found => EntryOf(prefix.Bucket, found)).ToValueList();
            }
        }
        while (next is not null);
    }

    /// <inheritdoc/>
    public async ValueTask<OpenedObject> OpenReadAsync(ObjectEntry entry, CancellationToken cancellationToken) =>
        new(await OpenAsync(entry.Name, 0, entry.ETag, entry.Size, cancellationToken), IsFromCache: false);

    /// <inheritdoc/>
    public async ValueTask<Stream> OpenReadAsync(ObjectName name, long offset, CancellationToken cancellationToken) =>
        await OpenAsync(name, offset, eTag: null, size: null, cancellationToken);

    /// <inheritdoc/>
    public async Task<WrittenObject?> TryWriteAsync(ObjectName name, Stream content, WriteCondition condition, CancellationToken cancellationToken)
    {
        ObjectKeys.RequireWritable(name);
        try
        {
            return await _writer.TryWriteAsync(name, content, condition, cancellationToken);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw S3Errors.Changing("write", name, exception);
        }
    }

    /// <inheritdoc/>
    public async Task DeleteAsync(ObjectName name, CancellationToken cancellationToken)
    {
        ObjectKeys.RequireWritable(name);
        try
        {
            await _writer.DeleteAsync(name, cancellationToken);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw S3Errors.Changing("remove", name, exception);
        }
    }

    private static ObjectEntry EntryOf(string bucket, S3Object found) =>
        new(new ObjectName(bucket, found.Key ?? ""), found.Size ?? 0, new DateTimeOffset((found.LastModified ?? DateTime.UnixEpoch).ToUniversalTime(), TimeSpan.Zero), found.ETag);

    private static S3Work ListingWork(ObjectName prefix) => new($"the listing of {prefix}", size: null);

    private static string? Follow(ListingProgress progress, ListObjectsV2Response page, string? token, ObjectName prefix)
    {
        try
        {
            return progress.Follow(page, token);
        }
        catch (UnexpectedAnswerException exception)
        {
            throw S3Errors.Listing(prefix, exception);
        }
    }

    private async Task<ListObjectsV2Response> ListPageAsync(ListObjectsV2Request request, S3Work work, ObjectName prefix, CancellationToken cancellationToken)
    {
        try
        {
            using var wait = _waits.Begin(work, cancellationToken);
            var page = await _retry.RunAsync(wait, token => _client.Value.ListObjectsV2Async(request, token));
            work.Succeeded();
            return page;
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw S3Errors.Listing(prefix, exception);
        }
    }

    private async Task<S3ObjectStream> OpenAsync(ObjectName name, long offset, string? eTag, long? size, CancellationToken cancellationToken)
    {
        try
        {
            var isWhole = offset == 0 && (size is null or 0 || NeedsHash(name, eTag));
            var work = new S3Work(name.ToString(), size - offset);
            using var wait = _waits.Begin(work, cancellationToken);
            var (answer, length) = await _retry.RunAsync(wait, token => RequestAsync(name, isWhole ? null : offset, eTag, size, token));

            // Whatever version came is the one that the rest has to come from.
            var version = eTag ?? answer.ETag;
            Func<long, CancellationToken, Task<Stream>> reopen = async (position, token) => (await RequestAsync(name, position, version, length, token)).Answer.ResponseStream;
            return new S3ObjectStream(answer.ResponseStream, offset, length, reopen, work, _waits, _retry, name, cancellationToken);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw S3Errors.Reading(name, offset, size, exception);
        }
    }

    /// <summary>Whether the client is to compare the content with the ETag: where the ETag is a hash of it, and neither TLS nor gzip guards it.</summary>
    /// <remarks>The client takes every ETag without a dash for an MD5, unless a range is asked for: it fails where a server's ETag is none, and MD5 keeps a core busy at 700 MB/s.</remarks>
    private bool NeedsHash(ObjectName name, string? eTag) =>
        _isPlainHttp.Value && !name.Key.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) && (eTag is null || HashETag().IsMatch(eTag));

    // Null as offset asks for the object without a range.
    private async Task<(GetObjectResponse Answer, long Length)> RequestAsync(ObjectName name, long? offset, string? eTag, long? size, CancellationToken cancellationToken)
    {
        var request = new GetObjectRequest { BucketName = name.Bucket, Key = name.Key, EtagToMatch = eTag, RequestPayer = Payer };
        if (offset is { } start)
        {
            request.ByteRange = new ByteRange(string.Create(CultureInfo.InvariantCulture, $"bytes={start}-"));
        }

        var answer = await _client.Value.GetObjectAsync(request, cancellationToken);
        try
        {
            return (answer, ObjectAnswer.Require(answer, offset, eTag, size));
        }
        catch
        {
            answer.Dispose();
            throw;
        }
    }

    [GeneratedRegex("^\"?[0-9A-Fa-f]{32}\"?$")]
    private static partial Regex HashETag();
}
