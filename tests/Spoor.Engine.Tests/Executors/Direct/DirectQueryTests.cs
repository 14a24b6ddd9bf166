using System.Text;
using Spoor.Catalog.Definitions;
using Spoor.Core.Collections;
using Spoor.Core.Errors;
using Spoor.Core.Types;
using Spoor.Engine.Results.Rows;
using Spoor.Engine.Results.Writers;
using Spoor.Sql.Tables;
using Xunit;

namespace Spoor.Engine.Tests.Executors.Direct;

/// <summary>Queries that only choose columns, which run without the executor, give what it gives; <c>LIMIT</c> makes a query need it.</summary>
public sealed class DirectQueryTests : IAsyncDisposable
{
    private const string Record = """
        {"useridentity":{"type":"AssumedRole","arn":"arn:aws:sts::1:assumed-role/r/s","sessioncontext":{"sessionissuer":{"type":"Role","arn":"arn:aws:iam::1:role/r"}}},
         "eventname":"PutObject","requestparameters":{"key":"a \"quoted\" key"},"resources":[{"arn":"a","type":"b"},{"arn":null}]}
        """;

    private readonly TrailFixture _trail = new();

    public ValueTask DisposeAsync() => _trail.DisposeAsync();

    [Theory]
    [InlineData("SELECT * FROM trail")]
    [InlineData("SELECT resources, eventname, useridentity.sessioncontext FROM trail")]
    [InlineData("SELECT eventname AS a, eventname AS b FROM (SELECT eventname FROM trail)")]
    [InlineData("SELECT * FROM parts")]
    [InlineData("SELECT day, eventname, \"$path\" FROM parts")]
    [InlineData("SELECT number, day FROM parts")]
    public async Task Rows_are_those_of_the_executor(string sql)
    {
        WriteTrail();

        var direct = await CsvAsync(sql);
        var executed = await CsvAsync($"{sql} LIMIT 1000000");

        Assert.Equal(executed.Header, direct.Header);
        Assert.Equal(executed.Rows.Order(StringComparer.Ordinal), direct.Rows.Order(StringComparer.Ordinal));
        Assert.Equal(1203, direct.Rows.Count);
    }

    [Fact]
    public async Task Values_of_every_type_are_those_of_the_executor()
    {
        string[] types = ["boolean", "tinyint", "smallint", "int", "bigint", "float", "double", "decimal(5,2)", "decimal(30,4)", "string", "varchar(2)", "char(4)", "binary", "date", "timestamp"];
        string[] values = ["true", "1", "-2", "3", "4000000000", "1.1", "1e100", "-1.25", "12345678901234567890.5", "\"\\u00e9\\\"\"", "\"abc\"", "\"ab\"", "\"eHk=\"", "\"2024-01-02\"", "\"2024-01-02 03:04:05.678\""];
        var columns = types.Select((type, index) => $"c{index} {type}, l{index} array<{type}>, m{index} map<string,{type}>, s{index} struct<f:{type}>");
        var record = string.Join(", ", values.Select((value, index) => $"\"c{index}\": {value}, \"l{index}\": [{value}, null], \"m{index}\": {{\"b\": {value}, \"a\": null}}, \"s{index}\": {{\"f\": {value}}}"));
        await _trail.RowsAsync($"CREATE EXTERNAL TABLE lines ({string.Join(", ", columns)}) ROW FORMAT SERDE 'org.apache.hive.hcatalog.data.JsonSerDe' LOCATION 's3://logs/lines/'", TestContext.Current.CancellationToken);
        _trail.WriteLines("lines/a.json", $"{{{record}}}", "{}");

        var direct = await CsvAsync("SELECT * FROM lines");

        Assert.Equal((await CsvAsync("SELECT * FROM lines LIMIT 10")).Rows.Order(StringComparer.Ordinal), direct.Rows.Order(StringComparer.Ordinal));
        Assert.Equal(2, direct.Rows.Count);
    }

    [Fact]
    public async Task Rows_can_be_read_one_batch_at_a_time()
    {
        WriteTrail();

        Assert.Equal(1203, (await _trail.RowsAsync("SELECT eventname FROM trail", TestContext.Current.CancellationToken)).Count(row => row == "PutObject"));
    }

    [Fact]
    public async Task Object_that_cannot_be_read_fails_the_statement_as_in_the_executor()
    {
        WriteTrail();
        _trail.Write("plain/AWSLogs/1/CloudTrail/bad.json.gz", """{"useridentity":"nobody"}""");

        var error = await Assert.ThrowsAsync<QueryException>(() => CsvAsync("SELECT * FROM trail"));

        Assert.Equal((await Assert.ThrowsAsync<QueryException>(() => CsvAsync("SELECT * FROM trail LIMIT 1000000"))).Message, error.Message);
    }

