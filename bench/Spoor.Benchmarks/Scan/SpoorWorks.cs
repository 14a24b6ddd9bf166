using System.Buffers;
using System.Text;
using Spoor.Catalog.Stores;
using Spoor.Engine;
using Spoor.Engine.Results.Rows;
using Spoor.Engine.Results.Writers;
using Spoor.Engine.Sessions;
using Spoor.Storage.Local;
using Spoor.Storage.Objects;

namespace Spoor.Benchmarks.Scan;

/// <summary>Spoor's works over a trail.</summary>
internal sealed class SpoorWorks : IAsyncDisposable
{
    private const string Name = "Spoor";
    private static readonly QuerySession s_session = new();

    private readonly QueryEngine _engine;
    private readonly CopyTarget _copy = new();

    private SpoorWorks(QueryEngine engine) => _engine = engine;

    /// <summary>An engine with the table <c>trail</c> over a folder.</summary>
    public static Task<SpoorWorks> OpenAsync(string folder, int threads) =>
        OpenAsync(new LocalBucketStore([new BucketConfiguration("trail", folder)]), threads);

    /// <summary>An engine with the table <c>trail</c> over the bucket of that name.</summary>
    public static async Task<SpoorWorks> OpenAsync(IObjectStore store, int threads)
    {
        var works = new SpoorWorks(new QueryEngine(new MemoryCatalog(), store, new EngineOptions(threads)));
        await using var declaration = typeof(SpoorWorks).Assembly.GetManifestResourceStream("trail.sql")!; // Embedded by the project file.
        using var reader = new StreamReader(declaration);
        await works.AskAsync(await reader.ReadToEndAsync());
        return works;
    }

    public IEnumerable<Work> All() =>
    [
        Ask(Questions.Count, "SELECT count(*) FROM trail"),
        Ask(Questions.Role, $"SELECT useridentity.arn, eventname, sourceipaddress, eventtime FROM trail WHERE useridentity.sessioncontext.sessionissuer.arn = '{TrailShape.Role}'"),
        Ask(Questions.Group, "SELECT eventname, count(*) FROM trail GROUP BY 1"),
        Ask(Questions.WideGroup, "SELECT eventname, eventsource, errorcode, awsregion, count(*) FROM trail GROUP BY 1, 2, 3, 4"),
        new(Questions.Everything, Name, Questions.Everything, CopyAsync) { CleanUp = _copy.Delete },
        new(Questions.Few, Name, Questions.Few, async () => new Answer($"{(await AskAsync("SELECT * FROM trail LIMIT 10")).Count} rows")),
    ];

    /// <summary>The rows of an answer, each as its values' texts.</summary>
    public async Task<List<string>> AskAsync(string sql)
    {
        await using var result = await _engine.ExecuteAsync(sql, s_session, CancellationToken.None);
        var rows = new List<string>();
        await foreach (var batch in result.Batches)
        {
            AddRows(batch, result.Columns.Count, rows);
        }

        return rows;
    }

    public async ValueTask DisposeAsync()
    {
        await _engine.DisposeAsync();
        _copy.Dispose();
    }

    private Work Ask(string question, string sql) => new(question, Name, question, async () => Answers.Of(await AskAsync(sql)));

    private static void AddRows(RowBatch batch, int columns, List<string> rows)
    {
        var text = new ArrayBufferWriter<byte>();
        for (var row = 0; row < batch.RowCount; row++)
        {
            text.ResetWrittenCount();
            for (var column = 0; column < columns; column++)
            {
                text.Write(column == 0 ? default : "|"u8);
                if (!batch.IsNull(column, row))
                {
                    batch.WriteText(column, row, text);
                }
            }

            rows.Add(Encoding.UTF8.GetString(text.WrittenSpan));
        }
    }

    /// <summary>Writes all rows as CSV to a file.</summary>
    public async Task<Answer> CopyAsync()
    {
        await using var result = await _engine.ExecuteAsync("SELECT * FROM trail", s_session, CancellationToken.None);
        await using var output = new FileStream(_copy.Path, FileMode.CreateNew);
        var rows = await new CsvResultWriter(output).WriteAsync(result, CancellationToken.None);
        return new Answer($"{rows} rows");
    }
}
