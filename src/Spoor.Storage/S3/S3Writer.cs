using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using Amazon.S3;
using Amazon.S3.Model;
using Spoor.Storage.Objects;

namespace Spoor.Storage.S3;

/// <summary>Writes objects at an S3 endpoint: short ones in one request, others in parts, which become visible together or not at all.</summary>
/// <remarks>
/// Every write has an id, which the object carries as metadata. A condition that fails in a second try may fail because of the first one, whose answer was lost:
/// the id of what is there tells. An ETag would not, as encryption by KMS makes it another for the same content.
/// </remarks>
/// <seealso href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html"/>
/// <seealso href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/qfacts.html">the limits of parts</seealso>
internal sealed class S3Writer(Lazy<AmazonS3Client> client, S3Retry retry, S3Waits waits, RequestPayer? payer)
{
    /// <summary>The least that S3 takes as a part which is not the last one.</summary>
    public const int LeastPartSize = 5 << 20;

    private const int MostParts = 10_000;

    // Parts grow, so that ten thousand of them hold what S3 does while a short object takes little memory: twice as long after every so many.
    private const int PartsOfOneSize = 1250;
    private const string IdName = "spoor-write";

    private readonly ConcurrentDictionary<string, Task> _probes = new(StringComparer.Ordinal);

    /// <summary>Length of the first parts; an object that is shorter is one request.</summary>
    public int PartSize { get; init; } = 8 << 20;

    /// <summary>Writes an object; null when the condition is not met.</summary>
    public async Task<WrittenObject?> TryWriteAsync(ObjectName name, Stream content, WriteCondition condition, CancellationToken cancellationToken)
    {
        if (condition.Kind != WriteConditionKind.Always)
        {
            await RequireConditionsAsync(name, cancellationToken);
        }

        var write = new Write(name, condition, Guid.NewGuid().ToString("N"));
        var buffer = new byte[PartSize];
        var length = await content.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        return length < buffer.Length
            ? await PutAsync(write, buffer, length, cancellationToken)
            : await UploadAsync(write, content, buffer, cancellationToken);
    }

    /// <summary>Removes an object that may not be there.</summary>
    public Task DeleteAsync(ObjectName name, CancellationToken cancellationToken) => RunAsync(
        name, size: null, (_, token) => client.Value.DeleteObjectAsync(new DeleteObjectRequest { BucketName = name.Bucket, Key = name.Key, RequestPayer = payer }, token), cancellationToken);

    private async Task<WrittenObject?> PutAsync(Write write, byte[] content, int length, CancellationToken cancellationToken)
    {
        var name = write.Name;
        var answer = await CommitAsync(
            write,
            length,
            async (wait, token) => (await client.Value.PutObjectAsync(PutRequest(write, content, length, wait), token)).ETag,
            cancellationToken);
        return answer is null ? null : new WrittenObject(name, length, answer);
    }

    private async Task<WrittenObject?> UploadAsync(Write write, Stream content, byte[] buffer, CancellationToken cancellationToken)
    {
        var name = write.Name;
        if (!await IsMetAsync(write, cancellationToken))
        {
            return null; // Before much is sent for nothing.
        }

        var begin = new InitiateMultipartUploadRequest { BucketName = name.Bucket, Key = name.Key, RequestPayer = payer };
        begin.Metadata.Add(IdName, write.Id);
        var upload = (await RunAsync(name, size: null, (_, token) => client.Value.InitiateMultipartUploadAsync(begin, token), cancellationToken)).UploadId;
        if (string.IsNullOrEmpty(upload))
        {
            throw new UnexpectedAnswerException("The server did not answer with an upload's id");
        }

        string? eTag = null;
        try
        {
            var (parts, size) = await SendPartsAsync(name, upload, content, buffer, cancellationToken);
            eTag = await CommitAsync(write, size: 0, (_, token) => CompleteAsync(write, upload, parts, token), cancellationToken);
            return eTag is null ? null : new WrittenObject(name, size, eTag);
        }
        finally
        {
            if (eTag is null)
            {
                await AbortAsync(name, upload);
            }
        }
    }