    [Fact]
    public async Task A_partition_value_that_is_not_of_its_columns_type_fails_the_statement()
    {
        WriteTrail();
        _trail.Write("parts/3/a.json.gz", Record);
        _trail.Catalog.AddPartitions(new TableName(TableName.DefaultCatalog, "default", "parts"), [new Partition(["three", "no number"], "s3://logs/parts/3/")], ifNotExists: false);

        var error = await Assert.ThrowsAsync<QueryException>(() => CsvAsync("SELECT number FROM parts"));

        Assert.Equal((ErrorCode.InvalidCastArgument, "Cannot cast 'no number' to INT"), (error.Code, error.Message));
    }

    [Fact]
    public async Task Reader_may_leave_before_the_end()
    {
        WriteTrail();
        await using var result = await _trail.Engine.ExecuteAsync("SELECT * FROM trail", TrailFixture.Session, TestContext.Current.CancellationToken);

        await foreach (var batch in result.Batches.WithCancellation(TestContext.Current.CancellationToken))
        {
            Assert.True(batch.RowCount > 0);
            break;
        }
    }

    [Fact]
    public async Task Output_that_fails_ends_the_statement()
    {
        WriteTrail();
        await using var result = await _trail.Engine.ExecuteAsync("SELECT * FROM trail", TrailFixture.Session, TestContext.Current.CancellationToken);

        await Assert.ThrowsAsync<NotSupportedException>(() => new CsvResultWriter(new MemoryStream([], writable: false)).WriteAsync(result, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Of_a_cut_object_either_executor_gives_only_rows_that_were_written()
    {
        const string Key = "plain/AWSLogs/1/CloudTrail/a.json.gz";
        var whole = Enumerable.Range(0, 40).Select(i => $"Event{i}|{{\"k\":{i * 7919}}}").ToList();
        _trail.Write(Key, [.. Enumerable.Range(0, 40).Select(i => $"{{\"eventname\":\"Event{i}\",\"requestparameters\":{{\"k\":{i * 7919}}}}}")]);
        var bytes = _trail.Read(Key);
        for (var length = 1; length < bytes.Length; length += 7)
        {
            _trail.Write(Key, bytes[..length]);
            foreach (var sql in (string[])["SELECT eventname, requestparameters FROM trail", "SELECT eventname, requestparameters FROM trail LIMIT 3"])
            {
                var rows = new List<string>();
                var error = await ReadUntilErrorAsync(sql, rows);
                Assert.Equal(whole.Take(rows.Count), rows);
                Assert.True(error is null ? rows.Count == 3 : error.Message.EndsWith("of the decompressed data: Unexpected end of input stream", StringComparison.Ordinal), error?.Message);
            }
        }
    }

    private async Task<QueryException?> ReadUntilErrorAsync(string sql, List<string> rows)
    {
        try
        {
            await using var result = await _trail.Engine.ExecuteAsync(sql, TrailFixture.Session, TestContext.Current.CancellationToken);
            await foreach (var batch in result.Batches.WithCancellation(TestContext.Current.CancellationToken))
            {
                rows.AddRange(TrailFixture.Rows(result, batch));
            }

            return null;
        }
        catch (QueryException exception)
        {
            return exception;
        }
    }

    private void WriteTrail()
    {
        _trail.Write("plain/AWSLogs/1/CloudTrail/a.json.gz", [.. Enumerable.Repeat(Record, 1200)]);
        _trail.Write("plain/AWSLogs/1/CloudTrail/b.json.gz", Record, """{"eventname":"PutObject"}""", """{"eventname":"PutObject","useridentity":null,"resources":[]}""");
        _trail.Write("parts/1/a.json.gz", [.. Enumerable.Repeat(Record, 1200)]);
        _trail.Write("parts/2/b.json.gz", Record, Record, Record);
        ValueList<Column> keys = [new Column("day", VarcharType.Unbounded, null), new Column("number", ScalarTypes.Integer, null)];
        var name = new TableName(TableName.DefaultCatalog, "default", "parts");
        _trail.Catalog.CreateTable(TrailFixture.Table("parts", keys, [], "s3://logs/parts/"));
        _trail.Catalog.AddPartitions(name, [new Partition(["one", "1"], "s3://logs/parts/1/"), new Partition(["t\"wo", "2"], "s3://logs/parts/2/")], ifNotExists: false);
    }

    private async Task<(string Header, List<string> Rows)> CsvAsync(string sql)
    {
        await using var result = await _trail.Engine.ExecuteAsync(sql, TrailFixture.Session, TestContext.Current.CancellationToken);
        using var stream = new MemoryStream();
        var rows = await new CsvResultWriter(stream).WriteAsync(result, TestContext.Current.CancellationToken);
        var lines = Encoding.UTF8.GetString(stream.ToArray()).TrimEnd('\n').Split('\n');
        Assert.Equal(rows, lines.Length - 1);
        return (lines[0], [.. lines.Skip(1)]);
    }
}
