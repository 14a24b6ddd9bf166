using System.Diagnostics;
using System.Globalization;

namespace Spoor.Benchmarks.S3;

/// <summary>A <see cref="DelayingServer"/> in a process of its own, so that its work is not counted as Spoor's.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    public const string ChildCommand = "s3-server-child";

    private readonly Process _process;

    private ServerProcess(Process process, string url)
    {
        _process = process;
        Url = url;
    }

    public string Url { get; }

    /// <summary>Starts a server over a folder and waits until it listens.</summary>
    public static async Task<ServerProcess> StartAsync(string folder, int latency, bool isMultiPart)
    {
        var process = ChildProcess.Start(ChildCommand, folder, latency.ToString(CultureInfo.InvariantCulture), isMultiPart ? "multi-part" : "plain");
        var url = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The server did not start.");
        return new ServerProcess(process, url);
    }

    /// <summary>The child: prints its URL, then serves until it is killed.</summary>
    public static async Task<int> RunChildAsync(string folder, string latency, string kind)
    {
        using var server = new DelayingServer(folder, TimeSpan.FromMilliseconds(int.Parse(latency, CultureInfo.InvariantCulture)), kind == "multi-part");
        Console.WriteLine(server.Url);
        await server.RunAsync(CancellationToken.None);
        return 0;
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
