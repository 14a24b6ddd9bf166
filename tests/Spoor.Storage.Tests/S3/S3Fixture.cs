using System.Security.Cryptography;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using Spoor.Storage.S3;
using Spoor.Testing;
using Xunit;

[assembly: AssemblyFixture(typeof(Spoor.Storage.Tests.S3.S3Fixture))]

namespace Spoor.Storage.Tests.S3;

/// <summary>A server with a public bucket for every test.</summary>
public sealed class S3Fixture : IAsyncLifetime
{
    private MotoServer? _server;
    private AmazonS3Client? _client;

    /// <summary>The server; the test is skipped where it is not installed.</summary>
    public MotoServer Server
    {
        get
        {
            Assert.SkipWhen(_server is null, "skipped: moto_server is not installed");
            return _server;
        }
    }

    /// <summary>The server's owner.</summary>
    public AmazonS3Client Owner => _client ?? throw new InvalidOperationException("No server.");

    public async ValueTask InitializeAsync()
    {
        _server = await MotoServer.StartAsync(CancellationToken.None);
        if (_server is not null)
        {
            _client = new AmazonS3Client(new BasicAWSCredentials("owner", "secret"), new AmazonS3Config { ServiceURL = _server.Url, ForcePathStyle = true, AuthenticationRegion = "us-east-1" });
        }
    }

    public async ValueTask DisposeAsync()
    {
        _client?.Dispose();
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }

    /// <summary>Makes a bucket of its own for a test and returns its name.</summary>
    public async Task<string> CreateBucketAsync()
    {
        _ = Server;
        var name = $"b-{Guid.NewGuid():N}";
        await Owner.PutBucketAsync(new PutBucketRequest { BucketName = name });
        return name;
    }

    /// <summary>Puts an object that anyone may read, and returns its content.</summary>
    public async Task<byte[]> PutAsync(string bucket, string key, int length, bool isPublic = true)
    {
        var content = RandomNumberGenerator.GetBytes(length);
        await Owner.PutObjectAsync(new PutObjectRequest { BucketName = bucket, Key = key, InputStream = new MemoryStream(content), CannedACL = isPublic ? S3CannedACL.PublicRead : S3CannedACL.Private });
        return content;
    }

    /// <summary>A store without credentials that hardly waits between tries.</summary>
    internal static S3ObjectStore Open(string url, int pageSize = 1000) =>
        new(new S3Settings { EndpointUrl = url, NoSignRequest = true }, new S3Retry(TimeSpan.FromMilliseconds(1)), new S3Waits(new S3Limits(), tell: null, TimeProvider.System)) { PageSize = pageSize };
}
