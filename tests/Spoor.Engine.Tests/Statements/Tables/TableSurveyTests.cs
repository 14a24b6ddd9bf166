using Spoor.Catalog.Stores;
using Spoor.Core.Errors;
using Spoor.Engine.Sessions;
using Spoor.Engine.Tables.Contract;
using Spoor.Sql.Tables;
using Spoor.Storage.Local;
using Spoor.Testing;
using Xunit;

namespace Spoor.Engine.Tests.Statements.Tables;

/// <summary>A new table's objects are looked for at once, so that a wrong LOCATION shows before the first query.</summary>
public sealed class TableSurveyTests : IAsyncLifetime
{
    private const string Table = """
        ROW FORMAT SERDE 'org.apache.hive.hcatalog.data.JsonSerDe'
        STORED AS INPUTFORMAT 'com.amazon.emr.cloudtrail.CloudTrailInputFormat' OUTPUTFORMAT 'org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat'
        """;

    private readonly TemporaryFolder _folder = new();
    private readonly QueryEngine _engine;

    public TableSurveyTests() =>
        _engine = new QueryEngine(new MemoryCatalog(), new LocalBucketStore([new BucketConfiguration("trail", _folder.Path)]), new EngineOptions());

    public ValueTask InitializeAsync()
    {
        _folder.Write("AWSLogs/111122223333/CloudTrail/us-east-1/2021/08/02/b.json.gz", "12345");
        _folder.Write("AWSLogs/111122223333/CloudTrail/us-east-1/2021/07/28/a.json.gz", "123");
        _folder.Write("AWSLogs/readme.txt", "1");
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await _engine.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Objects_their_size_and_the_days_of_their_keys_are_told()
    {
        var located = await RunAsync($"CREATE EXTERNAL TABLE t (eventname string) {Table} LOCATION 's3://trail/AWSLogs/'");
        var survey = await _engine.SurveyAsync(Assert.IsType<TableName>(located), CancellationToken.None, TestContext.Current.CancellationToken);
        Assert.Equal(new ReadSurvey(3, 9, new DateOnly(2021, 7, 28), new DateOnly(2021, 8, 2), IsWhole: true), survey);
        Assert.Equal("2021-07-28 to 2021-08-02", survey?.Days());
        Assert.Empty(survey?.Hints ?? ["no survey"]);
    }

    [Fact]
    public async Task A_folder_without_objects_is_named_with_what_lies_elsewhere()
    {
        await RunAsync($"CREATE EXTERNAL TABLE t (eventname string) {Table} LOCATION 's3://trail/AWSLogs/'");
        var located = await RunAsync("ALTER TABLE t SET LOCATION 's3://trail/AWSLogs/111122223333/CloudTrail/eu-west-1/'");
        var survey = await _engine.SurveyAsync(Assert.IsType<TableName>(located), CancellationToken.None, TestContext.Current.CancellationToken);
        Assert.Equal(0, survey?.Objects);
        Assert.Equal(
            [
                "No object lies in 's3://trail/AWSLogs/111122223333/CloudTrail/eu-west-1/'. The nearest folder that holds any is 's3://trail/AWSLogs/111122223333/CloudTrail/', "
                + "with objects like 's3://trail/AWSLogs/111122223333/CloudTrail/us-east-1/2021/07/28/a.json.gz'.",
            ],
            survey?.Hints);
    }

    [Fact]
    public async Task A_survey_that_took_long_enough_says_that_there_may_be_more()
    {
        var located = await RunAsync($"CREATE EXTERNAL TABLE t (eventname string) {Table} LOCATION 's3://trail/AWSLogs/'");
        var survey = await _engine.SurveyAsync(Assert.IsType<TableName>(located), new CancellationToken(canceled: true), TestContext.Current.CancellationToken);
        Assert.False(survey?.IsWhole);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _engine.SurveyAsync(located, CancellationToken.None, new CancellationToken(canceled: true)));
    }

    [Fact]
    public async Task Statements_that_leave_the_place_alone_locate_nothing()
    {
        await RunAsync($"CREATE EXTERNAL TABLE t (eventname string) {Table} LOCATION 's3://trail/AWSLogs/'");
        Assert.Null(await RunAsync($"CREATE EXTERNAL TABLE IF NOT EXISTS t (eventname string) {Table} LOCATION 's3://trail/AWSLogs/'"));
        Assert.Null(await RunAsync("ALTER TABLE t SET TBLPROPERTIES ('a' = 'b')"));
        Assert.Null(await RunAsync("SELECT 1"));
    }

    [Fact]
    public async Task A_table_that_is_not_there_is_an_error() =>
        Assert.Equal(
            ErrorCode.TableNotFound,
            (await Assert.ThrowsAsync<QueryException>(() => _engine.SurveyAsync(new TableName(TableName.DefaultCatalog, "default", "gone"), CancellationToken.None, CancellationToken.None))).Code);

    private async Task<TableName?> RunAsync(string sql)
    {
        await using var result = await _engine.ExecuteAsync(sql, new QuerySession(), TestContext.Current.CancellationToken);
        return result.Located;
    }
}
