using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

namespace Spoor.Benchmarks.S3;

/// <summary>As much of an S3 server as reading takes: pages of a listing and objects, in plain HTTP, each answered after a set time. It checks no signature.</summary>
internal sealed class DelayingServer : IDisposable
{
    private const int PageSize = 1000;
    private const int LargestHead = 16 << 10;

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly TimeSpan _latency;
    private readonly List<string> _keys;
    private readonly Dictionary<string, (byte[] Content, string ETag)> _objects;

    /// <summary>Serves the files below a folder, which it reads at once.</summary>
    /// <param name="folder">The bucket, whatever its name in a request.</param>
    /// <param name="latency">How long every answer takes.</param>
    /// <param name="isMultiPart">Whether the objects' ETags are those of uploads in several parts, which are no hash of the content.</param>
    public DelayingServer(string folder, TimeSpan latency, bool isMultiPart)
    {
        _latency = latency;
        _objects = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).ToDictionary(
            file => Path.GetRelativePath(folder, file).Replace('\\', '/'),
            file => File.ReadAllBytes(file) is var content ? (content, ETagOf(content, isMultiPart)) : default,
            StringComparer.Ordinal);
        _keys = [.. _objects.Keys.Order(StringComparer.Ordinal)];
        _listener.Start(1024);
    }

    public string Url => $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";

    /// <summary>Serves until the token is cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var client = await _listener.AcceptTcpClientAsync(cancellationToken);
            client.NoDelay = true;
            _ = Task.Run(() => ServeAsync(client, cancellationToken), cancellationToken);
        }
    }

    public void Dispose() => _listener.Dispose();

#pragma warning disable CA5351 // S3 defines ETags by MD5.
    private static string ETagOf(byte[] content, bool isMultiPart) => $"\"{Convert.ToHexStringLower(MD5.HashData(content))}{(isMultiPart ? "-2" : "")}\"";
#pragma warning restore CA5351

    private async Task ServeAsync(TcpClient client, CancellationToken cancellationToken)
    {
        using (client)
        {
            var stream = client.GetStream();
            var buffer = new byte[LargestHead];
            try
            {
                while (await ReadHeadAsync(stream, buffer, cancellationToken) is { } head)
                {
                    await Task.Delay(_latency, cancellationToken);
                    await stream.WriteAsync(Answer(head), cancellationToken);
                }
            }
            catch (Exception exception) when (exception is IOException or OperationCanceledException)
            {
                // The client is gone, or the benchmark is over.
            }
        }
    }

    // No request has a body, and none is sent before the answer to the one before it. Null: the client hung up.
    private static async Task<string?> ReadHeadAsync(NetworkStream stream, byte[] buffer, CancellationToken cancellationToken)
    {
        for (var length = 0; ;)
        {
            var read = await stream.ReadAsync(buffer.AsMemory(length), cancellationToken);
            if (read == 0)
            {
                return null;
            }

            length += read;
            if (buffer.AsSpan(0, length).EndsWith("\r\n\r\n"u8))
            {
                return Encoding.ASCII.GetString(buffer, 0, length);
            }
        }
    }

    private byte[] Answer(string head)
    {
        var url = new Uri(new Uri("http://localhost"), head.Split(' ', 3)[1]);
        var path = Uri.UnescapeDataString(url.AbsolutePath).Split('/', 3);
        if (path is [_, _] or [_, _, ""])
        {
            return ListingPage(url.Query.TrimStart('?').Split('&').Select(part => part.Split('=', 2)).ToDictionary(part => part[0], part => Uri.UnescapeDataString(part[^1])));
        }

        return _objects.TryGetValue(path[2], out var found)
            ? ObjectFrom(found.Content, found.ETag, RangeStart(head))
            : Response("404 Not Found", "Content-Type: application/xml", "<Error><Code>NoSuchKey</Code><Message>The specified key does not exist.</Message></Error>"u8);
    }

    private byte[] ListingPage(Dictionary<string, string> query)
    {
        var prefix = query.GetValueOrDefault("prefix", "");
        var after = query.GetValueOrDefault("continuation-token") ?? query.GetValueOrDefault("start-after", "");
        var page = _keys.Where(key => key.StartsWith(prefix, StringComparison.Ordinal) && string.CompareOrdinal(key, after) > 0).Take(PageSize + 1).ToList();
        var xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?><ListBucketResult xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">");
        xml.Append(page.Count > PageSize ? $"<IsTruncated>true</IsTruncated><NextContinuationToken>{page[PageSize - 1]}</NextContinuationToken>" : "<IsTruncated>false</IsTruncated>");
        foreach (var key in page.Take(PageSize))
        {
            var (content, eTag) = _objects[key];
            xml.Append(CultureInfo.InvariantCulture, $"<Contents><Key>{key}</Key><LastModified>2025-03-03T00:00:00.000Z</LastModified><ETag>{eTag}</ETag><Size>{content.Length}</Size></Contents>");
        }

        return Response("200 OK", "Content-Type: application/xml", Encoding.UTF8.GetBytes(xml.Append("</ListBucketResult>").ToString()));
    }

    private static byte[] ObjectFrom(byte[] content, string eTag, int? start)
    {
        var headers = $"ETag: {eTag}\r\nLast-Modified: Mon, 03 Mar 2025 00:00:00 GMT\r\nContent-Type: binary/octet-stream";
        return start is { } from
            ? Response("206 Partial Content", string.Create(CultureInfo.InvariantCulture, $"{headers}\r\nContent-Range: bytes {from}-{content.Length - 1}/{content.Length}"), content.AsSpan(from))
            : Response("200 OK", headers, content);
    }

    private static int? RangeStart(string head)
    {
        const string Range = "\r\nRange: bytes=";
        var at = head.IndexOf(Range, StringComparison.OrdinalIgnoreCase);
        return at < 0 ? null : int.Parse(head[(at + Range.Length)..].Split('-', 2)[0], CultureInfo.InvariantCulture);
    }

    private static byte[] Response(string status, string headers, ReadOnlySpan<byte> body)
    {
        var head = Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 {status}\r\n{headers}\r\nContent-Length: {body.Length}\r\n\r\n"));
        return [.. head, .. body];
    }
}
