using System.Collections.Concurrent;
using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

namespace Spoor.Testing;

/// <summary>An S3 endpoint with one bucket of a few logs, which has one fault: its mode. Each request has a connection of its own.</summary>
/// <remarks><c>FaultyS3Server.Listings.cs</c> has the faults of listings, <c>FaultyS3Server.Objects.cs</c> those of objects; a fault of the one leaves the other sound.</remarks>
public sealed partial class FaultyS3Server : IAsyncDisposable
{
    /// <summary>The bucket.</summary>
    public const string Bucket = "trail";

    private const int ObjectCount = 3;
    private const int RecordsEach = 300;

    private readonly TcpListener _listener;
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentDictionary<string, int> _seen = new();
    private readonly string _mode;
    private readonly TimeSpan _trickle;
    private readonly Task _accepting;

    /// <summary>Listens.</summary>
    /// <param name="mode">One of <see cref="Modes"/>.</param>
    /// <param name="trickle">Time between two bytes in the modes that trickle.</param>
    /// <param name="port">Port; 0 for a free one.</param>
    public FaultyS3Server(string mode, TimeSpan trickle, int port = 0)
    {
        _mode = Modes.Contains(mode) ? mode : throw new ArgumentException($"There is no mode '{mode}'.", nameof(mode));
        _trickle = trickle;
        _listener = new TcpListener(IPAddress.Loopback, port);
        _listener.Start(512);
        _accepting = AcceptAsync();
    }

    /// <summary>All modes.</summary>
    public static IReadOnlyList<string> Modes => [.. ListingModes, .. ObjectModes];

    /// <summary>Its endpoint.</summary>
    public string Url => $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";

    /// <summary>First lines of the requests so far.</summary>
    public ConcurrentQueue<string> Requests { get; } = new();

    /// <summary>What is in the bucket, by key.</summary>
    public SortedDictionary<string, byte[]> Objects { get; } = new(
        Enumerable.Range(0, ObjectCount).ToDictionary(
            number => $"AWSLogs/123456789012/CloudTrail/eu-west-1/2025/03/0{number + 1}/123456789012_CloudTrail_eu-west-1_2025030{number + 1}T0000Z_{number:d16}.json.gz",
            CreateLog),
        StringComparer.Ordinal);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting;
        _listener.Dispose();
        _stop.Dispose();
    }

    // Texts from a seed that gzip cannot make much shorter, so that a transfer has something to break in.
    private static byte[] CreateLog(int seed)
    {
        var text = new StringBuilder("{\"Records\":[");
        for (var i = 0; i < RecordsEach; i++)
        {
            var noise = Convert.ToBase64String(SHA512.HashData(Encoding.ASCII.GetBytes($"{seed}-{i}")));
            text.Append(i == 0 ? "" : ",").Append($$"""{"eventVersion":"1.08","eventName":"Event{{i % 7}}","eventID":"{{seed}}-{{i}}","eventTime":"2025-03-0{{seed + 1}}T00:00:00Z","userAgent":"{{noise}}"}""");
        }

        var content = new MemoryStream();
        using (var gzip = new GZipStream(content, CompressionLevel.Fastest))
        {
            gzip.Write(Encoding.ASCII.GetBytes(text.Append("]}").ToString()));
        }

        return content.ToArray();
    }

#pragma warning disable CA5351 // S3 defines ETags by MD5.
    private static string ETagOf(byte[] content) => $"\"{Convert.ToHexStringLower(MD5.HashData(content))}\"";
#pragma warning restore CA5351

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
                var line = head.Split("\r\n")[0];
                Requests.Enqueue(line);
                var url = new Uri("http://host" + line.Split(' ')[1]);
                var request = new Request(client, stream, head, url, _seen.AddOrUpdate(line, 1, (_, count) => count + 1));
                await (url.Query.Contains("list-type=2", StringComparison.Ordinal) ? ListAsync(request) : GetAsync(request));
                client.Client.Shutdown(SocketShutdown.Send);
            }
            catch (Exception exception) when (exception is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
            {
                // The client or the test went away.
            }
        }
    }

    private async Task<string> ReadHeadAsync(NetworkStream stream)
    {
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

    /// <summary>Sends an answer whose length is that of its body, unless a header says otherwise.</summary>
    private async Task SendAsync(Request request, string status, ReadOnlyMemory<byte> body, params string[] headers)
    {
        await SendHeadAsync(request, status, [.. headers.Any(IsLength) ? [] : new[] { $"Content-Length: {body.Length}" }, .. headers]);
        await request.Stream.WriteAsync(body, _stop.Token);
    }

    private static bool IsLength(string header) => header.StartsWith("Content-Length:", StringComparison.Ordinal) || header.StartsWith("Transfer-Encoding:", StringComparison.Ordinal);

    private async Task SendHeadAsync(Request request, string status, params string[] headers) =>
        await request.Stream.WriteAsync(Encoding.ASCII.GetBytes(string.Join("\r\n", [$"HTTP/1.1 {status}", .. headers, "Connection: close", "", ""])), _stop.Token);

    private Task SendErrorAsync(Request request, string status, string code, string message, params string[] headers) =>
        SendAsync(request, status, Encoding.ASCII.GetBytes($"<?xml version=\"1.0\"?><Error><Code>{code}</Code><Message>{message}</Message></Error>"), ["Content-Type: application/xml", .. headers]);

    private async Task TrickleAsync(Request request, ReadOnlyMemory<byte> body)
    {
        for (var i = 0; i < body.Length; i++)
        {
            await request.Stream.WriteAsync(body.Slice(i, 1), _stop.Token);
            await Task.Delay(_trickle, _stop.Token);
        }
    }

    private Task NeverAsync() => Task.Delay(Timeout.Infinite, _stop.Token);

    private static void Reset(Request request)
    {
        request.Client.LingerState = new LingerOption(true, 0);
        request.Client.Close();
    }

    /// <param name="Client">Its connection.</param>
    /// <param name="Stream">Its connection.</param>
    /// <param name="Head">Line and headers.</param>
    /// <param name="Url">Path and query.</param>
    /// <param name="Time">How often the same line came, with this one.</param>
    private sealed record Request(TcpClient Client, NetworkStream Stream, string Head, Uri Url, int Time)
    {
        public string? Header(string name) =>
            Head.Split("\r\n").Skip(1).FirstOrDefault(line => line.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase)) is { } line ? line[(name.Length + 1)..].Trim() : null;

        public string? Parameter(string name) =>
            Url.Query.TrimStart('?').Split('&').FirstOrDefault(part => part.StartsWith(name + "=", StringComparison.Ordinal)) is { } part ? Uri.UnescapeDataString(part[(name.Length + 1)..]) : null;
    }
}