    private async Task<(List<PartETag> Parts, long Size)> SendPartsAsync(ObjectName name, string upload, Stream content, byte[] buffer, CancellationToken cancellationToken)
    {
        var parts = new List<PartETag>();
        var (length, size) = (buffer.Length, 0L);
        while (length > 0)
        {
            if (parts.Count == MostParts)
            {
                throw new UnexpectedAnswerException(
                    string.Create(CultureInfo.InvariantCulture, $"The object has more than {size:N0} bytes, which is what {MostParts:N0} parts hold"), "Write it as several objects.");
            }

            var (number, sent) = (parts.Count + 1, length);
            var request = new UploadPartRequest { BucketName = name.Bucket, Key = name.Key, UploadId = upload, PartNumber = number, PartSize = sent, MD5Digest = Digest(buffer, sent), UseChunkEncoding = false, RequestPayer = payer };
            var answer = await RunAsync(
                name,
                sent,
                (wait, token) =>
                {
                    request.InputStream = new UploadBody(buffer, sent, wait);
                    return client.Value.UploadPartAsync(request, token);
                },
                cancellationToken);
            parts.Add(new PartETag(number, Require(answer.ETag)));
            size += sent;
            var next = (int)Math.Min((long)PartSize << (parts.Count / PartsOfOneSize), Array.MaxLength);
            buffer = buffer.Length >= next ? buffer : new byte[next];
            length = await content.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        }

        return (parts, size);
    }

    private async Task<string> CompleteAsync(Write write, string upload, List<PartETag> parts, CancellationToken cancellationToken)
    {
        var request = new CompleteMultipartUploadRequest
        {
            BucketName = write.Name.Bucket,
            Key = write.Name.Key,
            UploadId = upload,
            PartETags = parts,
            IfNoneMatch = write.IfNoneMatch,
            IfMatch = write.Condition.ETag,
            RequestPayer = payer,
        };
        try
        {
            return (await client.Value.CompleteMultipartUploadAsync(request, cancellationToken)).ETag;
        }
        catch (AmazonS3Exception exception) when (exception.StatusCode == HttpStatusCode.Conflict)
        {
            // S3 then wants all parts again, and they are gone.
            throw new UnexpectedAnswerException("Another write of the object came between", "Run it again.");
        }
    }

    /// <summary>Makes the object visible.</summary>
    /// <returns>Its ETag; null when the condition is not met.</returns>
    private async Task<string?> CommitAsync(Write write, int size, Func<S3Wait, CancellationToken, Task<string>> commit, CancellationToken cancellationToken)
    {
        // An endpoint that knows only one of the conditions would overwrite: what can be seen before is looked at before.
        if (!await IsMetAsync(write, cancellationToken))
        {
            return null;
        }

        try
        {
            return Require(await RunAsync(write.Name, size, commit, cancellationToken));
        }
        catch (AmazonS3Exception exception) when (exception is { StatusCode: HttpStatusCode.PreconditionFailed } or { StatusCode: HttpStatusCode.NotFound, ErrorCode: "NoSuchKey" or "NoSuchUpload" })
        {
            // Also at what looks like the first try: the client makes one more of its own.
            if (await FindAsync(write.Name, cancellationToken) is { } there && there.Metadata[IdName] == write.Id)
            {
                return Require(there.ETag);
            }

            if (exception.ErrorCode == "NoSuchUpload" || write.Condition.Kind == WriteConditionKind.Always)
            {
                throw;
            }

            return null;
        }
    }

    private async Task<bool> IsMetAsync(Write write, CancellationToken cancellationToken)
    {
        try
        {
            return write.Condition.Kind switch
            {
                WriteConditionKind.IfAbsent => await FindAsync(write.Name, cancellationToken) is null,
                WriteConditionKind.IfUnchanged => await FindAsync(write.Name, cancellationToken) is { } there && there.ETag?.Trim('"') == write.Condition.ETag?.Trim('"'),
                _ => true,
            };
        }
        catch (AmazonS3Exception exception) when (exception.StatusCode == HttpStatusCode.Forbidden)
        {
            return true; // Who may not list may not see either that an object is missing. The server decides.
        }
    }

