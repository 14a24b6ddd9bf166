using System.Globalization;
using System.Text;

namespace Spoor.Testing;

/// <content>Faults of objects.</content>
public sealed partial class FaultyS3Server
{
    private const int BytesBeforeBreak = 9000;

    private static IReadOnlyList<string> ObjectModes { get; } =
    [
        "sound", "weak-etag", "chunked", "etag-ignored", "no-etag", "changed", "html", "error-in-200", "empty-200", "short-length", "long-length", "closed-early", "closed-early-once", "endless",
        "range-ignored-at-first", "range-ignored-later", "range-shifted", "range-without-place", "range-part", "range-other-total", "range-other-length", "reset-before-head", "reset-before-head-once", "reset-in-body", "reset-after-a-byte",
        "no-answer", "no-answer-once", "stall-head", "stall-body", "stall-body-once", "trickle", "503", "503-twice", "500", "500-once", "403", "404", "one-404", "301", "302", "307", "404-page", "skewed", "expired",
    ];

    private async Task GetAsync(Request request)
    {
        var key = Uri.UnescapeDataString(request.Url.AbsolutePath)[(Bucket.Length + 2)..];
        if (!Objects.TryGetValue(key, out var content))
        {
            await SendErrorAsync(request, "404 Not Found", "NoSuchKey", "The specified key does not exist.");
            return;
        }

        var start = request.Header("Range") is { } range ? int.Parse(range.Split('=', '-')[1], CultureInfo.InvariantCulture) : (int?)null;
        await (_mode switch
        {
            "503" => SendErrorAsync(request, "503 Slow Down", "SlowDown", "Please reduce your request rate."),
            "503-twice" when request.Time <= 2 => SendErrorAsync(request, "503 Slow Down", "SlowDown", "Please reduce your request rate."),
            "500" => SendErrorAsync(request, "500 Internal Server Error", "InternalError", "We encountered an internal error."),
            "500-once" when request.Time == 1 => SendErrorAsync(request, "500 Internal Server Error", "InternalError", "We encountered an internal error."),
            "403" => SendErrorAsync(request, "403 Forbidden", "AccessDenied", "Access Denied"),
            "404" => SendErrorAsync(request, "404 Not Found", "NoSuchKey", "The specified key does not exist."),
            "one-404" when key == Objects.Keys.Last() => SendErrorAsync(request, "404 Not Found", "NoSuchKey", "The specified key does not exist."),
            "301" => SendErrorAsync(request, "301 Moved Permanently", "PermanentRedirect", "The bucket you are attempting to access must be addressed using the specified endpoint."),
            "302" => SendTextAsync(request, "<html>moved</html>", "302 Found", [Html, "Location: http://127.0.0.1:1/login"]),
            "307" => SendTextAsync(request, "<Error><Code>TemporaryRedirect</Code></Error>", "307 Temporary Redirect", [Xml, $"Location: {Url}/moved"]),
            "404-page" => SendTextAsync(request, "<html>Nothing here", "404 Not Found", [Html]),
            "skewed" => SendErrorAsync(request, "403 Forbidden", "RequestTimeTooSkewed", "The difference between the request time and the current time is too large."),
            "expired" => SendErrorAsync(request, "400 Bad Request", "ExpiredToken", "The provided token has expired."),
            "changed" => SendErrorAsync(request, "412 Precondition Failed", "PreconditionFailed", "At least one of the pre-conditions you specified did not hold"),
            "html" => SendTextAsync(request, "<html>Please sign in</html>", Html),
            "error-in-200" => SendErrorAsync(request, "200 OK", "InternalError", "We encountered an internal error."),
            "empty-200" => SendAsync(request, "200 OK", default, $"ETag: {ETagOf(content)}"),
            "no-answer" => NeverAsync(),
            "no-answer-once" when request.Time == 1 => NeverAsync(),
            "stall-head" => StallInHeadAsync(request),
            "reset-before-head" => ResetAsync(request),
            "reset-before-head-once" when request.Time == 1 => ResetAsync(request),
            _ => SendContentAsync(request, content, start),
        });
    }

