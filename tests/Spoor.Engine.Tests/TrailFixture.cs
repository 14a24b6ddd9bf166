using System.IO.Compression;
using System.Text;
using Spoor.Catalog.Definitions;
using Spoor.Catalog.Stores;
using Spoor.Core.Collections;
using Spoor.Core.Types;
using Spoor.Engine.Results.Rows;
using Spoor.Engine.Sessions;
using Spoor.Sql.Tables;
using Spoor.Storage.Local;

namespace Spoor.Engine.Tests;

/// <summary>An engine over a table <c>trail</c> whose objects a test writes.</summary>
public sealed class TrailFixture : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("spoor-engine-").FullName;

    public TrailFixture()
    {
        Engine = new QueryEngine(Catalog, new LocalBucketStore([new BucketConfiguration("logs", _folder)]), new EngineOptions(Threads: 2));
        Keeping = Session with { Tables = Engine.OpenTables() };
        Catalog.CreateTable(Table("trail", [], [], "s3://logs/plain/"));
    }

    public MemoryCatalog Catalog { get; } = new();

    public QueryEngine Engine { get; }

    public static QuerySession Session { get; } = new(StartedAt: new DateTimeOffset(2024, 1, 5, 12, 0, 0, TimeSpan.Zero));

    /// <summary>The same session, with tables of its own in this engine.</summary>
    public QuerySession Keeping { get; }

    /// <summary>A CloudTrail table with the columns that the tests use.</summary>
    public static Table Table(string name, ValueList<Column> partitionKeys, ValueList<Property> properties, string location)
    {
        var issuer = new RowType([new RowField("type", VarcharType.Unbounded), new RowField("arn", VarcharType.Unbounded)]);
        var context = new RowType([new RowField("sessionissuer", issuer)]);
        var identity = new RowType([new RowField("type", VarcharType.Unbounded), new RowField("arn", VarcharType.Unbounded), new RowField("sessioncontext", context)]);
        var resource = new RowType([new RowField("arn", VarcharType.Unbounded), new RowField("type", VarcharType.Unbounded)]);
        return new Table(
            new TableName(TableName.DefaultCatalog, "default", name),
            [
                new Column("useridentity", identity, null),
                new Column("eventname", VarcharType.Unbounded, null),
                new Column("requestparameters", VarcharType.Unbounded, null),
                new Column("resources", new ArrayType(resource), null),
            ],
            partitionKeys,
            new TableStorage(location, "org.apache.hive.hcatalog.data.JsonSerDe", [], "com.amazon.emr.cloudtrail.CloudTrailInputFormat", "org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat"),
            properties,
            null,
            DateTimeOffset.UnixEpoch,
            null);
    }

    /// <summary>Writes an object of the bucket <c>logs</c>: the records as a trail's file.</summary>
    public void Write(string key, params string[] records)
    {
        var path = Path.Combine(_folder, key);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!); // A key has a folder.
        using var file = File.Create(path);
        using var gzip = new GZipStream(file, CompressionLevel.Fastest);
        gzip.Write(Encoding.UTF8.GetBytes($$"""{"Records":[{{string.Join(',', records)}}]}"""));
    }

    /// <summary>Writes an object of the bucket <c>logs</c> byte by byte.</summary>
    public void Write(string key, byte[] content) => File.WriteAllBytes(Path.Combine(_folder, key), content);

    /// <summary>The bytes of an object.</summary>
    public byte[] Read(string key) => File.ReadAllBytes(Path.Combine(_folder, key));

    /// <summary>Writes an object of the bucket <c>logs</c> as it is.</summary>
    public void WriteLines(string key, params string[] lines)
    {
        var path = Path.Combine(_folder, key);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!); // A key has a folder.
        File.WriteAllLines(path, lines);
    }

    /// <summary>All rows, values joined by <c>|</c>, NULL as <c>NULL</c>.</summary>
    public async Task<List<string>> RowsAsync(string sql, CancellationToken cancellationToken)
    {
        await using var result = await Engine.ExecuteAsync(sql, Keeping, cancellationToken);
        return await RowsAsync(result, cancellationToken);
    }

    /// <summary>The rows of a result in the same form.</summary>
    public static async Task<List<string>> RowsAsync(QueryResult result, CancellationToken cancellationToken)
    {
        var rows = new List<string>();
        await foreach (var batch in result.Batches.WithCancellation(cancellationToken))
        {
            rows.AddRange(Rows(result, batch));
        }

        return rows;
    }

    /// <summary>The rows of a batch in the same form.</summary>
    public static IEnumerable<string> Rows(QueryResult result, RowBatch batch) => Enumerable.Range(0, batch.RowCount).Select(row => Row(result, batch, row));

    public async ValueTask DisposeAsync()
    {
        await Engine.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private static string Row(QueryResult result, RowBatch batch, int row) =>
        string.Join('|', Enumerable.Range(0, result.Columns.Count).Select(column => batch.GetText(column, row) ?? "NULL"));
}