    private async Task<GetObjectMetadataResponse?> FindAsync(ObjectName name, CancellationToken cancellationToken)
    {
        try
        {
            return await RunAsync(
                name, size: null, (_, token) => client.Value.GetObjectMetadataAsync(new GetObjectMetadataRequest { BucketName = name.Bucket, Key = name.Key, RequestPayer = payer }, token), cancellationToken);
        }
        catch (AmazonS3Exception exception) when (exception.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }
    }

    // Once for each bucket; what failed is asked again.
    private async Task RequireConditionsAsync(ObjectName name, CancellationToken cancellationToken)
    {
        var probe = _probes.GetOrAdd(name.Bucket, _ => ProbeAsync(name));
        try
        {
            await probe.WaitAsync(cancellationToken);
        }
        catch
        {
            _probes.TryRemove(KeyValuePair.Create(name.Bucket, probe));
            throw;
        }
    }

    /// <summary>Asks for what an endpoint that knows conditions must refuse: to replace an object that is not there.</summary>
    private async Task ProbeAsync(ObjectName name)
    {
        var probe = new Write(name with { Key = $"{name.Key}.{Guid.NewGuid():N}.probe" }, WriteCondition.IfUnchanged("\"0123456789abcdef0123456789abcdef\""), Guid.NewGuid().ToString("N"));
        try
        {
            await RunAsync(name, size: 0, (wait, token) => client.Value.PutObjectAsync(PutRequest(probe, [], 0, wait), token), CancellationToken.None); // Others wait for the same.
        }
        catch (AmazonS3Exception exception) when (exception is { StatusCode: HttpStatusCode.PreconditionFailed } or { StatusCode: HttpStatusCode.NotFound, ErrorCode: "NoSuchKey" })
        {
            return;
        }

        await DeleteAsync(probe.Name, CancellationToken.None);
        throw new UnexpectedAnswerException("The server writes objects without regard to conditions (If-Match)", "Two writers would overwrite each other's objects there: use a server that keeps conditions.");
    }

    private PutObjectRequest PutRequest(Write write, byte[] content, int length, S3Wait wait)
    {
        var request = new PutObjectRequest
        {
            BucketName = write.Name.Bucket,
            Key = write.Name.Key,
            InputStream = new UploadBody(content, length, wait),
            MD5Digest = Digest(content, length),
            UseChunkEncoding = false, // Of AWS alone.
            IfNoneMatch = write.IfNoneMatch,
            IfMatch = write.Condition.ETag,
            RequestPayer = payer,
        };
        request.Metadata.Add(IdName, write.Id);
        return request;
    }

    // Parts that nobody can see cost until they are removed. The caller may have given up, which is a reason more.
    private async Task AbortAsync(ObjectName name, string upload)
    {
        try
        {
            await RunAsync(
                name, size: null, (_, token) => client.Value.AbortMultipartUploadAsync(new AbortMultipartUploadRequest { BucketName = name.Bucket, Key = name.Key, UploadId = upload, RequestPayer = payer }, token), CancellationToken.None);
        }
        catch (Exception exception) when (exception is AmazonS3Exception or HttpRequestException or IOException or TimeoutException or S3GivenUpException or OperationCanceledException)
        {
            // What went wrong before is the error; a bucket's lifecycle rule removes such parts.
        }
    }

    private async Task<T> RunAsync<T>(ObjectName name, long? size, Func<S3Wait, CancellationToken, Task<T>> request, CancellationToken cancellationToken)
    {
        using var wait = waits.Begin(new S3Work($"the writing of {name}", size), cancellationToken);
        return await retry.RunAsync(wait, token => request(wait, token));
    }

    private static string Require(string? eTag) =>
        string.IsNullOrEmpty(eTag) ? throw new UnexpectedAnswerException("The server did not answer that it has the object: its answer has no ETag") : eTag;

#pragma warning disable CA5351 // Content-MD5 is what every endpoint checks; it guards against broken transfers, not against people.
    private static string Digest(byte[] content, int length) => Convert.ToBase64String(MD5.HashData(content.AsSpan(0, length)));
#pragma warning restore CA5351

    private sealed record Write(ObjectName Name, WriteCondition Condition, string Id)
    {
        public string? IfNoneMatch => Condition.Kind == WriteConditionKind.IfAbsent ? "*" : null;
    }
}
