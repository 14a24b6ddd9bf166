using System.Text.Json;
using Spoor.Testing;
using Xunit;

namespace Spoor.EndToEnd;

public sealed class TraceCommandTests : IDisposable
{
    private static readonly string s_trail = Path.Combine(Repository.Root, "samples", "trail");
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    /// <summary>The sample's ground truth names each chain's AssumeRole call and the key that it gave.</summary>
    [Fact]
    public async Task A_chains_key_leads_to_its_identity_in_both_forms()
    {
        var chain = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(s_trail, "ground-truth.json"), TestContext.Current.CancellationToken)).RootElement.GetProperty("chains")[0];
        var (eventId, identity) = (chain.GetProperty("event_id").GetString(), chain.GetProperty("identity").GetString());
        var table = await SpoorProcess.RunAsync(_folder.Path, ["trace", eventId ?? "", s_trail]);
        var json = await SpoorProcess.RunAsync(_folder.Path, ["trace", eventId ?? "", s_trail, "--output", "json"]);
        Assert.Equal((0, 0), (table.ExitCode, json.ExitCode));
        Assert.Contains($"identity {identity}", table.Output, StringComparison.Ordinal);
        var report = JsonDocument.Parse(json.Output).RootElement;
        Assert.Equal("event", report.GetProperty("found").GetProperty("kind").GetString());
        Assert.Contains(report.GetProperty("timeline").EnumerateArray(), entry => entry.GetProperty("is_matched").GetBoolean() && entry.GetProperty("event_ids")[0].GetString() == eventId);
    }

    [Fact]
    public async Task An_id_that_names_nothing_is_an_error()
    {
        var outcome = await SpoorProcess.RunAsync(_folder.Path, ["trace", "nothing-like-it", s_trail]);
        Assert.Equal((1, ""), (outcome.ExitCode, outcome.Output));
        Assert.StartsWith("NOT_FOUND: No record names 'nothing-like-it' as key, caller, session, role, address or event\n", outcome.Error, StringComparison.Ordinal);
    }
}
