using System.Globalization;
using Spoor.Core.Errors;
using Spoor.Storage.Local;
using Spoor.Storage.Objects;
using Spoor.Testing;
using Xunit;

namespace Spoor.Storage.Tests;

public sealed class LocalWriteTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly LocalBucketStore _store;

    public LocalWriteTests() => _store = new LocalBucketStore([new BucketConfiguration("b", Root)]);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string Root => Directory.CreateDirectory(Path.Combine(_folder.Path, "bucket")).FullName;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Written_object_is_listed_and_read_as_it_was_written()
    {
        var written = await WriteAsync("x/y/é.json", "content", WriteCondition.Always);

        var entry = Assert.Single(await ListAsync());
        Assert.Equal((written!.Name, written.Size, written.ETag), (entry.Name, entry.Size, entry.ETag));
        Assert.Equal("content", await ReadAsync("x/y/é.json"));
    }

    [Fact]
    public async Task Object_is_created_once_and_replaced_from_what_was_read()
    {
        var created = await WriteAsync("a", "1", WriteCondition.IfAbsent);
        Assert.Null(await WriteAsync("a", "2", WriteCondition.IfAbsent));
        Assert.NotNull(await WriteAsync("a", "3", WriteCondition.IfUnchanged(created!.ETag)));
        Assert.Null(await WriteAsync("a", "4", WriteCondition.IfUnchanged(created.ETag)));
        Assert.Null(await WriteAsync("gone", "5", WriteCondition.IfUnchanged(created.ETag)));

        Assert.Equal("3", await ReadAsync("a"));
        Assert.Equal(["a"], (await ListAsync()).Select(entry => entry.Name.Key));
    }

    [Fact]
    public async Task Of_writers_at_once_one_creates_and_no_update_is_lost()
    {
        const int Writers = 4;
        const int ChangesEach = 25;
        var created = await Task.WhenAll(Enumerable.Range(0, Writers).Select(_ => Task.Run(() => WriteAsync("n", "0", WriteCondition.IfAbsent), Stop)));
        Assert.Single(created, written => written is not null);

        // Each adds one to what it has read; all versions have the same length for a while, and follow each other within a tick of the clock.
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(_ => Task.Run(
            async () =>
            {
                for (var change = 0; change < ChangesEach;)
                {
                    var entry = Assert.Single(await ListAsync());
                    var number = int.Parse(await ReadAsync("n"), CultureInfo.InvariantCulture);
                    change += await WriteAsync("n", string.Create(CultureInfo.InvariantCulture, $"{number + 1}"), WriteCondition.IfUnchanged(entry.ETag!)) is null ? 0 : 1;
                }
            },
            Stop)));

        Assert.Equal(string.Create(CultureInfo.InvariantCulture, $"{Writers * ChangesEach}"), await ReadAsync("n"));
    }

    [Fact]
    public async Task Version_written_when_the_clock_does_not_get_on_is_another_version()
    {
        await WriteAsync("a", "1", WriteCondition.Always);
        File.SetLastWriteTimeUtc(Path.Combine(Root, "a"), DateTime.UtcNow.AddHours(1));
        var read = Assert.Single(await ListAsync()).ETag!;

        Assert.NotNull(await WriteAsync("a", "2", WriteCondition.IfUnchanged(read)));
        Assert.Null(await WriteAsync("a", "3", WriteCondition.IfUnchanged(read)));
    }

    [Fact]
    public async Task Failed_or_cancelled_write_leaves_nothing_and_keeps_what_was_there()
    {
        await WriteAsync("d/a", "old", WriteCondition.Always);
        using var stop = new CancellationTokenSource();

        var failed = await Assert.ThrowsAsync<QueryException>(() => _store.TryWriteAsync(new ObjectName("b", "d/a"), new BreakingStream(() => throw new IOException("The source broke.")), WriteCondition.Always, Stop));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _store.TryWriteAsync(new ObjectName("b", "d/a"), new BreakingStream(stop.Cancel), WriteCondition.Always, stop.Token));

        Assert.Equal("Failed to write s3://b/d/a: The source broke", failed.Message);
        Assert.Equal("old", await ReadAsync("d/a"));
        Assert.Equal(["a"], Directory.GetFiles(Path.Combine(Root, "d")).Select(Path.GetFileName));
    }

    [Fact]
    public async Task What_a_killed_process_left_is_no_object_and_is_removed_later()
    {
        var left = _folder.Write("bucket/d/.spoor-0123.part", "half");
        Assert.Empty(await ListAsync());

        await WriteAsync("d/a", "1", WriteCondition.Always);
        Assert.True(File.Exists(left));
        File.SetLastWriteTimeUtc(left, DateTime.UtcNow.AddHours(-2));
        await WriteAsync("d/b", "2", WriteCondition.Always);

        Assert.False(File.Exists(left));
        Assert.Equal(["d/a", "d/b"], (await ListAsync()).Select(entry => entry.Name.Key));
    }

    [Fact]
    public async Task Removed_object_is_gone_and_one_that_is_not_there_no_error()
    {
        await WriteAsync("a", "1", WriteCondition.Always);

        await _store.DeleteAsync(new ObjectName("b", "a"), Stop);
        await _store.DeleteAsync(new ObjectName("b", "a"), Stop);
        await _store.DeleteAsync(new ObjectName("b", "no/folder"), Stop);

        Assert.Empty(await ListAsync());
    }

    [Theory]
    [InlineData("")]
    [InlineData("/a")]
    [InlineData("a/")]
    [InlineData("a//b")]
    [InlineData("../a")]
    [InlineData("a/../../b")]
    [InlineData("./a")]
    [InlineData("a\0b")]
    [InlineData("a/.spoor-lock")]
    public async Task Name_that_is_no_objects_is_refused(string key)
    {
        var name = new ObjectName("b", key);
        var error = await Assert.ThrowsAsync<QueryException>(() => _store.TryWriteAsync(name, new MemoryStream(), WriteCondition.Always, Stop));
        await Assert.ThrowsAsync<QueryException>(() => _store.DeleteAsync(name, Stop));

        Assert.Equal($"No object can be written under this name: {name}", error.Message);
        Assert.Empty(Directory.GetFileSystemEntries(Root));
    }

    [Fact]
    public async Task Symbolic_link_leads_no_write_out_of_the_bucket()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "skipped: links take a privilege on Windows");
        var outside = _folder.Write("outside/a", "kept");
        Directory.CreateSymbolicLink(Path.Combine(Root, "link"), Path.GetDirectoryName(outside)!);

        await Assert.ThrowsAsync<QueryException>(() => WriteAsync("link/a", "1", WriteCondition.Always));
        await Assert.ThrowsAsync<QueryException>(() => WriteAsync("link/new", "1", WriteCondition.IfAbsent));
        await Assert.ThrowsAsync<QueryException>(() => _store.DeleteAsync(new ObjectName("b", "link/a"), Stop));

        Assert.Equal("kept", await File.ReadAllTextAsync(outside, Stop));
        Assert.Single(Directory.GetFiles(Path.GetDirectoryName(outside)!));
    }

    [Fact]
    public async Task Object_and_folder_cannot_have_one_name()
    {
        await WriteAsync("a/b", "1", WriteCondition.Always);

        var error = await Assert.ThrowsAsync<QueryException>(() => WriteAsync("a", "2", WriteCondition.Always));
        await Assert.ThrowsAsync<QueryException>(() => WriteAsync("a/b/c", "2", WriteCondition.Always));

        Assert.Equal("Failed to write s3://b/a: There is a folder of this name", error.Message);
        Assert.Equal(["a/b"], (await ListAsync()).Select(entry => entry.Name.Key));
    }

    [Fact]
    public async Task New_file_is_its_owners_alone_and_a_replaced_one_keeps_its_permissions()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "skipped: Windows has no such permissions");
