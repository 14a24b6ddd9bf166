using System.Text;
using Spoor.Engine.Results.Rows;
using Spoor.Engine.Results.Writers;
using Xunit;

namespace Spoor.Engine.Tests.Results.Writers;

public sealed class ResultWriterTests : IAsyncDisposable
{
    private const string Sql = """
        SELECT * FROM (VALUES
            (1, 'a "quoted" text', ARRAY[1, NULL], 1.5E0),
            (20, NULL, ARRAY[], DOUBLE '1E20'),
            (3, U&'two\000Alines\001B[31m', NULL, nan()))
        AS t(number, text, list, value)
        """;

    private readonly TrailFixture _trail = new();

    public ValueTask DisposeAsync() => _trail.DisposeAsync();

    [Fact]
    public async Task Csv_is_quoted_as_Athena_quotes_it() =>
        Assert.Equal(
            "\"number\",\"text\",\"list\",\"value\"\n\"1\",\"a \"\"quoted\"\" text\",\"[1, null]\",\"1.5\"\n\"20\",,\"[]\",\"1.0E20\"\n\"3\",\"two\nlines\u001b[31m\",,\"NaN\"\n",
            await WriteAsync(Sql, stream => new CsvResultWriter(stream)));

    [Fact]
    public async Task Json_is_one_array_of_objects() =>
        Assert.Equal(
            """
            [
            {"number":1,"text":"a \"quoted\" text","list":[1,null],"value":1.5},
            {"number":20,"text":null,"list":[],"value":1.0E20},
            {"number":3,"text":"two\nlines\u001B[31m","list":null,"value":"NaN"}
            ]

            """,
            await WriteAsync(Sql, stream => new JsonResultWriter(stream)));

    [Fact]
    public async Task Json_of_no_rows_is_an_empty_array() =>
        Assert.Equal("[]\n", await WriteAsync("SELECT 1 WHERE false", stream => new JsonResultWriter(stream)));

    [Fact]
    public async Task Ndjson_is_one_object_per_line() =>
        Assert.Equal("{\"a\":1,\"b\":{\"x\":1,\"y\":\"t\"}}\n", await WriteAsync("SELECT 1 AS a, CAST(ROW(1, 't') AS ROW(x bigint, y varchar)) AS b", stream => new JsonResultWriter(stream, isLines: true)));

    [Fact]
    public async Task A_table_shows_control_characters_and_aligns_numbers()
    {
        await using var result = await _trail.Engine.ExecuteAsync(Sql, TrailFixture.Session, TestContext.Current.CancellationToken);
        var output = new StringWriter { NewLine = "\n" };

        Assert.Equal(3, await new TableResultWriter(output).WriteAsync(result, TestContext.Current.CancellationToken));
        Assert.Equal(
            """
            number | text                 | list      |  value
            -------+----------------------+-----------+-------
                 1 | a "quoted" text      | [1, null] |    1.5
                20 | NULL                 | []        | 1.0E20
                 3 | two\nlines\u001B[31m | NULL      |    NaN

            """,
            output.ToString());
    }

    private async Task<string> WriteAsync(string sql, Func<Stream, ResultWriter> create)
    {
        await using var result = await _trail.Engine.ExecuteAsync(sql, TrailFixture.Session, TestContext.Current.CancellationToken);
        using var stream = new MemoryStream();
        await create(stream).WriteAsync(result, TestContext.Current.CancellationToken);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
