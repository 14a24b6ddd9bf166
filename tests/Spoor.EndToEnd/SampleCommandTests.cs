using Spoor.Testing;
using Xunit;

namespace Spoor.EndToEnd;

public sealed class SampleCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Scenarios_that_are_listed_can_be_made_by_name()
    {
        var list = await SpoorProcess.RunAsync(_folder.Path, ["sample", "--list-scenarios"]);
        Assert.Equal(0, list.ExitCode);
        Assert.Contains("\nrole_chain_benign ", list.Output, StringComparison.Ordinal);
        var made = await SpoorProcess.RunAsync(_folder.Path, ["sample", "--out", "trail", "--scenario", "role_chain,role_chain_benign"]);
        Assert.Equal((0, ""), (made.ExitCode, made.Output));
        var truth = await File.ReadAllTextAsync(Path.Combine(_folder.Path, "trail", "ground-truth.json"), TestContext.Current.CancellationToken);
        Assert.Contains("\"rule\": \"role_chain\"", truth, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_folder_nothing_is_made()
    {
        var outcome = await SpoorProcess.RunAsync(_folder.Path, ["sample", "--scenario", "all"]);
        Assert.Equal((2, "spoor: Option '--out' is required.\nTry 'spoor sample --help'.\n"), (outcome.ExitCode, outcome.Problems));
    }
}
