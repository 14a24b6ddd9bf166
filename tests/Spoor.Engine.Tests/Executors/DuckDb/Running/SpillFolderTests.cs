using Spoor.Core.Errors;
using Spoor.Engine.Executors.DuckDb.Running;
using Spoor.Testing;
using Xunit;

namespace Spoor.Engine.Tests.Executors.DuckDb.Running;

public sealed class SpillFolderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Parent => Path.Combine(_folder.Path, "home", "spill");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Folder_is_its_owners_alone_named_by_its_process_and_gone_at_the_end()
    {
        using (var spill = SpillFolder.Create(Parent))
        {
            Assert.Equal(Parent, Path.GetDirectoryName(spill.Path));
            Assert.StartsWith($"{Environment.ProcessId}-", Path.GetFileName(spill.Path), StringComparison.Ordinal);
            File.WriteAllText(Path.Combine(spill.Path, "duckdb_temp"), "rows");
            if (!OperatingSystem.IsWindows())
            {
#pragma warning disable CA1416 // The condition above, which the analyzer does not see inside a lambda.
                Assert.All([Parent, spill.Path], path => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(path)));
                Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(spill.Path + ".lock"));
#pragma warning restore CA1416
            }
        }

        Assert.Empty(Directory.EnumerateFileSystemEntries(Parent));
    }

    [Fact]
    public void What_a_dead_process_left_goes_even_if_its_number_is_in_use_and_what_lives_stays()
    {
        using var alive = SpillFolder.Create(Parent);
        // As a killed process leaves it: nobody holds the lock. The number is that of a living one.
        var dead = Path.Combine(Parent, $"{Environment.ProcessId}-{Guid.NewGuid():N}");
        Directory.CreateDirectory(dead);
        File.WriteAllText(Path.Combine(dead, "duckdb_temp"), "rows");
        File.WriteAllText(dead + ".lock", "");
        // As one that was killed while it cleaned up leaves it.
        var half = Path.Combine(Parent, $"1-{Guid.NewGuid():N}");
        Directory.CreateDirectory(half);
        var strange = Path.Combine(Parent, "not-ours");
        Directory.CreateDirectory(strange);

        using var next = SpillFolder.Create(Parent);

        Assert.Equal([alive.Path, next.Path, strange], Directory.GetDirectories(Parent).Order(StringComparer.Ordinal).OrderBy(path => path == strange ? 2 : path == next.Path ? 1 : 0));
        Assert.False(File.Exists(dead + ".lock"));
    }

    [Fact]
    public async Task Many_that_begin_and_end_at_once_never_lose_their_own()
    {
        await Parallel.ForAsync(0, 200, TestContext.Current.CancellationToken, async (number, token) =>
        {
            using var spill = SpillFolder.Create(Parent);
            var file = Path.Combine(spill.Path, "rows");
            await File.WriteAllTextAsync(file, $"{number}", token);
            await Task.Yield();
            Assert.Equal($"{number}", await File.ReadAllTextAsync(file, token));
        });

        Assert.Empty(Directory.EnumerateFileSystemEntries(Parent));
    }

    [Fact]
    public void Folder_where_others_may_write_is_not_cleaned()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "skipped: Windows has no such permissions");
        Directory.CreateDirectory(Parent);
#pragma warning disable CA1416 // Skipped on Windows.
        File.SetUnixFileMode(Parent, (UnixFileMode)0b111_111_111);
#pragma warning restore CA1416
        var planted = Path.Combine(Parent, $"1-{Guid.NewGuid():N}");
        Directory.CreateDirectory(planted);

        using var spill = SpillFolder.Create(Parent);

        Assert.True(Directory.Exists(planted));
    }

    [Fact]
    public void Folder_that_cannot_be_made_is_an_error_that_names_the_setting()
    {
        var error = Assert.Throws<QueryException>(() => SpillFolder.Create(Path.Combine(_folder.Write("file"), "spill")));

        Assert.StartsWith($"Nothing can be written to the spill folder {Path.Combine(_folder.Path, "file", "spill")}: ", error.Message, StringComparison.Ordinal);
        Assert.Equal("Name another folder as spillFolder in spoor.json.", error.Hint);
    }
}
