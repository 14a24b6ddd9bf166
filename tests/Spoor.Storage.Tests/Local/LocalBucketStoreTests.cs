using System.Globalization;
using CsCheck;
using Spoor.Core.Collections;
using Spoor.Core.Errors;
using Spoor.Storage.Local;
using Spoor.Storage.Objects;
using Spoor.Testing;
using Xunit;

namespace Spoor.Storage.Tests.Local;

public sealed class LocalBucketStoreTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private LocalBucketStore Store => new([new BucketConfiguration("trail", Path.Combine(_folder.Path, "bucket"))]);

    [Fact]
    public async Task Keys_come_in_ordinal_order_across_folders()
    {
        Write("a/b", "a-b", "a0", "a/b.json", "a/B", "Z", "a/b-c/d");

        Assert.Equal(["Z", "a-b", "a/B", "a/b", "a/b-c/d", "a/b.json", "a0"], await ListAsync(""));
    }

    [Fact]
    public async Task Prefix_is_plain_text_and_may_end_inside_a_name()
    {
        Write("AWSLogs/1/CloudTrail/x", "AWSLogs/1/CloudTrail-Digest/y", "AWSLogs/1/Config/z", "AWSLogs/10/CloudTrail/w");

        Assert.Equal(["AWSLogs/1/CloudTrail-Digest/y", "AWSLogs/1/CloudTrail/x"], await ListAsync("AWSLogs/1/Cloud"));
        Assert.Equal(["AWSLogs/1/CloudTrail/x"], await ListAsync("AWSLogs/1/CloudTrail/"));
        Assert.Equal(["AWSLogs/1/CloudTrail/x"], await ListAsync("AWSLogs/1/CloudTrail/x"));
        Assert.Equal(4, (await ListAsync("AWSLogs/1")).Count);
    }

    [Theory]
    [InlineData("missing/")]
    [InlineData("a//")]
    [InlineData("./a/")]
    [InlineData("a/file/")]
    public async Task Prefix_without_objects_gives_no_page(string prefix)
    {
        Write("a/file");

        Assert.Empty(await PagesAsync(prefix));
    }

    [Fact]
    public async Task Hidden_files_and_odd_names_are_objects_too()
    {
        Write(".hidden", "with blank", "ünï/日本", "a%2Fb=c", "\"q'uote\\");

        Assert.Equal(["\"q'uote\\", ".hidden", "a%2Fb=c", "with blank", "ünï/日本"], await ListAsync(""));
    }

    [Fact]
    public async Task Pages_hold_at_most_1000_objects_and_sizes_and_times()
    {
        Write([.. Enumerable.Range(0, 2001).Select(i => string.Create(CultureInfo.InvariantCulture, $"p/{i:0000}"))]);
        var file = Path.Combine(_folder.Path, "bucket", "p", "0000");
        File.WriteAllText(file, "12345");
        File.SetLastWriteTimeUtc(file, new DateTime(2024, 2, 29, 1, 2, 3, DateTimeKind.Utc));

        var pages = await PagesAsync("p/");

        Assert.Equal([1000, 1000, 1], pages.Select(page => page.Count));
        Assert.Equal(5, pages[0][0].Size);
        Assert.Equal(new DateTimeOffset(2024, 2, 29, 1, 2, 3, TimeSpan.Zero), pages[0][0].LastModified);
        Assert.NotEqual(pages[0][0].ETag, pages[0][1].ETag);
    }

    [Fact]
    public async Task Reads_from_an_offset()
    {
        File.WriteAllText(CreateFile("o"), "0123456789");

        await using var stream = await Store.OpenReadAsync(Name("o"), 7, TestContext.Current.CancellationToken);
        using var reader = new StreamReader(stream);

        Assert.Equal("789", await reader.ReadToEndAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Gone_object_is_named()
    {
        Write("a");

        var error = await Assert.ThrowsAsync<QueryException>(async () => await Store.OpenReadAsync(Name("b"), 0, TestContext.Current.CancellationToken));

        Assert.Equal(ErrorCode.HiveCannotOpenSplit, error.Code);
        Assert.Equal("Error opening Hive split s3://trail/b (offset=0, length=0): The specified key does not exist", error.Message);
    }

    [Theory]
    [InlineData("mkfifo \"$1/pipe.json\"", "pipe.json", "a named pipe")]
    [InlineData("mkfifo \"$1/pipe\"", "pipe", "a named pipe")]
    [InlineData("mkfifo \"$1/pipe\"; ln -s pipe \"$1/log.json\"", "log.json", "a named pipe")]
    public async Task What_only_looks_like_an_empty_file_says_what_it_is(string script, string key, string kind)
    {
        await MakeAsync(script);

        // Whoever opened a pipe that nobody writes to would wait for ever.
        var error = await Assert.ThrowsAsync<QueryException>(async () => await Store.OpenReadAsync(Name(key), 0, TestContext.Current.CancellationToken));

        Assert.Contains(key, await ListAsync(""));
        Assert.Equal($"Error opening Hive split s3://trail/{key} (offset=0, length=0): It is {kind} and no file", error.Message);
        Assert.StartsWith("Remove it from the folder", error.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_socket_says_what_it_is()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux is asked what kind of file it is.");
        Write("a");
        using var socket = new System.Net.Sockets.Socket(System.Net.Sockets.AddressFamily.Unix, System.Net.Sockets.SocketType.Stream, System.Net.Sockets.ProtocolType.Unspecified);
        socket.Bind(new System.Net.Sockets.UnixDomainSocketEndPoint(Path.Combine(_folder.Path, "bucket", "s")));

        var error = await Assert.ThrowsAsync<QueryException>(async () => await Store.OpenReadAsync(Name("s"), 0, TestContext.Current.CancellationToken));

        Assert.EndsWith("It is a socket and no file", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_file_is_an_empty_object()
    {
        CreateFile("empty.json");
        File.WriteAllText(Path.Combine(_folder.Path, "bucket", "empty.json"), "");

        await using var stream = await Store.OpenReadAsync(Name("empty.json"), 0, TestContext.Current.CancellationToken);

        Assert.Equal(-1, stream.ReadByte());
    }

    [Fact]
    public async Task A_name_that_is_not_UTF8_says_so()
    {
        await MakeAsync("printf '{}' > \"$1/$(printf 'caf\\351').json\"");
        var key = Assert.Single(await ListAsync(""));

        var error = await Assert.ThrowsAsync<QueryException>(async () => await Store.OpenReadAsync(Name(key), 0, TestContext.Current.CancellationToken));
        await MakeAsync("rm -r \"$1\"");

        Assert.Equal("caf\uFFFD.json", key);
        Assert.EndsWith("The name of the file, or of a folder above it, is not UTF-8", error.Message, StringComparison.Ordinal);
        Assert.StartsWith("Rename it", error.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_whose_name_is_not_UTF8_says_so()
    {
        await MakeAsync("mkdir \"$1/$(printf 'caf\\351')\"");

        var error = await Assert.ThrowsAsync<QueryException>(() => ListAsync(""));
        await MakeAsync("rm -r \"$1\"");

        Assert.Equal("Failed to list s3://trail/caf\uFFFD/: The name of the file, or of a folder above it, is not UTF-8", error.Message);
        Assert.StartsWith("Rename it", error.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_with_a_true_replacement_character_is_read()
    {
        Write("a\uFFFD");

        await using var stream = await Store.OpenReadAsync(Name("a\uFFFD"), 0, TestContext.Current.CancellationToken);

        Assert.Equal(["a\uFFFD"], await ListAsync(""));
    }

    [Fact]
    public void Unknown_bucket_names_the_option()
    {
        var error = Assert.Throws<QueryException>(() => Store.ListAsync(new ObjectName("other", ""), TestContext.Current.CancellationToken));

        Assert.Equal("The specified bucket does not exist: other", error.Message);
        Assert.Equal("Name the folder that holds it. Configured are: trail.", error.Hint);
    }

    [Fact]
    public void Missing_folder_of_a_bucket_is_named()
    {
        var error = Assert.Throws<QueryException>(() => Store.ListAsync(Name(""), TestContext.Current.CancellationToken));

        Assert.Equal($"The folder of bucket trail does not exist: {Path.Combine(_folder.Path, "bucket")}", error.Message);
    }

    [Theory]
    [InlineData("../secret")]
    [InlineData("a/../../secret")]
    [InlineData("/etc/passwd")]
    [InlineData("a\0b")]
    public async Task Keys_that_leave_the_folder_are_refused(string key)
    {
        Write("a/x");
        _folder.Write("secret");

        var reading = await Assert.ThrowsAsync<QueryException>(async () => await Store.OpenReadAsync(Name(key), 0, TestContext.Current.CancellationToken));
        var listing = await Assert.ThrowsAsync<QueryException>(() => ListAsync(key));

        Assert.Equal($"The key is not a path inside the bucket: s3://trail/{key}", reading.Message);
        Assert.Equal(reading.Message, listing.Message);
    }

    [Theory]
    [InlineData("outside", "link", "link", "")]
    [InlineData("outside", "link/secret", "link/", "/secret")]
    [InlineData("outside/secret", "link", "link", "")]
    public async Task Links_out_of_the_bucket_are_refused(string target, string key, string listedKey, string below)
    {
        Write("a");
        _folder.Write("outside/secret");
        var absoluteTarget = Path.Combine(_folder.Path, target);
        File.CreateSymbolicLink(Path.Combine(_folder.Path, "bucket", "link"), absoluteTarget);

        var reading = await Assert.ThrowsAsync<QueryException>(async () => await Store.OpenReadAsync(Name(key), 0, TestContext.Current.CancellationToken));
        var listing = await Assert.ThrowsAsync<QueryException>(() => ListAsync(listedKey));

        Assert.Equal($"A symbolic link leaves the folder of bucket trail: s3://trail/{key} is {absoluteTarget}{below}", reading.Message);
        Assert.StartsWith("A symbolic link leaves the folder of bucket trail: s3://trail/link", listing.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Links_inside_the_bucket_are_followed()
    {
        Write("real/x");
        Directory.CreateSymbolicLink(Path.Combine(_folder.Path, "bucket", "alias"), "real");

        Assert.Equal(["alias/x", "real/x"], await ListAsync(""));
        await using var stream = await Store.OpenReadAsync(Name("alias/x"), 0, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Link_to_a_folder_above_ends_the_listing_with_an_error()
    {
        Write("a/x");
        Directory.CreateSymbolicLink(Path.Combine(_folder.Path, "bucket", "a", "up"), Path.Combine(_folder.Path, "bucket"));

        var error = await Assert.ThrowsAsync<QueryException>(() => ListAsync("a/"));

        Assert.Equal("Failed to list s3://trail/a/up/: The symbolic link leads to a folder above it", error.Message);
    }

    [Fact]
    public async Task Cancelled_listing_stops()
    {
        Write("a");
        using var source = new CancellationTokenSource();
        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await Store.ListAsync(Name(""), source.Token).ToListAsync(CancellationToken.None));
    }

    [Fact]
    public void Listing_equals_the_sorted_keys_that_start_with_the_prefix()
    {
        var part = Gen.String[Gen.Char["ab-.0"], 1, 2].Where(text => text is not ("." or ".."));
        var key = part.Array[1, 4].Select(parts => string.Join('/', parts));
        Gen.Select(key.HashSet[0, 12], Gen.String[Gen.Char["ab-0/"], 0, 4]).Sample(
            (keys, prefix) =>
            {
                using var folder = new TemporaryFolder();
                // A file cannot also be a folder, as a key of S3 can.
                var files = keys.Where(name => !keys.Any(other => other.StartsWith(name + "/", StringComparison.Ordinal))).ToList();
                files.ForEach(name => folder.Write(name));
                var expected = files.Where(name => name.StartsWith(prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal);
                var store = new LocalBucketStore([new BucketConfiguration("trail", folder.Path)]);

                if (!prefix.StartsWith('/'))
                {
                    Assert.Equal(expected, store.ListAsync(Name(prefix), CancellationToken.None).ToBlockingEnumerable().SelectMany(page => page).Select(entry => entry.Name.Key));
                }
            },
            iter: 200,
            threads: 1);
    }

    /// <summary>Runs a script of the shell, whose first argument is the bucket's folder: the runtime makes no pipe, and no name that is not UTF-8.</summary>
    private async Task MakeAsync(string script)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Needs a shell, and a file system that takes any bytes as a name: on Windows and macOS none does.");
        var folder = Directory.CreateDirectory(Path.Combine(_folder.Path, "bucket")).FullName;
        using var shell = System.Diagnostics.Process.Start("sh", ["-ec", script, "sh", folder]);
        await shell.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, shell.ExitCode);
    }

    private static ObjectName Name(string key) => new("trail", key);

    private string CreateFile(string key) => _folder.Write($"bucket/{key}");

    private void Write(params string[] keys) => Array.ForEach(keys, key => CreateFile(key));

    private async Task<List<ValueList<ObjectEntry>>> PagesAsync(string prefix) =>
        await Store.ListAsync(Name(prefix), TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);

    private async Task<List<string>> ListAsync(string prefix) => [.. (await PagesAsync(prefix)).SelectMany(page => page).Select(entry => entry.Name.Key)];
}