    private async Task SendContentAsync(Request request, byte[] content, int? start)
    {
        var from = start ?? 0;
        var hasRange = start is not null && _mode is not "range-ignored-at-first" && !(_mode is "range-ignored-later" && from > 0);
        var body = hasRange ? content.AsMemory(from) : content.AsMemory();
        var eTag = ETagOf(content);
        var place = $"Content-Range: bytes {from}-{content.Length - 1}/{content.Length}";
        var length = $"Content-Length: {body.Length}";
        switch (_mode)
        {
            case "weak-etag":
                eTag = "W/" + eTag;
                break;
            case "etag-ignored":
                // Another version of the same length.
                body = body.ToArray().Reverse().ToArray();
                eTag = ETagOf(body.ToArray());
                break;
            case "chunked":
                length = "Transfer-Encoding: chunked";
                body = Encoding.ASCII.GetBytes($"{body.Length:x}\r\n").Concat(body.ToArray()).Concat("\r\n0\r\n\r\n"u8.ToArray()).ToArray();
                break;
            case "endless":
                length = "Transfer-Encoding: chunked";
                break;
            case "short-length":
                body = body[..(body.Length / 2)];
                (length, hasRange) = ($"Content-Length: {body.Length}", false);
                break;
            case "long-length":
                body = body.ToArray().Concat(new byte[100]).ToArray();
                (length, hasRange) = ($"Content-Length: {body.Length}", false);
                break;
            case "range-shifted":
                place = $"Content-Range: bytes {from + 1}-{content.Length - 1}/{content.Length}";
                break;
            case "range-part":
                body = body[..(body.Length / 2)];
                (place, length) = ($"Content-Range: bytes {from}-{from + body.Length - 1}/{content.Length}", $"Content-Length: {body.Length}");
                break;
            case "range-other-length":
                body = body[..(body.Length / 2)];
                length = $"Content-Length: {body.Length}";
                break;
            case "range-other-total":
                place = $"Content-Range: bytes {from}-{content.Length - 1}/{content.Length + 1}";
                break;
        }

        string[] headers = [.. _mode is "no-etag" ? [] : new[] { $"ETag: {eTag}" }, .. hasRange && _mode is not "range-without-place" ? new[] { place } : [], length];
        await SendHeadAsync(request, hasRange ? "206 Partial Content" : "200 OK", [.. headers, "Content-Type: application/x-gzip", "Last-Modified: Wed, 05 Mar 2025 00:00:00 GMT"]);
        await SendBodyAsync(request, body);
    }

    private async Task SendBodyAsync(Request request, ReadOnlyMemory<byte> body)
    {
        var isFirst = request.Time == 1;
        switch (_mode)
        {
            case "closed-early" or "closed-early-once" or "range-ignored-later" when _mode is "closed-early" || isFirst:
                await request.Stream.WriteAsync(body[..(body.Length / 2)], _stop.Token);
                break;
            case "reset-in-body" or "reset-after-a-byte":
                await request.Stream.WriteAsync(body[..Math.Min(body.Length, _mode is "reset-in-body" ? BytesBeforeBreak : 1)], _stop.Token);
                await Task.Delay(20, _stop.Token); // What was sent arrives.
                Reset(request);
                break;
            case "stall-body" or "stall-body-once" when _mode is "stall-body" || isFirst:
                await request.Stream.WriteAsync(body[..100], _stop.Token);
                await NeverAsync();
                break;
            case "trickle":
                await TrickleAsync(request, body);
                break;
            case "endless":
                while (true)
                {
                    await request.Stream.WriteAsync(Encoding.ASCII.GetBytes($"{body.Length:x}\r\n").Concat(body.ToArray()).Concat("\r\n"u8.ToArray()).ToArray(), _stop.Token);
                }

            default:
                await request.Stream.WriteAsync(body, _stop.Token);
                break;
        }
    }
}
