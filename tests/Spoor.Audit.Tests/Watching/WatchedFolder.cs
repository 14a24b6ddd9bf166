using System.Text.Json;
using Spoor.Audit.Watching;
using Spoor.Engine.Sessions;
using Spoor.Testing;
using Xunit;

namespace Spoor.Audit.Tests.Watching;

/// <summary>A folder that objects arrive in, and watches that look at it one after the other, as if each process ended after its look.</summary>
internal sealed class WatchedFolder : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public string Logs => Path.Combine(_folder.Path, "logs");

    public string State => Path.Combine(_folder.Path, "state.db");

    public string Findings => Path.Combine(_folder.Path, "findings.ndjson");

    public WatchedFolder() => Directory.CreateDirectory(Logs);

    public void Dispose() => _folder.Dispose();

    public void Add(string name, params string[] records) => _folder.Write(Path.Combine("logs", name), $$"""{"Records":[{{string.Join(',', records)}}]}""");

    /// <summary>Looks once.</summary>
    public async Task<(WatchPoll Poll, List<JsonElement> Lines)> PollAsync(params IWatchReceiver[] others)
    {
        var heard = new Listener();
        using var watch = TrailWatch.Open(new WatchRequest(Logs, State), new EngineOptions(), [heard, .. others]);
        var poll = await watch.PollAsync(TestContext.Current.CancellationToken);
        return (poll, [.. heard.Lines.Select(line => Json(line.Json))]);
    }

    public static JsonElement Json(string line)
    {
        using var document = JsonDocument.Parse(line);
        return document.RootElement.Clone();
    }

    public static string? Text(JsonElement line, string member) => line.GetProperty(member).GetString();

    private sealed class Listener : IWatchReceiver
    {
        public List<WatchLine> Lines { get; } = [];

        public string Name => "listener";

        public Task DeliverAsync(IReadOnlyList<WatchLine> lines, CancellationToken cancellationToken)
        {
            Lines.AddRange(lines);
            return Task.CompletedTask;
        }
    }
}
