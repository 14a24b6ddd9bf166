using Spoor.Cli.Shell;
using Spoor.Testing;
using Xunit;

namespace Spoor.Cli.Tests.Shell;

public class HistoryTests
{
    [Fact]
    public void Statements_of_several_lines_survive_the_file()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "home", "history");
        var statement = "SELECT '\\n'\nFROM t;";
        new History(path).Add(statement);
        Assert.Equal([statement], new History(path).Entries);
    }

    [Fact]
    public void History_is_its_owners_alone()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "skipped: Windows has no such permissions");
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "home", "history");
        new History(path).Add("SELECT 1;");
        new History(path).Add("SELECT 2;");
#pragma warning disable CA1416 // Skipped on Windows.
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
#pragma warning restore CA1416
    }

    [Fact]
    public void A_statement_repeated_at_once_is_kept_once()
    {
        var history = new History(path: null);
        history.Add("SELECT 1;");
        history.Add("SELECT 1;");
        history.Add("  ");
        Assert.Equal(["SELECT 1;"], history.Entries);
    }
}
