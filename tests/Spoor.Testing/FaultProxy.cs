using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Spoor.Testing;

/// <summary>What a <see cref="FaultProxy"/> does to one request.</summary>
public abstract record Fault
{
    /// <summary>Answers 503 SlowDown, as S3 does when it throttles.</summary>
    public sealed record Throttle : Fault;

    /// <summary>Cuts the connection after so many bytes of the answer's body.</summary>
    public sealed record Cut(int BytesOfBody) : Fault;

    /// <summary>Answers in place of the server.</summary>
    /// <param name="Status">Such as <c>301 Moved Permanently</c>.</param>
    /// <param name="Body">Any text.</param>
    /// <param name="Headers">Lines of the head beside the length.</param>
    public sealed record Answer(string Status, string Body, params string[] Headers) : Fault;

    /// <summary>Passes the request on late.</summary>
    public sealed record Delay(TimeSpan Duration) : Fault;
}

/// <summary>A plain HTTP proxy in front of a server on this machine that can throttle, delay and cut. Each request has a connection of its own.</summary>
public sealed class FaultProxy : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly int _target;
    private readonly Func<string, Fault?> _decide;
    private readonly Task _accepting;

    /// <summary>Listens on a free port.</summary>
    /// <param name="target">Port of the server behind.</param>
    /// <param name="decide">Gets the request's head, and gives the fault; null for none.</param>
    public FaultProxy(int target, Func<string, Fault?> decide)
    {
        _target = target;
        _decide = decide;
        _listener.Start(512);
        _accepting = AcceptAsync();
    }

    /// <summary>Its own endpoint.</summary>
    public string Url => $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";

    /// <summary>Heads of the requests so far.</summary>
    public ConcurrentQueue<string> Requests { get; } = new();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting;
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                _ = Task.Run(() => ServeAsync(client));
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException)
        {
            // Disposed.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                var stream = client.GetStream();
                var head = await ReadHeadAsync(stream);
                Requests.Enqueue(head);
                await AnswerAsync(stream, head, _decide(head));
            }
            catch (Exception exception) when (exception is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
            {
                // The client or the test went away.
            }
        }
    }

    private async Task AnswerAsync(NetworkStream client, string head, Fault? fault)
    {
        if (fault is Fault.Throttle)
        {
            fault = new Fault.Answer(
                "503 Slow Down", "<Error><Code>SlowDown</Code><Message>Please reduce your request rate.</Message></Error>", "Content-Type: application/xml");
        }

        if (fault is Fault.Answer answer)
        {
            // A length of its own promises more than the body has.
            string[] length = answer.Headers.Any(line => line.StartsWith("Content-Length:", StringComparison.Ordinal)) ? [] : [$"Content-Length: {answer.Body.Length}"];
            string[] lines = [$"HTTP/1.1 {answer.Status}", .. answer.Headers, .. length, "Connection: close", "", answer.Body];
            await client.WriteAsync(Encoding.ASCII.GetBytes(string.Join("\r\n", lines)), _stop.Token);
            return;
        }

        if (fault is Fault.Delay delay)
        {
            await Task.Delay(delay.Duration, _stop.Token);
        }

        using var server = new TcpClient();
        await server.ConnectAsync(IPAddress.Loopback, _target, _stop.Token);
        var behind = server.GetStream();
        await behind.WriteAsync(Encoding.ASCII.GetBytes(WithClose(head)), _stop.Token);
        var answerHead = WithClose(await ReadHeadAsync(behind));
        await client.WriteAsync(Encoding.ASCII.GetBytes(answerHead), _stop.Token);
        await CopyAsync(behind, client, (fault as Fault.Cut)?.BytesOfBody ?? int.MaxValue);
    }

    private async Task CopyAsync(NetworkStream from, NetworkStream to, int limit)
    {
        var buffer = new byte[16 << 10];
        while (limit > 0 && await from.ReadAsync(buffer.AsMemory(0, Math.Min(buffer.Length, limit)), _stop.Token) is var read and > 0)
        {
            await to.WriteAsync(buffer.AsMemory(0, read), _stop.Token);
            limit -= read;
        }
    }

    private async Task<string> ReadHeadAsync(NetworkStream stream)
    {
        // Byte by byte: what follows the head is not ours to take. S3 reads have no request bodies.
        var head = new StringBuilder();
        var one = new byte[1];
        while (head.Length < 4 || head.ToString(head.Length - 4, 4) != "\r\n\r\n")
        {
            if (await stream.ReadAsync(one, _stop.Token) == 0)
            {
                throw new IOException("The connection ended in a head.");
            }

            head.Append((char)one[0]);
        }

        return head.ToString();
    }

    private static string WithClose(string head)
    {
        var lines = head.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Where(line => !line.StartsWith("Connection:", StringComparison.OrdinalIgnoreCase));
        return string.Join("\r\n", lines) + "\r\nConnection: close\r\n\r\n";
    }
}
