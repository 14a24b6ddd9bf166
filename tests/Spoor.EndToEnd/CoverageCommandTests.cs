using System.Text;
using System.Text.Json;
using Spoor.Testing;
using Xunit;

namespace Spoor.EndToEnd;

public sealed class CoverageCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Each_form_tells_of_the_same_objects()
    {
        Trail.AddRecords(_folder.Path, "a", 3);
        Trail.AddRecords(_folder.Path, "b", 3);
        var table = await SpoorProcess.RunAsync(_folder.Path, ["coverage", "logs"]);
        var json = await SpoorProcess.RunAsync(_folder.Path, ["coverage", "logs", "--output", "json"]);
        var html = await SpoorProcess.RunAsync(_folder.Path, ["coverage", "logs", "--output", "html"]);
        Assert.Equal((0, 0, 0), (table.ExitCode, json.ExitCode, html.ExitCode));
        Assert.Contains("\n6 records = 3 events + 3 repeated (3 in another object, 0 in the same)\n", table.Output, StringComparison.Ordinal);
        Assert.Equal(3, JsonDocument.Parse(json.Output).RootElement.GetProperty("totals").GetProperty("counts").GetProperty("repeats_across_objects").GetInt64());
        Assert.Contains("<title>2024-01-01: 6 records in 2 objects; events in 1 of 24 hours</title>", html.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Damaged_objects_fail_the_command_unless_they_are_to_be_skipped()
    {
        Trail.AddRecords(_folder.Path, "a", 3);
        Trail.Add(_folder.Path, "b", Encoding.UTF8.GetBytes("no gzip"));
        var failed = await SpoorProcess.RunAsync(_folder.Path, ["coverage", "logs"]);
        var skipped = await SpoorProcess.RunAsync(_folder.Path, ["coverage", "logs", "--skip-bad"]);
        Assert.Equal((1, ""), (failed.ExitCode, failed.Output));
        Assert.Equal(0, skipped.ExitCode);
        Assert.Contains("\n2 objects listed = 1 read + 0 left out + 1 failed; ", skipped.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_folder_is_named()
    {
        var outcome = await SpoorProcess.RunAsync(_folder.Path, ["coverage", "nowhere"]);
        Assert.Equal(
            (2, "", "spoor: There is no folder 'nowhere'. Name the folder that holds AWSLogs/, or one with .json or .json.gz files.\nTry 'spoor coverage --help'.\n"),
            (outcome.ExitCode, outcome.Output, outcome.Error));
    }
}
