using Spoor.Catalog.Stores;
using Spoor.Core.Errors;
using Spoor.Engine.Sessions;
using Spoor.Engine.Tables.Lists;
using Spoor.Sql.Tables;
using Spoor.Testing;
using Xunit;

namespace Spoor.Engine.Tests.Tables.Lists;

public sealed class ListFileTests : IDisposable
{
    private static readonly TableName s_name = new(TableName.DefaultCatalog, "default", "list");

    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("a.csv", "Id,Name\n007,\"Smith, \"\"J\"\"\"\n\n8,\n", "id|name", "007|Smith, \"J\"", "8|")]
    [InlineData("a.csv", "\uFEFFid\n\"two\nlines\"\n", "id", "two\nlines")]
    [InlineData("a.csv", "a,b\r\n x , y\r\n", "a|b", " x | y")]
    [InlineData("A.TSV", "a\tb\n1,5\t2", "a|b", "1,5|2")]
    [InlineData("a.jsonl", """{"A":"x","n":1.50}""" + "\n\n" + """{"n":null,"o":{"k": [1]},"a":"\u00e9"}""" + "\n", "a|n|o", "x|1.50|NULL", "é|NULL|{\"k\": [1]}")]
    [InlineData("a.ndjson", """{"a":true}""", "a", "true")]
    public async Task A_files_rows_are_texts(string file, string content, string columns, params string[] rows)
    {
        var table = ListFile.Declare(s_name, _folder.Write(file, content));
        Assert.Equal(columns, string.Join('|', table.Columns.Select(column => column.Name)));
        await using var engine = new QueryEngine(new MemoryCatalog(table), new MemoryObjectStore(), new EngineOptions());
        await using var result = await engine.ExecuteAsync("SELECT * FROM list", new QuerySession(), Stop);
        Assert.Equal(columns, string.Join('|', result.Columns.Select(column => column.Name)));
        Assert.All(result.Columns, column => Assert.Equal("varchar", column.Type.ToString()));
        var read = new List<string>();
        await foreach (var batch in result.Batches.WithCancellation(Stop))
        {
            read.AddRange(Enumerable.Range(0, batch.RowCount).Select(row => string.Join('|', Enumerable.Range(0, result.Columns.Count).Select(column => batch.GetText(column, row) ?? "NULL"))));
        }

        Assert.Equal(rows, read);
    }

    [Theory]
    [InlineData("a.csv", "a,b\n1,2\n3\n", ErrorCode.HiveBadData, ", line 3: 1 field, where the first line names 2 columns")]
    [InlineData("a.csv", "a,b\n1,2\n\"3,4\n", ErrorCode.HiveBadData, ", line 3: a field in double quotes does not end where it should")]
    [InlineData("a.csv", "a,A\n", ErrorCode.HiveBadData, ", line 1: column 'a' is named twice")]
    [InlineData("a.csv", "a,,b\n", ErrorCode.HiveBadData, ", line 1: column 2 has no name")]
    [InlineData("a.csv", "", ErrorCode.TableHasNoColumns, " is empty")]
    [InlineData("a.jsonl", "\n", ErrorCode.TableHasNoColumns, " is empty")]
    [InlineData("a.jsonl", "{\"a\":1}\n[1]\n", ErrorCode.HiveBadData, ", line 2: not an object")]
    [InlineData("a.jsonl", "{\"a\":1}\n{\"a\"\n", ErrorCode.HiveBadData, ", line 2: not valid JSON")]
    [InlineData("a.jsonl", "{\"a\":1,\"A\":2}\n", ErrorCode.HiveBadData, ", line 1: member 'a' is there twice")]
    public void What_is_no_list_is_refused_with_its_line(string file, string content, ErrorCode code, string problem)
    {
        var path = _folder.Write(file, content);
        var error = Assert.Throws<QueryException>(() => ListFile.Declare(s_name, path));
        Assert.Equal((code, $"{path}{problem}"), (error.Code, error.Message));
    }

    [Theory]
    [InlineData("a.csv")]
    [InlineData("a.jsonl")]
    public void Other_encodings_are_refused(string file)
    {
        var path = _folder.Write(file);
        File.WriteAllBytes(path, [(byte)'a', (byte)'\n', 0xE9, (byte)'\n']);
        Assert.Equal($"{path} is not UTF-8", Assert.Throws<QueryException>(() => ListFile.Declare(s_name, path)).Message);
    }

    [Fact]
    public void What_cannot_be_a_list_is_said_without_reading_it()
    {
        var csv = _folder.Write("a.csv");
        var other = _folder.Write("a.parquet");
        Assert.Null(ListFile.ProblemOf(csv));
        Assert.Equal($"'{other}' ends with none of .csv, .tsv, .jsonl, .ndjson, which say how a file is read", ListFile.ProblemOf(other));
        Assert.Equal($"'{_folder.Path}' is a folder, not a file", ListFile.ProblemOf(_folder.Path));
        Assert.Equal("there is no file 'nowhere.csv'", ListFile.ProblemOf("nowhere.csv"));
        using (var large = File.OpenWrite(csv))
        {
            large.SetLength(100_000_001);
        }

        Assert.Equal($"'{csv}' is larger than 100 MB, and lists are held in memory: a table of the catalog has no limit", ListFile.ProblemOf(csv));
    }
}