#pragma warning disable CA1416 // Skipped on Windows.
        const UnixFileMode Owners = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        await WriteAsync("d/a", "1", WriteCondition.Always);
        var file = Path.Combine(Root, "d", "a");
        Assert.Equal((Owners | UnixFileMode.UserExecute, Owners), (File.GetUnixFileMode(Path.Combine(Root, "d")), File.GetUnixFileMode(file)));

        File.SetUnixFileMode(file, Owners | UnixFileMode.GroupRead);
        await WriteAsync("d/a", "2", WriteCondition.Always);
        Assert.Equal(Owners | UnixFileMode.GroupRead, File.GetUnixFileMode(file));
#pragma warning restore CA1416
    }

    private Task<WrittenObject?> WriteAsync(string key, string content, WriteCondition condition) =>
        _store.TryWriteAsync(new ObjectName("b", key), new MemoryStream(System.Text.Encoding.UTF8.GetBytes(content)), condition, Stop);

    private async Task<string> ReadAsync(string key)
    {
        using var reader = new StreamReader(await _store.OpenReadAsync(new ObjectName("b", key), 0, Stop));
        return await reader.ReadToEndAsync(Stop);
    }

    private async Task<List<ObjectEntry>> ListAsync() => await _store.ListAsync(new ObjectName("b", ""), Stop).SelectMany(page => page).ToListAsync(Stop);

    // Gives some bytes, and then does something.
    private sealed class BreakingStream(Action then) : InputStream
    {
        private bool _hasGiven;

        public override int Read(byte[] buffer, int offset, int count)
        {
            if (_hasGiven)
            {
                then();
            }

            _hasGiven = true;
            return 10;
        }
    }
}
