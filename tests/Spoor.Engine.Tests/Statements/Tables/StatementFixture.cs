using Spoor.Catalog.Stores;
using Spoor.Core.Errors;
using Spoor.Engine.Results.Rows;
using Spoor.Engine.Sessions;
using Spoor.Engine.Statements;
using Spoor.Engine.Statements.Definitions;
using Spoor.Sql.Syntax;
using Spoor.Storage.Local;
using Spoor.Testing;
using Xunit;

namespace Spoor.Engine.Tests.Statements.Tables;

/// <summary>Statements over a catalog of their own; the bucket <c>trail</c> is an empty folder.</summary>
public sealed class StatementFixture : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public MemoryCatalog Catalog { get; } = new();

    public string Database { get; set; } = "default";

    public void Dispose() => _folder.Dispose();

    public void WriteObject(string key) => _folder.Write(key);

    /// <summary>The rows of the last statement, fields joined by tabs.</summary>
    public async Task<List<string>> RunAsync(params string[] statements)
    {
        List<string> rows = [];
        foreach (var statement in statements)
        {
            await using var result = await StartAsync(statement);
            rows = [];
            await foreach (var batch in result.Batches.WithCancellation(TestContext.Current.CancellationToken))
            {
                rows.AddRange(Enumerable.Range(0, batch.RowCount).Select(row => string.Join('\t', result.Columns.Select((_, column) => batch.GetText(column, row)))));
            }
        }

        return rows;
    }

    public async Task<QueryResult> StartAsync(string statement)
    {
        var objects = new LocalBucketStore([new BucketConfiguration("trail", _folder.Path)]);
        var session = new QuerySession(Database, StartedAt: new DateTimeOffset(2024, 1, 2, 3, 4, 5, TimeSpan.Zero));
        var context = new StatementContext(Catalog, objects, session, statement);
        return await StatementDispatcher.RunAsync(SqlParser.ParseStatement(statement), context, TestContext.Current.CancellationToken);
    }

    public async Task AssertErrorAsync(ErrorCode code, string message, string statement)
    {
        var error = await Assert.ThrowsAsync<QueryException>(() => RunAsync(statement));
        Assert.Equal((code, message), (error.Code, error.MessageWithPlace));
    }
}
