using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Spoor.Testing;

/// <summary>An independent S3 server on a free port of this machine: <c>moto_server</c>, where it is installed.</summary>
public sealed class MotoServer : IAsyncDisposable
{
    private static readonly TimeSpan s_longestStart = TimeSpan.FromSeconds(30);

    private readonly Process _process;

    private MotoServer(Process process, int port)
    {
        _process = process;
        Port = port;
    }

    /// <summary>Where it listens, on the loopback address.</summary>
    public int Port { get; }

    /// <summary>Its endpoint.</summary>
    public string Url => $"http://127.0.0.1:{Port}";

    /// <summary>Whether it is installed.</summary>
    public static bool IsInstalled => Find() is not null;

    /// <summary>Starts it and waits until it answers; null where it is not installed.</summary>
    public static async Task<MotoServer?> StartAsync(CancellationToken cancellationToken)
    {
        if (Find() is not { } program)
        {
            return null;
        }

        var port = FreePort();
        var start = new ProcessStartInfo(program, ["-H", "127.0.0.1", "-p", $"{port}"]) { RedirectStandardOutput = true, RedirectStandardError = true };
        var process = Process.Start(start) ?? throw new InvalidOperationException("moto_server did not start.");
        process.OutputDataReceived += static (_, _) => { };
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var server = new MotoServer(process, port);
        await server.WaitUntilItAnswersAsync(cancellationToken);
        return server;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static string? Find() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, "moto_server")).FirstOrDefault(File.Exists);

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task WaitUntilItAnswersAsync(CancellationToken cancellationToken)
    {
        using var client = new HttpClient();
        var started = Stopwatch.GetTimestamp();
        while (true)
        {
            try
            {
                using var answer = await client.GetAsync(new Uri(Url), cancellationToken);
                return;
            }
            catch (HttpRequestException) when (!_process.HasExited && Stopwatch.GetElapsedTime(started) < s_longestStart)
            {
                await Task.Delay(100, cancellationToken);
            }
        }
    }
}
