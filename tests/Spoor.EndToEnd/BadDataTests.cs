using System.Diagnostics;
using Spoor.Testing;
using Xunit;

namespace Spoor.EndToEnd;

public sealed class BadDataTests : IDisposable
{
    private const string Count = "SELECT count(*) AS records FROM t";
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string, byte[], string, string> BadObjects => new()
    {
        { "truncated gzip", Trail.Gzip(Trail.Records(100))[..^8], $", byte offset {Trail.Records(100).Length} of the decompressed data: Unexpected end of input stream", "The compressed object is truncated." },
        { "empty", [], ", byte offset 0 of the decompressed data: object is empty", "A log file holds at least {\"Records\":[]}." },
        { "malformed JSON", Trail.Gzip("{\"Records\":[{]}"), ", byte offset 13 of the decompressed data: JsonParseException: Unexpected character (']' (code 93))", "The JSON is malformed." },
        { "no trail", Trail.Gzip("{\"a\":1}"), ", byte offset 6 of the decompressed data: object has no top-level 'Records'", "It is no CloudTrail log; narrow the table's LOCATION if other objects lie there." },
        { "nested 10,000 deep", Trail.Gzip($"{{\"Records\":[{{\"a\":{new string('[', 10_000)}{new string(']', 10_000)}}}]}}"), ", byte offset 516 of the decompressed data: record is nested deeper than 500 levels", "CloudTrail's own records are below 30." },
    };

    [Theory]
    [MemberData(nameof(BadObjects))]
    public async Task A_bad_object_fails_the_query_with_its_name_and_the_byte(string kind, byte[] content, string problem, string explanation)
    {
        Trail.AddRecords(_folder.Path, "a", 2);
        Trail.Add(_folder.Path, "b", content);
        var outcome = await RunAsync();
        Assert.True(outcome.ExitCode == 1, kind);
        Assert.Equal(
            $"HIVE_CURSOR_ERROR: Failed to read file at {Trail.NameOf("b")}{problem}\n"
            + $"Hint: {explanation} Mend or remove the object, or skip bad data (--skip-bad): it is then counted and listed.\n",
            outcome.Problems);
    }

