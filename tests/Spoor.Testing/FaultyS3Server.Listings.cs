using System.Globalization;
using System.Security;
using System.Text;

namespace Spoor.Testing;

/// <content>Faults of listings.</content>
public sealed partial class FaultyS3Server
{
    private const string Declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
    private const string Xml = "Content-Type: application/xml";
    private const string Html = "Content-Type: text/html; charset=utf-8";

    private static IReadOnlyList<string> ListingModes { get; } =
    [
        "list-html", "list-html-well-formed", "list-empty", "list-no-content", "list-json", "list-other-root", "list-entities", "list-external-entity", "list-cut", "list-huge",
        "list-error-in-200", "list-error-in-200-once", "list-without-truncated", "list-without-token", "list-repeated-token", "list-token-cycle", "list-same-page", "list-overlap",
        "list-repeated-key", "list-unordered", "list-endless-empty", "list-some-empty", "list-outside", "list-empty-key", "list-no-size", "list-negative-size",
        "list-403", "list-no-bucket", "list-503", "list-503-once", "list-301", "list-302", "list-skewed", "list-no-answer", "list-no-answer-once", "list-stall-head", "list-stall-body", "list-trickle", "list-reset-once",
    ];

    private Task ListAsync(Request request) => _mode switch
    {
        "list-html" => SendTextAsync(request, "<!DOCTYPE html><html><p>Please sign in<br></html>", Html),
        "list-html-well-formed" => SendTextAsync(request, "<html>\n<body>Please\e[31m sign in</body></html>", Html),
        "list-empty" => SendTextAsync(request, "", Xml),
        "list-no-content" => SendAsync(request, "204 No Content", default, "X-Nothing: here"),
        "list-json" => SendTextAsync(request, "{\"objects\":[]}", "Content-Type: application/json"),
        "list-other-root" => SendTextAsync(request, Declaration + "<ListAllMyBucketsResult><Buckets/></ListAllMyBucketsResult>", Xml),
        "list-entities" => SendTextAsync(request, Entities(), Xml),
        "list-external-entity" => SendTextAsync(request, Declaration + "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>" + Page(Objects.Keys, null).Replace("<Name>trail", "<Name>&e;", StringComparison.Ordinal), Xml),
        "list-cut" => SendTextAsync(request, Page(Objects.Keys, null)[..^40], Xml),
        "list-huge" => SendHugeAsync(request),
        "list-error-in-200" => SendErrorAsync(request, "200 OK", "InternalError", "We encountered an internal error."),
        "list-error-in-200-once" when request.Time == 1 => SendErrorAsync(request, "200 OK", "InternalError", "We encountered an internal error."),
        "list-without-truncated" => SendTextAsync(request, "<ListBucketResult><Name>trail</Name></ListBucketResult>", Xml),
        "list-without-token" => SendTextAsync(request, Page(Objects.Keys, "none").Replace("<NextContinuationToken>none</NextContinuationToken>", "", StringComparison.Ordinal), Xml),
        "list-repeated-token" => SendPageAsync(request, Objects.Keys, "t"),
        "list-token-cycle" => SendPageAsync(request, request.Parameter("continuation-token") == "a" ? Objects.Keys.Skip(1) : Objects.Keys.Take(1), request.Parameter("continuation-token") == "a" ? "b" : "a"),
        "list-same-page" => SendPageAsync(request, Objects.Keys, Next(request)),
        "list-overlap" => SendPageAsync(request, Next(request) == "1" ? Objects.Keys.Take(2) : Objects.Keys.Skip(1), Next(request) == "1" ? "1" : null),
        "list-repeated-key" => SendPageAsync(request, Objects.Keys.Append(Objects.Keys.Last()), null),
        "list-unordered" => SendPageAsync(request, Objects.Keys.Reverse(), null),
        "list-endless-empty" => SendPageAsync(request, [], Next(request)),
        "list-some-empty" => SendPageAsync(request, Next(request) == "4" ? Objects.Keys : [], Next(request) == "4" ? null : Next(request)),
        "list-outside" => SendPageAsync(request, Objects.Keys.Append("other/log.json.gz"), null),
        "list-empty-key" => SendPageAsync(request, Objects.Keys.Prepend(""), null),
        "list-no-size" => SendTextAsync(request, Page(Objects.Keys, null).Replace("<Size>", "<Length>", StringComparison.Ordinal).Replace("</Size>", "</Length>", StringComparison.Ordinal), Xml),
        "list-negative-size" => SendTextAsync(request, Page(Objects.Keys, null).Replace("<Size>", "<Size>-", StringComparison.Ordinal), Xml),
        "list-403" => SendErrorAsync(request, "403 Forbidden", "AccessDenied", "Access Denied"),
        "list-no-bucket" => SendErrorAsync(request, "404 Not Found", "NoSuchBucket", "The specified bucket does not exist"),
        "list-503" => SendErrorAsync(request, "503 Slow Down", "SlowDown", "Please reduce your request rate."),
        "list-503-once" when request.Time <= 2 => SendErrorAsync(request, "503 Slow Down", "SlowDown", "Please reduce your request rate."),
        "list-301" => SendErrorAsync(request, "301 Moved Permanently", "PermanentRedirect", "The bucket you are attempting to access must be addressed using the specified endpoint.", "x-amz-bucket-region: eu-west-1"),
        "list-302" => SendTextAsync(request, "<html>moved</html>", "302 Found", [Html, "Location: http://127.0.0.1:1/login"]),
        "list-skewed" => SendErrorAsync(request, "403 Forbidden", "RequestTimeTooSkewed", "The difference between the request time and the current time is too large."),
        "list-no-answer" => NeverAsync(),
        "list-no-answer-once" when request.Time == 1 => NeverAsync(),
        "list-stall-head" => StallInHeadAsync(request),
        "list-stall-body" => StallInBodyAsync(request),
        "list-trickle" => TrickleListingAsync(request),
        "list-reset-once" when request.Time == 1 => ResetAsync(request),
        _ => SendPageAsync(request, Objects.Keys, null),
    };

