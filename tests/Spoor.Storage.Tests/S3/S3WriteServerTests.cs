using System.Security.Cryptography;
using Amazon.S3.Model;
using Spoor.Storage.Objects;
using Spoor.Storage.S3;
using Xunit;

namespace Spoor.Storage.Tests.S3;

/// <summary>Writes against a server that others made.</summary>
public sealed class S3WriteServerTests(S3Fixture s3)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1000)]
    [InlineData((2 * S3Writer.LeastPartSize) + 1)]
    public async Task Object_is_created_replaced_and_removed(int length)
    {
        var name = new ObjectName(await s3.CreateBucketAsync(), "folder/é key");
        await s3.Owner.PutBucketPolicyAsync(new PutBucketPolicyRequest { BucketName = name.Bucket, Policy = $$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"s3:*","Resource":"arn:aws:s3:::{{name.Bucket}}/*"}]}""" }, Stop);
        var store = new S3ObjectStore(new S3Settings { EndpointUrl = s3.Server.Url, NoSignRequest = true }) { PartSize = S3Writer.LeastPartSize };
        var content = RandomNumberGenerator.GetBytes(length);

        var created = await store.TryWriteAsync(name, new MemoryStream(content), WriteCondition.IfAbsent, Stop);
        var again = await store.TryWriteAsync(name, new MemoryStream([1]), WriteCondition.IfAbsent, Stop);
        Assert.Equal(content, await ReadAsync(name));
        var replaced = await store.TryWriteAsync(name, new MemoryStream([2]), WriteCondition.IfUnchanged(created!.ETag), Stop);
        var late = await store.TryWriteAsync(name, new MemoryStream([3]), WriteCondition.IfUnchanged(created.ETag), Stop);

        Assert.Equal((length, (WrittenObject?)null, (int?)1, (WrittenObject?)null), ((int)created.Size, again, (int?)replaced?.Size, late));
        Assert.Equal([2], await ReadAsync(name));
        Assert.Empty((await s3.Owner.ListMultipartUploadsAsync(new ListMultipartUploadsRequest { BucketName = name.Bucket }, Stop)).MultipartUploads ?? []);

        await store.DeleteAsync(name, Stop);
        Assert.Empty(await store.ListAsync(name with { Key = "" }, Stop).ToListAsync(Stop));
    }

    private async Task<byte[]> ReadAsync(ObjectName name)
    {
        using var answer = await s3.Owner.GetObjectAsync(name.Bucket, name.Key, Stop);
        var content = new MemoryStream();
        await answer.ResponseStream.CopyToAsync(content, Stop);
        return content.ToArray();
    }
}
