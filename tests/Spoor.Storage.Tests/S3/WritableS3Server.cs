using System.Collections.Concurrent;
using System.Collections.Specialized;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Web;

namespace Spoor.Storage.Tests.S3;

/// <summary>An S3 endpoint in memory that keeps objects, uploads and conditions as S3 does, and has the faults that a test gives it.</summary>
internal sealed class WritableS3Server : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, port: 0);
    private readonly Task _serving;
    private readonly Lock _lock = new();
    private readonly ConcurrentDictionary<string, SortedDictionary<int, byte[]>> _uploads = new();
    private readonly Dictionary<string, string?> _idsOfUploads = [];
    private readonly ConcurrentDictionary<string, int> _seen = new();

    public WritableS3Server()
    {
        _listener.Start();
        _serving = ServeAsync();
    }

    public string Url => $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";

    /// <summary>What is there: content and the id of the write.</summary>
    public ConcurrentDictionary<string, (byte[] Content, string? Id)> Objects { get; } = new();

    /// <summary>Requests so far: PUT, HEAD, BEGIN, PART, COMPLETE, ABORT, DELETE.</summary>
    public ConcurrentQueue<string> Requests { get; } = new();

    public int OpenUploads => _uploads.Count;

    public bool IgnoresConditions { get; init; }

    /// <summary>The fault of a request, by its kind and how often that came: <c>lose</c> does it and breaks the connection, <c>break</c> breaks it in the body, a number is the status of an error.</summary>
    public Func<string, int, string?> Fault { get; init; } = (_, _) => null;

    /// <summary>What happens beside a request, before it is done.</summary>
    public Action<string>? Before { get; init; }

    public static string ETagOf(byte[] content) =>
#pragma warning disable CA5351 // S3's.
        $"\"{Convert.ToHexStringLower(MD5.HashData(content))}\"";
