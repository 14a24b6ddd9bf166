using System.Security.Cryptography;
using Spoor.Core.Errors;
using Spoor.Storage.Objects;
using Spoor.Storage.S3;
using Xunit;

namespace Spoor.Storage.Tests.S3;

public sealed class S3WriteTests
{
    private const int PartSize = 64 << 10;
    private static readonly ObjectName s_name = new("b", "folder/key");
    private static readonly byte[] s_short = "content"u8.ToArray();
    private static readonly byte[] s_long = RandomNumberGenerator.GetBytes((3 * PartSize) + 7);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0, "PUT")]
    [InlineData(PartSize - 1, "PUT")]
    [InlineData(PartSize, "BEGIN PART COMPLETE")]
    [InlineData(PartSize + 1, "BEGIN PART PART COMPLETE")]
    [InlineData(3 * PartSize, "BEGIN PART PART PART COMPLETE")]
    public async Task Content_arrives_in_one_request_or_in_parts(int length, string requests)
    {
        await using var server = new WritableS3Server();
        var content = RandomNumberGenerator.GetBytes(length);

        var written = await WriteAsync(server, content, WriteCondition.Always);

        Assert.Equal(content, server.Objects[s_name.Key].Content);
        Assert.Equal(new WrittenObject(s_name, length, WritableS3Server.ETagOf(content)), written);
        Assert.Equal(requests, string.Join(' ', server.Requests));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Object_is_created_once_and_replaced_from_what_was_read(bool isLong)
    {
        await using var server = new WritableS3Server();
        var content = isLong ? s_long : s_short;

        var created = await WriteAsync(server, content, WriteCondition.IfAbsent);
        Assert.Null(await WriteAsync(server, [.. content, 1], WriteCondition.IfAbsent));
        var replaced = await WriteAsync(server, [.. content, 2], WriteCondition.IfUnchanged(created!.ETag));
        Assert.Null(await WriteAsync(server, [.. content, 3], WriteCondition.IfUnchanged(created.ETag)));

        Assert.NotNull(replaced);
        Assert.Equal([.. content, 2], server.Objects[s_name.Key].Content);
        Assert.Equal(0, server.OpenUploads);
    }

    // What a first try did is not taken for another's doing.
    [Theory]
    [InlineData("PUT", "lose", false)]
    [InlineData("PUT", "409", false)]
    [InlineData("PUT", "500", false)]
    [InlineData("PUT", "break", false)]
    [InlineData("PART", "break", true)]
    [InlineData("PART", "lose", true)]
    [InlineData("PART", "500", true)]
    [InlineData("BEGIN", "500", true)]
    [InlineData("COMPLETE", "lose", true)]
    [InlineData("COMPLETE", "500", true)]
    public async Task Lost_answers_and_broken_transfers_are_mended(string kind, string fault, bool isLong)
    {
        foreach (var isReplacing in new[] { false, true })
        {
            await using var server = new WritableS3Server { Fault = (request, time) => request == kind && time == 1 ? fault : null };
            var content = isLong ? s_long : s_short;
            if (isReplacing)
            {
                server.Objects[s_name.Key] = ([1], "other");
            }

            var written = await WriteAsync(server, content, isReplacing ? WriteCondition.IfUnchanged(WritableS3Server.ETagOf([1])) : WriteCondition.IfAbsent);

            Assert.Equal(content.Length, written?.Size);
            Assert.Equal(content, server.Objects[s_name.Key].Content);
            Assert.Equal(0, server.OpenUploads);
        }
    }

    [Theory]
    [InlineData("PUT", false)]
    [InlineData("COMPLETE", true)]
    public async Task Another_writer_in_between_wins(string kind, bool isLong)
    {
        // The first try is lost before the server does anything, and another comes before the second one.
        WritableS3Server? server = null;
        server = new WritableS3Server
        {
            Fault = (request, time) => request == kind && time == 1 ? "500" : null,
            Before = request =>
            {
                if (request == kind)
                {
                    server!.Objects[s_name.Key] = ([9], "other");
                }
            },
        };
        await using (server)
        {
            Assert.Null(await WriteAsync(server, isLong ? s_long : s_short, WriteCondition.IfAbsent));

            Assert.Equal([9], server.Objects[s_name.Key].Content);
            Assert.Equal(0, server.OpenUploads);
        }
    }

    [Theory]
    [InlineData("PART", "500", "Failed to write s3://b/folder/key: InternalError")]
    [InlineData("COMPLETE", "409", "Failed to write s3://b/folder/key: Another write of the object came between")]
    public async Task Failed_upload_leaves_no_parts(string kind, string fault, string message)
    {
        await using var server = new WritableS3Server { Fault = (request, _) => request == kind ? fault : null };

        var error = await Assert.ThrowsAsync<QueryException>(() => WriteAsync(server, s_long, WriteCondition.Always));

        Assert.Equal(message, error.Message);
        Assert.Equal((0, 0), (server.OpenUploads, server.Objects.Count));
        Assert.Equal("ABORT", server.Requests.Last());
    }

    [Fact]
    public async Task Cancelled_upload_leaves_no_parts()
    {
        using var stop = new CancellationTokenSource();
        await using var server = new WritableS3Server { Before = CancelAtPart };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Open(server).TryWriteAsync(s_name, new MemoryStream(s_long), WriteCondition.Always, stop.Token));

        Assert.Equal((0, 0), (server.OpenUploads, server.Objects.Count));

        void CancelAtPart(string request)
        {
            if (request == "PART")
            {
                stop.Cancel();
            }
        }
    }

    [Fact]
    public async Task Server_that_ignores_conditions_is_noticed_before_anything_is_overwritten()
    {
        await using var server = new WritableS3Server { IgnoresConditions = true };
        server.Objects[s_name.Key] = ([1], "other");

        var error = await Assert.ThrowsAsync<QueryException>(() => WriteAsync(server, s_short, WriteCondition.IfUnchanged(WritableS3Server.ETagOf([1]))));

        Assert.Equal("Failed to write s3://b/folder/key: The server writes objects without regard to conditions (If-Match)", error.Message);
        Assert.Equal([s_name.Key], server.Objects.Keys);
        Assert.Equal([1], server.Objects[s_name.Key].Content);
        Assert.NotNull(await WriteAsync(server, s_short, WriteCondition.Always));
    }

    [Fact]
    public async Task Server_is_asked_for_conditions_once()
    {
        await using var server = new WritableS3Server();
        var store = Open(server);

        await store.TryWriteAsync(s_name, new MemoryStream(s_short), WriteCondition.IfAbsent, Stop);
        await store.TryWriteAsync(s_name, new MemoryStream(s_short), WriteCondition.IfAbsent, Stop);

        Assert.Equal("PROBE HEAD PUT HEAD", string.Join(' ', server.Requests));
    }

    [Fact]
    public async Task Who_may_not_look_may_still_create()
    {
        await using var server = new WritableS3Server { Fault = (request, _) => request == "HEAD" ? "403" : null };

        Assert.NotNull(await WriteAsync(server, s_short, WriteCondition.IfAbsent));
        await Assert.ThrowsAsync<QueryException>(() => WriteAsync(server, s_short, WriteCondition.IfAbsent));
    }

    [Fact]
    public async Task Removed_object_is_gone_and_one_that_is_not_there_no_error()
    {
        await using var server = new WritableS3Server { Fault = (request, time) => request == "DELETE" && time == 1 ? "lose" : null };
        server.Objects[s_name.Key] = ([1], null);

        await Open(server).DeleteAsync(s_name, Stop);

        Assert.Empty(server.Objects);
    }

    private static Task<WrittenObject?> WriteAsync(WritableS3Server server, byte[] content, WriteCondition condition) =>
        Open(server).TryWriteAsync(s_name, new MemoryStream(content), condition, Stop);

    private static S3ObjectStore Open(WritableS3Server server)
    {
        var settings = new S3Settings { EndpointUrl = server.Url, NoSignRequest = true };
        return new S3ObjectStore(settings, new S3Retry(TimeSpan.FromMilliseconds(1)), new S3Waits(new S3Limits(), tell: null, TimeProvider.System)) { PartSize = PartSize };
    }
}
