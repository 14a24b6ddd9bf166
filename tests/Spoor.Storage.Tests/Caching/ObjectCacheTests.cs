using Spoor.Storage.Caching;
using Spoor.Storage.Objects;
using Spoor.Testing;
using Xunit;

namespace Spoor.Storage.Tests.Caching;

public sealed class ObjectCacheTests : IDisposable
{
    private static readonly byte[] s_content = [.. Enumerable.Range(0, 1000).Select(number => (byte)number)];
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Object_read_to_its_end_is_kept_for_other_processes()
    {
        Keep(Open(), Entry("a"));

        Assert.Equal(s_content, Find(Open(), Entry("a")));
        Assert.Equal((1, 1032), Open().Measure());
    }

    [Fact]
    public void Object_read_in_part_is_not_kept()
    {
        using (var stream = Open().Keep("s", Entry("a"), new MemoryStream(s_content)))
        {
            stream.ReadExactly(new byte[999]);
        }

        Assert.Null(Find(Open(), Entry("a")));
        Assert.Empty(Directory.EnumerateFiles(_folder.Path, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public void Source_of_another_length_is_not_kept()
    {
        Keep(Open(), Entry("a") with { Size = 999 });

        Assert.Equal((0, 0), Open().Measure());
    }

    [Fact]
    public void Another_version_size_bucket_or_store_is_another_object()
    {
        Keep(Open(), Entry("a"));

        Assert.Null(Find(Open(), Entry("a") with { ETag = "2" }));
        Assert.Null(Find(Open(), Entry("a") with { Size = 1001 }));
        Assert.Null(Find(Open(), Entry("a") with { Name = new ObjectName("other", "a") }));
        Assert.Null(Open().TryOpen("other", Entry("a")));
        Assert.Null(Find(Open(), Entry("a") with { ETag = null }));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(31)]
    [InlineData(32)]
    [InlineData(1031)]
    public void Damaged_file_is_removed_and_not_used(int offset)
    {
        Keep(Open(), Entry("a"));
        var file = Directory.EnumerateFiles(_folder.Path, "*.object", SearchOption.AllDirectories).Single();
        var bytes = File.ReadAllBytes(file);
        bytes[offset] ^= 1;
        File.WriteAllBytes(file, bytes);

        Assert.Null(Find(Open(), Entry("a")));
        Assert.False(File.Exists(file));
    }

    [Fact]
    public void Short_file_is_not_used()
    {
        Keep(Open(), Entry("a"));
        var file = Directory.EnumerateFiles(_folder.Path, "*.object", SearchOption.AllDirectories).Single();
        using (var stream = File.OpenWrite(file))
        {
            stream.SetLength(500);
        }

        Assert.Null(Find(Open(), Entry("a")));
    }

    [Fact]
    public void Least_recently_used_objects_go_when_the_limit_is_reached()
    {
        var cache = Open();
        var used = DateTime.UtcNow.AddHours(-1);
        foreach (var key in (string[])["a", "b", "c", "d", "e"])
        {
            var before = Directory.EnumerateFiles(_folder.Path, "*.object", SearchOption.AllDirectories).ToHashSet();
            Keep(cache, Entry(key));
            var file = Directory.EnumerateFiles(_folder.Path, "*.object", SearchOption.AllDirectories).Single(path => !before.Contains(path));
            File.SetLastWriteTimeUtc(file, used = used.AddMinutes(1));
        }

        Assert.NotNull(Find(cache, Entry("a")));

        cache.SetLimit(4300);
        Keep(Open(), Entry("f"));

        Assert.Equal(4300, Open().LimitInBytes);
        Assert.Equal([true, false, false, true, true, true], ((string[])["a", "b", "c", "d", "e", "f"]).Select(key => Find(Open(), Entry(key)) is not null));
    }

    [Fact]
    public void Folder_that_cannot_be_written_to_keeps_nothing_and_fails_nothing()
    {
        var cache = new ObjectCache(_folder.Write("file"));

        using var stream = cache.Keep("s", Entry("a"), new MemoryStream(s_content));

        Assert.Equal(1000, stream.ReadAtLeast(new byte[2000], 2000, throwOnEndOfStream: false));
        Assert.Equal((0, 0), cache.Measure());
    }

    [Fact]
    public void What_killed_reads_left_is_counted_and_goes_but_not_what_is_being_written()
    {
        using var going = Open().Keep("s", Entry("going"), new MemoryStream(s_content));
        going.ReadExactly(new byte[10]);
        var left = _folder.Write(Path.Combine("ab", "0.object.0.part"), "rest");

        Assert.Equal((2, 32 + 10 + 4), Open().MeasureUnfinished());
        Keep(Open(), Entry("a"));

        Assert.False(File.Exists(left));
        going.CopyTo(Stream.Null);
        Assert.Equal(s_content, Find(Open(), Entry("going")));
        Assert.Equal((0, 0), Open().MeasureUnfinished());
    }

    [Fact]
    public void Cache_is_its_owners_alone()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "skipped: Windows has no such permissions");
        var cache = new ObjectCache(Path.Combine(_folder.Path, "home", "cache"));
        Keep(cache, Entry("a"));
        cache.SetLimit(1_000_000);

#pragma warning disable CA1416 // Skipped on Windows.
        const UnixFileMode OwnersFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        Assert.All(Directory.EnumerateDirectories(_folder.Path, "*", SearchOption.AllDirectories), path => Assert.Equal(OwnersFile | UnixFileMode.UserExecute, File.GetUnixFileMode(path)));
        Assert.All(Directory.EnumerateFiles(_folder.Path, "*", SearchOption.AllDirectories), path => Assert.Equal(OwnersFile, File.GetUnixFileMode(path)));
#pragma warning restore CA1416
    }

    [Fact]
    public async Task Many_writers_and_readers_of_the_same_objects_never_see_a_part()
    {
        await Parallel.ForAsync(0, 400, TestContext.Current.CancellationToken, (number, _) =>
        {
            var cache = Open();
            var entry = Entry($"{number % 5}");
            if (Find(cache, entry) is { } found)
            {
                Assert.Equal(s_content, found);
            }

            Keep(cache, entry);
            if (number % 50 == 0)
            {
                cache.Clear();
            }

            return ValueTask.CompletedTask;
        });
    }

    private static ObjectEntry Entry(string key) => new(new ObjectName("bucket", key), s_content.Length, DateTimeOffset.UnixEpoch, "\"1\"");

    private static void Keep(ObjectCache cache, ObjectEntry entry)
    {
        using var stream = cache.Keep("s", entry, new MemoryStream(s_content));
        stream.CopyTo(Stream.Null);
    }

    private static byte[]? Find(ObjectCache cache, ObjectEntry entry)
    {
        using var stream = cache.TryOpen("s", entry);
        if (stream is null)
        {
            return null;
        }

        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    private ObjectCache Open() => new(_folder.Path);
}