    // The number of the page after this one, as its token.
    private static string Next(Request request) => (int.Parse(request.Parameter("continuation-token") ?? "0", CultureInfo.InvariantCulture) + 1).ToString(CultureInfo.InvariantCulture);

    private static string Entities()
    {
        var entities = string.Concat(Enumerable.Range(0, 9).Select(level => $"<!ENTITY e{level} \"{(level == 0 ? "lol" : string.Concat(Enumerable.Repeat($"&e{level - 1};", 10)))}\">"));
        return $"{Declaration}<!DOCTYPE x [{entities}]><ListBucketResult><Name>&e8;</Name><IsTruncated>false</IsTruncated></ListBucketResult>";
    }

    private string Page(IEnumerable<string> keys, string? next)
    {
        var xml = new StringBuilder("<ListBucketResult xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><Name>trail</Name>");
        xml.Append(next is null ? "<IsTruncated>false</IsTruncated>" : $"<IsTruncated>true</IsTruncated><NextContinuationToken>{next}</NextContinuationToken>");
        foreach (var key in keys)
        {
            var content = Objects.GetValueOrDefault(key) ?? [];
            xml.Append(CultureInfo.InvariantCulture, $"<Contents><Key>{SecurityElement.Escape(key)}</Key><LastModified>2025-03-05T00:00:00.000Z</LastModified><ETag>{SecurityElement.Escape(ETagOf(content))}</ETag><Size>{content.Length}</Size></Contents>");
        }

        return xml.Append("</ListBucketResult>").ToString();
    }

    private Task SendPageAsync(Request request, IEnumerable<string> keys, string? next) => SendTextAsync(request, Declaration + Page(keys, next), Xml);

    private Task SendTextAsync(Request request, string text, string contentType) => SendTextAsync(request, text, "200 OK", [contentType]);

    private Task SendTextAsync(Request request, string text, string status, string[] headers) => SendAsync(request, status, Encoding.UTF8.GetBytes(text), headers);

    private async Task SendHugeAsync(Request request)
    {
        await SendHeadAsync(request, "200 OK", Xml);
        await request.Stream.WriteAsync(Encoding.ASCII.GetBytes(Declaration + "<ListBucketResult><Name>"), _stop.Token);
        var more = Encoding.ASCII.GetBytes(new string('x', 1 << 20));
        while (true)
        {
            await request.Stream.WriteAsync(more, _stop.Token);
        }
    }

    private async Task StallInHeadAsync(Request request)
    {
        await request.Stream.WriteAsync(Encoding.ASCII.GetBytes("HTTP/1.1 200 OK\r\nContent-"), _stop.Token);
        await NeverAsync();
    }

    private async Task StallInBodyAsync(Request request)
    {
        var body = Encoding.ASCII.GetBytes(Page(Objects.Keys, null));
        await SendHeadAsync(request, "200 OK", Xml, $"Content-Length: {body.Length}");
        await request.Stream.WriteAsync(body.AsMemory(0, 100), _stop.Token);
        await NeverAsync();
    }

    private async Task TrickleListingAsync(Request request)
    {
        var body = Encoding.ASCII.GetBytes(Page(Objects.Keys, null));
        await SendHeadAsync(request, "200 OK", Xml, $"Content-Length: {body.Length}");
        await TrickleAsync(request, body);
    }

    private static Task ResetAsync(Request request)
    {
        Reset(request);
        return Task.CompletedTask;
    }
}