#pragma warning restore CA5351

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _serving;
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync();
                _ = Task.Run(() => AnswerAsync(client));
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // Disposed.
        }
    }

    private async Task AnswerAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                await AnswerAsync(client, await ReadHeadAsync(client.GetStream()));
            }
            catch (Exception exception) when (exception is IOException or SocketException or ObjectDisposedException)
            {
                // The client or the test went away.
            }
        }
    }

    private async Task AnswerAsync(TcpClient client, Head head)
    {
        var kind = (head.Method, head.Query["uploadId"], head.Query["partNumber"]) switch
        {
            ("PUT", not null, not null) => "PART",
            ("POST", null, _) => "BEGIN",
            ("POST", _, _) => "COMPLETE",
            ("DELETE", not null, _) => "ABORT",
            var (method, _, _) => method,
        };
        var isProbe = head.Key.EndsWith(".probe", StringComparison.Ordinal);
        var fault = isProbe ? null : Fault(kind, _seen.AddOrUpdate(kind, 1, (_, count) => count + 1));
        Requests.Enqueue(isProbe ? "PROBE" : kind);
        var stream = client.GetStream();
        if (head["Expect"] is not null)
        {
            await stream.WriteAsync("HTTP/1.1 100 Continue\r\n\r\n"u8.ToArray());
        }

        var body = new byte[int.Parse(head["Content-Length"] ?? "0", CultureInfo.InvariantCulture)];
        await stream.ReadExactlyAsync(body.AsMemory(0, fault is "break" ? body.Length / 2 : body.Length));
        if (fault is "break")
        {
            client.Client.LingerState = new LingerOption(enable: true, seconds: 0);
            return;
        }

        if (int.TryParse(fault, NumberStyles.None, CultureInfo.InvariantCulture, out var error))
        {
            await SendAsync(stream, head, error, Error(error is 409 ? "ConditionalRequestConflict" : "InternalError"), []);
            return;
        }

        if (!isProbe)
        {
            Before?.Invoke(kind);
        }

        var headers = new Dictionary<string, string?>();
        var (status, text) = Do(head, kind, body, headers);
        if (fault is "lose")
        {
            client.Client.LingerState = new LingerOption(enable: true, seconds: 0);
            return;
        }

        await SendAsync(stream, head, status, text, headers);
    }

    private static async Task<Head> ReadHeadAsync(NetworkStream stream)
    {
        var text = new StringBuilder();
        var one = new byte[1];
        while (text.Length < 4 || text.ToString(text.Length - 4, 4) != "\r\n\r\n")
        {
            if (await stream.ReadAsync(one) == 0)
            {
                throw new IOException("The connection ended in a head.");
            }

            text.Append((char)one[0]);
        }

        var lines = text.ToString().Split("\r\n");
        var url = new Uri("http://host" + lines[0].Split(' ')[1]);
        var headers = lines.Skip(1).Where(line => line.Contains(':', StringComparison.Ordinal)).Select(line => line.Split(':', 2))
            .ToDictionary(parts => parts[0], parts => parts[1].Trim(), StringComparer.OrdinalIgnoreCase);
        return new Head(lines[0].Split(' ')[0], Uri.UnescapeDataString(url.AbsolutePath)["/b/".Length..], HttpUtility.ParseQueryString(url.Query), headers);
    }

    private static async Task SendAsync(NetworkStream stream, Head head, int status, string text, Dictionary<string, string?> headers)
    {
        var lines = string.Concat(headers.Where(header => header.Value is not null).Select(header => $"{header.Key}: {header.Value}\r\n"));
        var body = head.Method == "HEAD" ? "" : text;
        await stream.WriteAsync(Encoding.UTF8.GetBytes($"HTTP/1.1 {status} S\r\nContent-Type: application/xml\r\nContent-Length: {body.Length}\r\nConnection: close\r\n{lines}\r\n{body}"));
    }

    private (int Status, string Text) Do(Head head, string kind, byte[] body, Dictionary<string, string?> headers)
    {
        var key = head.Key;
        lock (_lock)
        {
            var upload = head.Query["uploadId"] ?? "";
            var there = Objects.TryGetValue(key, out var found) ? found : default;
            if (kind is "PUT" or "COMPLETE" && !IgnoresConditions)
            {
                var match = head["If-Match"];
                if (head["If-None-Match"] == "*" && there.Content is not null)
                {
                    return (412, Error("PreconditionFailed"));
                }

                if (match is not null && (there.Content is null || ETagOf(there.Content) != match))
                {
                    return there.Content is null ? (404, Error("NoSuchKey")) : (412, Error("PreconditionFailed"));
                }
            }

            switch (kind)
            {
                case "HEAD" or "GET" when there.Content is null:
                    return (404, kind is "HEAD" ? "" : Error("NoSuchKey"));
                case "HEAD":
                    headers["ETag"] = ETagOf(there.Content);
                    headers["x-amz-meta-spoor-write"] = there.Id;
                    return (200, "");
                case "PUT":
                    Objects[key] = (body, head["x-amz-meta-spoor-write"]);
                    headers["ETag"] = ETagOf(body);
                    return (200, "");
                case "BEGIN":
                    upload = $"u{_idsOfUploads.Count}";
                    _uploads[upload] = [];
                    _idsOfUploads[upload] = head["x-amz-meta-spoor-write"];
                    return (200, $"<InitiateMultipartUploadResult><UploadId>{upload}</UploadId></InitiateMultipartUploadResult>");
                case "PART":
                    _uploads[upload][int.Parse(head.Query["partNumber"]!, CultureInfo.InvariantCulture)] = body;
                    headers["ETag"] = ETagOf(body);
                    return (200, "");
                case "COMPLETE" when !_uploads.ContainsKey(upload):
                    return (404, Error("NoSuchUpload"));
                case "COMPLETE":
                    Objects[key] = ([.. _uploads[upload].Values.SelectMany(part => part)], _idsOfUploads[upload]);
                    _uploads.TryRemove(upload, out _);
                    return (200, $"<CompleteMultipartUploadResult><ETag>{ETagOf(Objects[key].Content)}</ETag></CompleteMultipartUploadResult>");
                case "ABORT":
                    return _uploads.TryRemove(upload, out _) ? (204, "") : (404, Error("NoSuchUpload"));
                default:
                    Objects.TryRemove(key, out _);
                    return (204, "");
            }
        }
    }

    private static string Error(string code) => $"<Error><Code>{code}</Code><Message>{code}</Message></Error>";

    private sealed record Head(string Method, string Key, NameValueCollection Query, Dictionary<string, string> Headers)
    {
        public string? this[string header] => Headers.GetValueOrDefault(header);
    }
}
