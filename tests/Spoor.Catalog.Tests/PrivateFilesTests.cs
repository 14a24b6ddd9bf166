using Spoor.Catalog.Definitions;
using Spoor.Catalog.Stores.Sqlite;
using Spoor.Storage.Files;
using Spoor.Testing;
using Xunit;

namespace Spoor.Catalog.Tests;

public sealed class PrivateFilesTests : IDisposable
{
    private const UnixFileMode OwnersFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode OwnersFolder = OwnersFile | UnixFileMode.UserExecute;
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Folders_that_are_missing_are_their_owners_alone()
    {
        SkipOnWindows();
        PrivateFiles.CreateFolder(Path.Combine(_folder.Path, "a", "b", "c"));

        Assert.All(["a", "a/b", "a/b/c"], path => Assert.Equal(OwnersFolder, ModeOf(path)));
    }

    [Fact]
    public void Folder_and_file_that_are_there_stay_as_they_are()
    {
        SkipOnWindows();
        var file = _folder.Write("shared/file", "kept");
        const UnixFileMode Chosen = OwnersFolder | UnixFileMode.GroupRead | UnixFileMode.GroupExecute;
#pragma warning disable CA1416 // Skipped on Windows.
        File.SetUnixFileMode(Path.GetDirectoryName(file)!, Chosen);
        File.SetUnixFileMode(file, Chosen);
#pragma warning restore CA1416

        PrivateFiles.CreateFile(file);

        Assert.Equal((Chosen, Chosen, "kept"), (ModeOf("shared"), ModeOf("shared/file"), File.ReadAllText(file)));
    }

    [Fact]
    public async Task Catalog_with_its_log_is_its_owners_alone()
    {
        SkipOnWindows();
        using (var catalog = SqliteCatalog.OpenWhenUsed(Path.Combine(_folder.Path, "home")))
        {
            await catalog.CreateDatabaseAsync(new Database("d", null, null, []), TestContext.Current.CancellationToken);
            Assert.NotEmpty(Files("home"));
            Assert.All(Files("home"), file => Assert.Equal(OwnersFile, ModeOf(file)));
        }

        Assert.Equal(OwnersFolder, ModeOf("home"));
        Assert.All(Files("home"), file => Assert.Equal(OwnersFile, ModeOf(file)));
    }

    private static void SkipOnWindows() => Assert.SkipWhen(OperatingSystem.IsWindows(), "skipped: Windows has no such permissions");

    private string[] Files(string folder) => Directory.GetFiles(Path.Combine(_folder.Path, folder));

#pragma warning disable CA1416 // Skipped on Windows.
    private UnixFileMode ModeOf(string path) => File.GetUnixFileMode(Path.Combine(_folder.Path, path));
#pragma warning restore CA1416
}
