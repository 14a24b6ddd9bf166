using Spoor.Testing;
using Xunit;

namespace Spoor.EndToEnd;

public sealed class CommandLineTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Statements_run_in_the_order_of_the_command_line()
    {
        var outcome = await SqlAsync("-e", "SELECT 1 AS a; SELECT 2 AS a", "-e", "SELECT 3 AS a", "--output", "ndjson");
        Assert.Equal((0, "{\"a\":1}\n{\"a\":2}\n{\"a\":3}\n"), (outcome.ExitCode, outcome.Output));
    }

    [Fact]
    public async Task Standard_input_is_a_script()
    {
        var outcome = await SpoorProcess.RunAsync(_folder.Path, ["sql"], input: "CREATE DATABASE d;\nUSE d;\nSHOW DATABASES");
        Assert.Equal((0, "\"database_name\"\n\"d\"\n\"default\"\n"), (outcome.ExitCode, outcome.Output));
    }

    [Fact]
    public async Task A_table_stays_for_the_next_process_and_spoor_json_names_its_bucket()
    {
        Trail.AddRecords(_folder.Path, "a", 3);
        await File.WriteAllTextAsync(Path.Combine(_folder.Path, "spoor.json"), """{ "buckets": { "b": { "folder": "." } } }""", TestContext.Current.CancellationToken);
        await SqlAsync("-e", Trail.Table());
        var outcome = await SqlAsync("-e", "SELECT count(*) AS n FROM t");
        Assert.Equal((0, "\"n\"\n\"3\"\n"), (outcome.ExitCode, outcome.Output));
    }

    [Fact]
    public async Task Duplicates_are_counted_in_all_records_read_whatever_the_query_asks()
    {
        // Ids 0 to 4 and 0 to 2.
        Trail.AddRecords(_folder.Path, "a", 5);
        Trail.AddRecords(_folder.Path, "b", 3);
        const string Queries = """
            SELECT count(*) FROM t;
            SELECT eventname FROM t;
            SELECT eventtime FROM t WHERE eventname = 'nowhere';
            SELECT eventname, count(DISTINCT eventid) FROM t GROUP BY 1
            """;
        var outcome = await SpoorProcess.SqlAsync(_folder.Path, "--count-duplicates", "-e", Trail.Table(), "-e", Queries);
        Assert.Equal(4, outcome.Error.Split(" · 8 records (3 duplicate eventIDs) · ").Length - 1);
    }

    [Fact]
    public async Task An_error_in_a_file_is_shown_where_the_file_has_it()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder.Path, "q.sql"), "SELECT 1;\n\n-- The second.\nSELECT\n  nope\nFROM (VALUES 1) t(note);\n", TestContext.Current.CancellationToken);
        var outcome = await SqlAsync("-f", "q.sql");
        Assert.Equal(1, outcome.ExitCode);
        Assert.Equal(
            """
            COLUMN_NOT_FOUND: line 5:3: Column 'nope' cannot be resolved
            5 |   nope
              |   ^^^^
            Hint: Did you mean 'note'? DESCRIBE lists a table's columns.
            In q.sql: the statement that begins in line 4.

            """,
            outcome.Problems);
    }

    [Fact]
    public async Task Texts_and_files_run_in_the_order_in_which_they_are_given()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder.Path, "first.sql"), "SELECT 1 AS n", TestContext.Current.CancellationToken);
        var outcome = await SqlAsync("--file=first.sql", "-e", "SELECT 2 AS n");
        Assert.Equal((0, "\"n\"\n\"1\"\n\"n\"\n\"2\"\n"), (outcome.ExitCode, outcome.Output));
    }

    [Theory]
    [InlineData("spoor: Unrecognized command or argument '--nope'.\nTry 'spoor sql --help'.\n", "sql", "--nope")]
    [InlineData("spoor: Unrecognized command or argument '--skipbad'.\nHint: Did you mean '--skip-bad'?\nTry 'spoor sql --help'.\n", "sql", "--skipbad")]
    [InlineData("spoor: Unrecognized command or argument 'slq'.\nHint: Did you mean 'sql'?\nTry 'spoor --help'.\n", "slq")]
    [InlineData("spoor: There is no folder '1'. Name the folder that holds AWSLogs/, or one with .json or .json.gz files.\nHint: Put quotes around a statement: -e \"SELECT 1\". A file of statements is named with -f FILE.\nTry 'spoor sql --help'.\n", "sql", "-e", "SELECT", "1")]
    [InlineData("spoor: The file 'none.sql' does not exist.\n", "sql", "-f", "none.sql")]
    [InlineData("spoor: The file '.' is a folder.\n", "sql", "-f", ".")]
    [InlineData("spoor: 'x' is not a bucket. Write --bucket NAME=FOLDER, such as --bucket my-trail=/data/trail for s3://my-trail/.\n", "sql", "--bucket", "x", "-e", "SELECT 1")]
    [InlineData("spoor: A home in memory has no cache. Name one with --cache-dir.\n", "cache", "info", "--home", ":memory:")]
    [InlineData("spoor: A watch must remember what it has read. Name a file with --state, or another --home.\n", "watch", ".", "--home", ":memory:")]
    [InlineData("spoor: --from '2025-13-01' is neither a date nor a time. Write a date (2025-03-04), a time (2025-03-04T14:00, 2025-03-04T14:00Z or with an offset, 2025-03-04T14:00+01:00), today, yesterday, now, or how long ago: -90m, -48h, -2d, -1w.\nTry 'spoor audit cognito --help'.\n", "audit", "cognito", ".", "--from", "2025-13-01")]
    [InlineData("spoor: --to 'soon' is neither a date nor a time. Write a date (2025-03-04), a time (2025-03-04T14:00, 2025-03-04T14:00Z or with an offset, 2025-03-04T14:00+01:00), today, yesterday, now, or how long ago: -90m, -48h, -2d, -1w.\nTry 'spoor policy --help'.\n", "policy", "role", ".", "--to", "soon")]
    [InlineData("spoor: The window is empty: it begins at 2025-03-05T00:00:00Z and --to '2025-03-01' is not later. --to is the later of the two; a date as --to includes its day.\nTry 'spoor trace --help'.\n", "trace", "id", ".", "--from", "2025-03-05", "--to", "2025-03-01")]
    [InlineData("spoor: The window is empty: it begins at 2025-03-05T00:00:00Z and --to '2025-03-05T00:00:00Z' is not later. --to is the later of the two; a date as --to includes its day.\nTry 'spoor coverage --help'.\n", "coverage", ".", "--from", "2025-03-05", "--to", "2025-03-05T00:00:00Z")]
    [InlineData("spoor: --last '48' is no length of time. Write a number and a unit, m(inutes), h(ours), d(ays) or w(eeks): 30m, 48h, 2d, 1w.\nTry 'spoor policy --help'.\n", "policy", "role", ".", "--last", "48")]
    [InlineData("spoor: --last 48h is a whole window, the one that ends now, and --from says another. Give --last alone, or a window with --from and --to, such as --from -48h --to now.\nTry 'spoor coverage --help'.\n", "coverage", ".", "--last", "48h", "--from", "-2d")]
    [InlineData("spoor: --last 2d is a whole window, the one that ends now, and --to says another. Give --last alone, or a window with --from and --to, such as --from -2d --to now.\nTry 'spoor trace --help'.\n", "trace", "id", ".", "--to", "yesterday", "--last", "2d")]
    [InlineData("spoor: --history says how long before --from objects are read, and there is no --from (or --last). Give both, or neither.\nTry 'spoor audit cognito --help'.\n", "audit", "cognito", ".", "--history", "3")]
    [InlineData("spoor: There is no folder 'nowhere'. Name the folder that holds AWSLogs/, or one with .json or .json.gz files.\nTry 'spoor audit cognito --help'.\n", "audit", "cognito", "nowhere")]
    [InlineData("spoor: There is no folder 'nowhere'. Name the folder that holds AWSLogs/, or one with .json or .json.gz files.\nTry 'spoor trace --help'.\n", "trace", "id", "nowhere")]
    [InlineData("spoor: There is no folder 'nowhere'. Name the folder that holds AWSLogs/, or one with .json or .json.gz files.\nTry 'spoor policy --help'.\n", "policy", "role", "nowhere")]
    [InlineData("spoor: There is no folder 'nowhere'. Name the folder that holds AWSLogs/, or one with .json or .json.gz files.\nTry 'spoor watch --help'.\n", "watch", "nowhere", "--once")]
    [InlineData("spoor: --rules: there is no folder 'nowhere'.\nTry 'spoor audit rules --help'.\n", "audit", "rules", "--rules", "nowhere")]
    [InlineData("spoor: --thresholds: there is no file 'nowhere'.\nTry 'spoor audit cognito --help'.\n", "audit", "cognito", ".", "--thresholds", "nowhere")]
    [InlineData("spoor: --current: there is no file 'nowhere'.\nTry 'spoor policy --help'.\n", "policy", "role", ".", "--current", "nowhere")]
    [InlineData("spoor: There is no scenario 'nope'. spoor sample --list-scenarios prints all names.\n", "sample", "--out", "new", "--scenario", "nope")]
    public async Task Bad_usage_is_explained_and_ends_with_2(string problem, params string[] arguments)
    {
        var outcome = await SpoorProcess.RunAsync(_folder.Path, arguments);
        Assert.Equal((2, problem), (outcome.ExitCode, outcome.Error));
    }

    [Fact]
    public async Task Every_command_that_reads_logs_takes_its_buckets_from_the_home_it_is_given()
    {
        Trail.AddRecords(_folder.Path, "a", 3);
        var home = Directory.CreateDirectory(Path.Combine(_folder.Path, "other"));
        await File.WriteAllTextAsync(Path.Combine(home.FullName, "spoor.json"), """{ "buckets": { "b": { "folder": ".." } } }""", TestContext.Current.CancellationToken);
        foreach (var command in (string[][])[["coverage", "s3://b/logs"], ["audit", "cognito", "s3://b/logs"], ["policy", "role", "s3://b/logs"], ["trace", "1", "s3://b/logs"], ["watch", "s3://b/logs", "--once"]])
        {
            var outcome = await SpoorProcess.RunAsync(_folder.Path, [.. command, "--home", home.FullName]);
            Assert.DoesNotContain("Failed to list", outcome.Error, StringComparison.Ordinal);
        }

        var cache = await SpoorProcess.RunAsync(_folder.Path, ["cache", "info", "--home", home.FullName]);
        Assert.StartsWith($"{Path.Combine(home.FullName, "cache")}: 0 objects, ", cache.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_first_statement_that_fails_ends_the_script()
    {
        var outcome = await SqlAsync("-e", "SELECT 1 AS a; SELECT; SELECT 2 AS a");
        Assert.Equal((1, "\"a\"\n\"1\"\n"), (outcome.ExitCode, outcome.Output));
    }

    [Theory]
    [InlineData("table")]
    [InlineData("csv")]
    [InlineData("json")]
    [InlineData("ndjson")]
    public async Task A_reader_who_has_seen_enough_ends_the_statement(string format)
    {
        var statement = "SELECT x * y FROM UNNEST(sequence(1, 10000)) a(x), UNNEST(sequence(1, 10000)) b(y)";
        var outcome = await SpoorProcess.RunAsync(_folder.Path, ["sql", "--output", format, "-e", statement], linesRead: 1);
        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Error));
    }

    [Theory]
    [InlineData("table", "t                  | e | n    | a         | r\n-------------------+---+------+-----------+-----------\n\\u001B[2J\\u202Eé中 |   | NULL | [1, null] | {x=1, y=\"}\n")]
    [InlineData("csv", "\"t\",\"e\",\"n\",\"a\",\"r\"\n\"\u001b[2J\u202eé中\",\"\",,\"[1, null]\",\"{x=1, y=\"\"}\"\n")]
    [InlineData("json", "[\n{\"t\":\"\\u001B[2J\u202eé中\",\"e\":\"\",\"n\":null,\"a\":[1,null],\"r\":{\"x\":1,\"y\":\"\\\"\"}}\n]\n")]
    [InlineData("ndjson", "{\"t\":\"\\u001B[2J\u202eé中\",\"e\":\"\",\"n\":null,\"a\":[1,null],\"r\":{\"x\":1,\"y\":\"\\\"\"}}\n")]
    public async Task Values_are_printed_so_that_the_reader_can_trust_them(string format, string output)
    {
        var statement = """SELECT chr(27) || '[2J' || chr(8238) || U&'\00e9\4e2d' AS t, '' AS e, NULL AS n, ARRAY[1, NULL] AS a, CAST(ROW(1, '"') AS ROW(x integer, y varchar)) AS r""";
        var outcome = await SqlAsync("--output", format, "-e", statement);
        Assert.Equal(output, outcome.Output);
    }

    [Fact]
    public async Task The_shell_reads_a_file_and_goes_on_after_an_error()
    {
        var outcome = await SpoorProcess.RunAsync(_folder.Path, ["shell", "--output", "ndjson"], input: "SELECT\n1 AS a;\nSELEKT;\nSELECT 2 AS a");
        Assert.Equal((0, "{\"a\":1}\n{\"a\":2}\n"), (outcome.ExitCode, outcome.Output));
    }

    public void Dispose() => _folder.Dispose();

    private Task<ProcessOutcome> SqlAsync(params string[] arguments) => SpoorProcess.RunAsync(_folder.Path, ["sql", .. arguments]);
}