    [Fact]
    public async Task Skipping_bad_data_counts_what_is_good_and_lists_what_is_not()
    {
        Trail.AddRecords(_folder.Path, "a", 2);
        Trail.Add(_folder.Path, "b", Trail.Gzip("{\"a\":1}"));
        Trail.Add(_folder.Path, "c", []);
        var outcome = await RunAsync("--skip-bad");
        Assert.Equal((0, "\"records\"\n\"2\"\n"), (outcome.ExitCode, outcome.Output));
        Assert.Contains("3 objects listed (1 read, 2 failed)", outcome.Error, StringComparison.Ordinal);
        Assert.Equal(
            [
                $"skipped: {Trail.NameOf("b")} at byte 6: object has no top-level 'Records'",
                $"skipped: {Trail.NameOf("c")} at byte 0: object is empty",
            ],
            outcome.Problems.TrimEnd('\n').Split('\n').Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Names_and_values_of_strangers_do_not_command_the_terminal()
    {
        Trail.Add(_folder.Path, "a\u001b[2J\n", Trail.Gzip("{\"a\":1}"));
        Trail.Add(_folder.Path, "b", Trail.Gzip("{\"Records\":[{\"eventName\":\"\\u001b[2J\"}]}"));
        var skipped = await RunAsync("--skip-bad");
        Assert.Equal($"skipped: {Trail.NameOf("a\\u001B[2J\\n")} at byte 6: object has no top-level 'Records'\n", skipped.Problems);
        var failed = await SpoorProcess.SqlAsync(_folder.Path, "--skip-bad", "-e", "SELECT CAST(eventname AS integer) FROM t");
        Assert.Equal("INVALID_CAST_ARGUMENT: Cannot cast '\\u001B[2J' to INT\nHint: TRY_CAST gives NULL for values that cannot be cast.\n", failed.Problems);
    }

    [Fact]
    public async Task A_named_pipe_among_the_objects_does_not_hang_the_query()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "skipped: Windows has no mkfifo");
        Trail.AddRecords(_folder.Path, "a", 2);
        using var make = Process.Start("mkfifo", [Path.Combine(_folder.Path, "logs", "pipe.json")]);
        await make.WaitForExitAsync(TestContext.Current.CancellationToken);
        var outcome = await RunAsync("--skip-bad");
        Assert.Equal((0, "\"records\"\n\"2\"\n"), (outcome.ExitCode, outcome.Output));
        Assert.Matches(OperatingSystem.IsLinux() ? @"^skipped: s3://b/logs/pipe\.json: .*It is a named pipe and no file.*\n\z" : @"^skipped: s3://b/logs/pipe\.json at byte 0: object is empty\n\z", outcome.Problems);
    }

    [Fact]
    public async Task Digests_and_insights_are_left_out_and_counted()
    {
        Trail.AddRecords(_folder.Path, "a", 2);
        foreach (var kind in (string[])["CloudTrail-Digest", "CloudTrail-Insight"])
        {
            var path = Path.Combine(_folder.Path, $"logs/AWSLogs/123456789012/{kind}/us-east-1/2024/01/01/123456789012_{kind}_us-east-1_20240101T0000Z.json.gz");
            Directory.CreateDirectory(Path.GetDirectoryName(path)!); // Not null: the path is below the folder.
            File.WriteAllBytes(path, Trail.Gzip("{\"a\":1}"));
        }

        var outcome = await RunAsync();
        Assert.Equal("\"records\"\n\"2\"\n", outcome.Output);
        Assert.Contains("3 objects listed (1 read, 2 left out as no logs)", outcome.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(" ", "")]
    [InlineData("{\"Records\":[{\"eventName\":\"", "\"}]}")]
    [InlineData("{\"other\":\"", "\"}")]
    public async Task A_bomb_without_end_to_its_record_is_refused_in_bounded_memory(string start, string end)
    {
        var part = start.EndsWith('"') ? new string('a', 1 << 20) : new string(' ', 1 << 20);
        Trail.AddRepeated(_folder.Path, "bomb", start, part, 300, end);
        var outcome = await RunAsync();
        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("record is larger than 64 MB", outcome.Problems, StringComparison.Ordinal);
        Assert.InRange(outcome.PeakMemory, 0, 700L << 20);
    }

    [Fact]
    public async Task A_bomb_of_valid_records_is_read_in_bounded_memory()
    {
        var records = string.Concat(Enumerable.Repeat("{\"eventName\":\"GetObject\",\"eventID\":\"1\"},", 10_000));
        Trail.AddRepeated(_folder.Path, "bomb", "{\"Records\":[", records, 200, "{}]}");
        var outcome = await RunAsync();
        Assert.Equal((0, "\"records\"\n\"2000001\"\n"), (outcome.ExitCode, outcome.Output));
        Assert.InRange(outcome.PeakMemory, 0, 300L << 20);
    }

    [Fact]
    public async Task A_link_that_leaves_the_bucket_is_refused()
    {
        Trail.AddRecords(_folder.Path, "a", 2);
        File.CreateSymbolicLink(Path.Combine(_folder.Path, "logs", "out.json"), "/etc/passwd");
        var outcome = await RunAsync();
        Assert.Equal(1, outcome.ExitCode);
        Assert.Equal(
            "HIVE_FILESYSTEM_ERROR: A symbolic link leaves the folder of bucket b: s3://b/logs/out.json is /etc/passwd\n"
            + "Hint: Remove the link, copy its target into the folder, or configure the target as a bucket of its own.\n",
            outcome.Problems);
    }

    [Fact]
    public async Task A_location_outside_the_buckets_is_refused()
    {
        string[] locations = ["s3://b/../../etc/", "s3://b//etc/", "s3://other/logs/", "/etc/", "file:///etc/"];
        var statements = string.Concat(locations.Select(location => $"{Trail.Table(location)}{Count};\nDROP TABLE IF EXISTS t;\n"));
        var outcome = await SpoorProcess.RunAsync(_folder.Path, ["shell", "--bucket", $"b={_folder.Path}"], statements);
        Assert.Equal(
            [
                "HIVE_FILESYSTEM_ERROR: The key is not a path inside the bucket: s3://b/../../etc/",
                "HIVE_FILESYSTEM_ERROR: The key is not a path inside the bucket: s3://b//etc/",
                "HIVE_FILESYSTEM_ERROR: Failed to list s3://other/logs/: Unable to locate credentials",
                "INVALID_TABLE_PROPERTY: line 1:1: The location is not a valid S3 path: /etc/",
                "INVALID_TABLE_PROPERTY: line 1:1: The location is not a valid S3 path: file:///etc/",
            ],
            outcome.Problems.Split('\n').Where(line => line.Contains("_ERROR: ", StringComparison.Ordinal) || line.Contains("_PROPERTY: ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_filter_does_not_hide_records_from_the_statistics()
    {
        Trail.AddRecords(_folder.Path, "a", 30);
        var outcome = await SpoorProcess.SqlAsync(_folder.Path, "-e", Trail.Table(), "-e", "SELECT eventid FROM t WHERE eventname = 'Get1' ORDER BY 1 LIMIT 2");
        Assert.Equal("\"eventid\"\n\"1\"\n\"10\"\n", outcome.Output);
        Assert.Contains("2 rows · 1 object listed (1 read) · ", outcome.Error, StringComparison.Ordinal);
        Assert.Contains(" · 30 records · ", outcome.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private Task<ProcessOutcome> RunAsync(params string[] options) =>
        SpoorProcess.SqlAsync(_folder.Path, ["-e", Trail.Table(), "-e", Count, .. options]);
}
