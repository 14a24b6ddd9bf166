using System.Net.Http.Headers;
using Spoor.Testing;
using Xunit;

namespace Spoor.EndToEnd;

public sealed class S3Tests : IAsyncLifetime
{
    // Names of buckets have three letters or more.
    private const string Bucket = "trail";
    private static readonly string s_daysTable = Trail.Table($"s3://{Bucket}/days/")
        .Replace("CREATE EXTERNAL TABLE t", "CREATE EXTERNAL TABLE days", StringComparison.Ordinal)
        .Replace("ROW FORMAT", "PARTITIONED BY (day STRING) ROW FORMAT", StringComparison.Ordinal)
        .Replace(";", "", StringComparison.Ordinal)
        + $"""
          TBLPROPERTIES (
            'projection.enabled' = 'true', 'projection.day.type' = 'date', 'projection.day.range' = '2024/03/01,2024/03/31', 'projection.day.format' = 'yyyy/MM/dd',
            'storage.location.template' = 's3://{Bucket}/days/${"{day}"}/')
          """;
    private readonly TemporaryFolder _folder = new();
    private readonly HttpClient _client = new();
    private MotoServer? _server;

    public async ValueTask InitializeAsync()
    {
        _server = await MotoServer.StartAsync(TestContext.Current.CancellationToken);
        Assert.SkipWhen(_server is null, "skipped: moto_server is not installed");
        _client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("AWS4-HMAC-SHA256", "Credential=owner/20240101/us-east-1/s3/aws4_request, SignedHeaders=host, Signature=0");
        await PutAsync(Bucket, new ByteArrayContent([]));
        for (var number = 0; number < 30; number++)
        {
            await PutAsync(PathOf($"{number}"), new ByteArrayContent(Trail.Gzip(Trail.Records(10))));
        }
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        _folder.Dispose();
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }

    [Fact]
    public async Task Second_query_is_answered_from_the_cache()
    {
        var first = await CountAsync(_server!.Url);
        var second = await CountAsync(_server.Url);
        var third = await CountAsync(_server.Url, "--no-cache");

        Assert.All([first, second, third], outcome => Assert.Equal((0, "\"records\"\n\"300\"\n"), (outcome.ExitCode, outcome.Output)));
        Assert.Contains("30 objects listed (30 read) · ", first.Error, StringComparison.Ordinal);
        Assert.Contains("30 objects listed (30 read, 30 of them from the cache) · ", second.Error, StringComparison.Ordinal);
        Assert.Contains("30 objects listed (30 read) · ", third.Error, StringComparison.Ordinal);
        var cleared = await SpoorProcess.RunAsync(_folder.Path, ["cache", "clear"]);
        Assert.Equal("30 objects removed\n", cleared.Output);
    }

    [Fact]
    public async Task Throttling_and_cuts_end_in_the_right_count()
    {
        var number = 0;
        await using var proxy = new FaultProxy(_server!.Port, _ => (Interlocked.Increment(ref number) % 5) switch
        {
            0 => new Fault.Throttle(),
            1 => new Fault.Cut(60),
            _ => null,
        });

        var outcome = await CountAsync(proxy.Url);

        Assert.Equal((0, "\"records\"\n\"300\"\n"), (outcome.ExitCode, outcome.Output));
    }

    [Fact]
    public async Task Object_that_vanishes_under_the_query_is_an_error_and_no_smaller_count()
    {
        var gone = PathOf("7");
        await using var proxy = new FaultProxy(_server!.Port, head =>
        {
            // When reading begins, the listing is over.
            if (head.Contains(".json.gz ", StringComparison.Ordinal))
            {
                _client.Send(new HttpRequestMessage(HttpMethod.Delete, $"{_server.Url}/{gone}")).Dispose();
            }

            return null;
        });

        var outcome = await CountAsync(proxy.Url);

        Assert.Equal(1, outcome.ExitCode);
        Assert.StartsWith($"HIVE_CANNOT_OPEN_SPLIT: Error opening Hive split s3://{gone} (offset=0, length=", outcome.Problems, StringComparison.Ordinal);
        Assert.EndsWith("): The specified key does not exist\nHint: It was deleted after it was listed; run the query again.\n", outcome.Problems, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Partitions_listed_at_once_are_all_read_whatever_is_throttled()
    {
        for (var day = 1; day <= 24; day++)
        {
            await PutAsync($"{Bucket}/days/2024/03/{day:d2}/log.json.gz", new ByteArrayContent(Trail.Gzip(Trail.Records(day))));
        }

        var number = 0;
        await using var proxy = new FaultProxy(_server!.Port, _ => Interlocked.Increment(ref number) % 3 == 0 ? new Fault.Throttle() : null);
        var outcome = await SpoorProcess.RunAsync(
            _folder.Path,
            ["sql", "--endpoint-url", proxy.Url, "--no-sign-request", "-e", s_daysTable, "-e", "SELECT day, count(*) AS records FROM days WHERE day >= '2024/03/03' GROUP BY 1 ORDER BY 1"]);

        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Problems));
        Assert.Equal(
            $"\"day\",\"records\"\n{string.Concat(Enumerable.Range(3, 22).Select(day => $"\"2024/03/{day:d2}\",\"{day}\"\n"))}", outcome.Output);
        Assert.Contains("22 objects listed (22 read) · ", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Half_a_listing_is_an_error_and_no_smaller_count()
    {
        // The fourth request for a page is denied; those before it were answered.
        var pages = 0;
        await using var proxy = new FaultProxy(_server!.Port, head =>
            head.Contains("list-type=2", StringComparison.Ordinal) && Interlocked.Increment(ref pages) == 4
                ? new Fault.Answer("403 Forbidden", "<Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>", "Content-Type: application/xml")
                : null);
        var outcome = await SpoorProcess.RunAsync(
            _folder.Path, ["sql", "--skip-bad", "--endpoint-url", proxy.Url, "--no-sign-request", "-e", s_daysTable, "-e", "SELECT count(*) AS records FROM days"]);

        Assert.Equal((1, "\"records\"\n"), (outcome.ExitCode, outcome.Output));
        Assert.StartsWith("HIVE_FILESYSTEM_ERROR: Permission denied on S3 path: s3://trail/days/2024/03/", outcome.Problems, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reports_read_an_s3_prefix()
    {
        var outcome = await SpoorProcess.RunAsync(_folder.Path, ["coverage", "s3://trail/logs", "--endpoint-url", _server!.Url, "--no-sign-request"]);

        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Problems));
        Assert.StartsWith("Coverage of s3://trail/logs\n", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("30 objects listed = 30 read + 0 left out + 0 failed", outcome.Output, StringComparison.Ordinal);
    }

    private static string PathOf(string label) => Trail.NameOf(label).Replace("s3://b/", $"{Bucket}/", StringComparison.Ordinal);

    private async Task<ProcessOutcome> CountAsync(string url, params string[] options)
    {
        var statement = Trail.Table($"s3://{Bucket}/logs/").Replace("CREATE EXTERNAL TABLE t", "CREATE EXTERNAL TABLE IF NOT EXISTS t", StringComparison.Ordinal);
        return await SpoorProcess.RunAsync(
            _folder.Path, ["sql", "--endpoint-url", url, "--no-sign-request", "-e", statement, "-e", "SELECT count(*) AS records FROM t", .. options]);
    }

    private async Task PutAsync(string path, HttpContent content)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, $"{_server!.Url}/{path}") { Content = content };
        request.Headers.Add("x-amz-acl", "public-read");
        using var answer = await _client.SendAsync(request, TestContext.Current.CancellationToken);
        answer.EnsureSuccessStatusCode();
    }
}
