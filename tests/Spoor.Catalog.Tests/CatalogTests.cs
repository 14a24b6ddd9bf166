using Spoor.Catalog.Definitions;
using Spoor.Core.Collections;
using Spoor.Core.Errors;
using Spoor.Core.Types;
using Spoor.Sql.Tables;
using Xunit;

namespace Spoor.Catalog.Tests;

/// <summary>What every catalog does; the subclasses run it for each.</summary>
public abstract class CatalogTests
{
    private static readonly TableName s_name = new(TableName.DefaultCatalog, "default", "logs");

    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    protected abstract ICatalog Catalog { get; }

    protected static Table Logs { get; } = new(
        s_name,
        [
            new Column("eventtime", VarcharType.Unbounded, Comment: null),
            new Column("useridentity", new RowType([new RowField("type", VarcharType.Unbounded), new RowField("attributes", new MapType(VarcharType.Unbounded, VarcharType.Unbounded))]), "who"),
        ],
        [new Column("region", VarcharType.Unbounded, Comment: null), new Column("day", ScalarTypes.Date, Comment: null)],
        new TableStorage("s3://b/logs/", "serde", [new Property("z", "1"), new Property("a", "é\"'")], "in", "out"),
        [new Property("projection.enabled", "false"), new Property("b", "")],
        "a table",
        new DateTimeOffset(2024, 1, 2, 3, 4, 5, 678, TimeSpan.Zero),
        ViewText: null);

    private static Table View { get; } = new(
        s_name with { Table = "a_view" },
        [new Column("x", new TimestampType(3, WithTimeZone: true), Comment: null), new Column("y", new DecimalType(10, 2), Comment: null)],
        [],
        Storage: null,
        [],
        Comment: null,
        DateTimeOffset.UnixEpoch,
        "SELECT 1");

    [Fact]
    public async Task Tables_and_views_are_kept_as_they_are()
    {
        await Catalog.CreateTableAsync(Logs, Stop);
        await Catalog.CreateTableAsync(View, Stop);

        Assert.Equal(Logs, await FindAsync(s_name));
        Assert.Equal([View, Logs], await Catalog.TablesAsync("default", Stop).Select(table => table.Value).ToListAsync(Stop));
        Assert.Null(await FindAsync(s_name with { Catalog = "other" }));
    }

    [Fact]
    public void Queries_see_data_then_partition_then_hidden_columns()
    {
        var columns = TableSchemas.Of(Logs).Columns;

        Assert.Equal(["eventtime", "useridentity", "region", "day"], columns.Where(column => !column.IsHidden).Select(column => column.Name));
        Assert.Equal(["$path", "$file_size", "$file_modified_time", "$record_offset"], columns.Where(column => column.IsHidden).Select(column => column.Name));
        Assert.Equal(["x", "y"], TableSchemas.Of(View).Columns.Select(column => column.Name));
    }

    [Fact]
    public async Task Altering_a_table_keeps_its_partitions()
    {
        await Catalog.CreateTableAsync(Logs, Stop);
        await AddAsync(new Partition(["eu", "2024-01-01"], "s3://b/x/"));

        Assert.True(await Catalog.TryAlterTableAsync(await ReadAsync(s_name), Logs with { Columns = [], Comment = null }, Stop));

        Assert.Equal(Logs with { Columns = [], Comment = null }, await FindAsync(s_name));
        Assert.Single(await PartitionsAsync());
    }

    [Fact]
    public async Task Partitions_come_by_value_and_each_once()
    {
        await Catalog.CreateTableAsync(Logs, Stop);
        var first = new Partition(["eu-1", "2024-01-02"], "s3://b/1/");
        var second = new Partition(["us-1", "2024-01-01"], "s3://b/2/");
        await AddAsync(second, first);

        await Catalog.AddPartitionsAsync(s_name, [first with { Location = "s3://other/" }], ifNotExists: true, Stop);
        await AssertErrorAsync(ErrorCode.AlreadyExists, "FAILED: Execution Error, return code 1 from org.apache.hadoop.hive.ql.exec.DDLTask. AlreadyExistsException(message:Partition already exists: region=us-1/day=2024-01-01)", () => AddAsync(first with { Values = ["x", "y"] }, second));

        Assert.Equal([first, second], await PartitionsAsync());
        Assert.Equal(second, (await Catalog.FindPartitionAsync(s_name, second.Values, Stop))?.Value);
        await Catalog.DropPartitionsAsync(s_name, [first.Values, ["none", "none"]], Stop);
        Assert.Equal([second], await PartitionsAsync());
        Assert.Null(await Catalog.FindPartitionAsync(s_name, first.Values, Stop));
    }

    [Fact]
    public async Task Dropping_a_table_drops_its_partitions()
    {
        await Catalog.CreateTableAsync(Logs, Stop);
        await AddAsync(new Partition(["a", "b"], "s3://b/1/"));

        Assert.True(await Catalog.TryDropTableAsync(await ReadAsync(s_name), Stop));
        await Catalog.CreateTableAsync(Logs, Stop);

        Assert.Empty(await PartitionsAsync());
    }

    [Fact]
    public async Task What_another_has_changed_meanwhile_is_not_overwritten()
    {
        await Catalog.CreateTableAsync(Logs, Stop);
        var read = await ReadAsync(s_name);
        var changed = Logs with { Comment = "another's" };
        Assert.True(await Catalog.TryAlterTableAsync(read, changed, Stop));

        Assert.False(await Catalog.TryAlterTableAsync(read, Logs with { Columns = [] }, Stop));
        Assert.False(await Catalog.TryDropTableAsync(read, Stop));
        Assert.False(await Catalog.TryCreateTableAsync(Logs, Stop));
        var after = await ReadAsync(s_name);
        Assert.Equal(changed, after.Value);

        Assert.True(await Catalog.TryDropTableAsync(after, Stop));
        Assert.False(await Catalog.TryDropTableAsync(after, Stop));
        Assert.False(await Catalog.TryAlterTableAsync(after, Logs, Stop));
        Assert.Null(await FindAsync(s_name));
    }

    [Fact]
    public async Task What_looks_like_it_did_is_not_what_it_was()
    {
        await Catalog.CreateTableAsync(Logs, Stop);
        await AddAsync(new Partition(["eu", "1"], "s3://b/1/"));
        var (table, partition) = (await ReadAsync(s_name), (await Catalog.PartitionsAsync(s_name, Stop))[0]);

        // Altered there and back, then dropped and made again: each time the same definition.
        Assert.True(await Catalog.TryAlterTableAsync(table, Logs with { Comment = "other" }, Stop));
        Assert.True(await Catalog.TryAlterTableAsync(await ReadAsync(s_name), Logs, Stop));
        Assert.False(await Catalog.TryAlterTableAsync(table, Logs with { Columns = [] }, Stop));
        var again = await ReadAsync(s_name);
        Assert.True(await Catalog.TryDropTableAsync(again, Stop));
        await Catalog.CreateTableAsync(Logs, Stop);
        await AddAsync(partition.Value);

        Assert.False(await Catalog.TryDropTableAsync(again, Stop));
        Assert.False(await Catalog.TryAlterPartitionAsync(s_name, partition, partition.Value with { Location = "s3://b/2/" }, Stop));
        Assert.Equal((Logs, 1), (await FindAsync(s_name), (await PartitionsAsync()).Count));
    }

    [Fact]
    public async Task Databases_are_altered_from_what_was_read()
    {
        var read = (await Catalog.FindDatabaseAsync("default", Stop))!;
        var changed = read.Value with { Comment = "first" };

        Assert.True(await Catalog.TryAlterDatabaseAsync(read, changed, Stop));
        Assert.False(await Catalog.TryAlterDatabaseAsync(read, read.Value with { Comment = "second" }, Stop));
        Assert.False(await Catalog.TryAlterDatabaseAsync(read with { Value = read.Value with { Name = "gone" } }, read.Value, Stop));

        Assert.Equal([changed], await Catalog.DatabasesAsync(Stop).Select(database => database.Value).ToListAsync(Stop));
    }

    [Fact]
    public async Task Partitions_are_altered_in_one_step_from_what_was_read()
    {
        await Catalog.CreateTableAsync(Logs, Stop);
        var first = new Partition(["eu", "1"], "s3://b/1/");
        var second = new Partition(["us", "1"], "s3://b/2/");
        await AddAsync(first, second);
        var read = (await Catalog.FindPartitionAsync(s_name, first.Values, Stop))!;

        var moved = first with { Location = "s3://b/3/" };
        Assert.True(await Catalog.TryAlterPartitionAsync(s_name, read, moved, Stop));
        Assert.False(await Catalog.TryAlterPartitionAsync(s_name, read, first with { Location = "s3://b/4/" }, Stop));
        read = (await Catalog.FindPartitionAsync(s_name, first.Values, Stop))!;
        await AssertErrorAsync(ErrorCode.AlreadyExists, "FAILED: Execution Error, return code 1 from org.apache.hadoop.hive.ql.exec.DDLTask. AlreadyExistsException(message:Partition already exists: region=us/day=1)", () => Catalog.TryAlterPartitionAsync(s_name, read, moved with { Values = second.Values }, Stop));
        Assert.Equal([moved, second], await PartitionsAsync());

        var renamed = moved with { Values = ["ap", "2"] };
        Assert.True(await Catalog.TryAlterPartitionAsync(s_name, read, renamed, Stop));
        Assert.Equal([renamed, second], await PartitionsAsync());
    }

    [Fact]
    public async Task Databases_hold_tables()
    {
        var database = new Database("audit", "for audits", "s3://b/audit/", [new Property("k", "v")]);
        await Catalog.CreateDatabaseAsync(database, Stop);
        await Catalog.CreateTableAsync(Logs with { Name = s_name with { Database = "audit" } }, Stop);

        Assert.Equal([database, new Database("default", Comment: null, Location: null, [])], await Catalog.DatabasesAsync(Stop).Select(known => known.Value).ToListAsync(Stop));
        await AssertErrorAsync(ErrorCode.SchemaNotEmpty, "FAILED: Execution Error, return code 1 from org.apache.hadoop.hive.ql.exec.DDLTask. InvalidOperationException(message:Database audit is not empty. One or more tables exist.)", () => Catalog.DropDatabaseAsync("audit", cascade: false, Stop));
        await Catalog.DropDatabaseAsync("audit", cascade: true, Stop);
        Assert.Null(await Catalog.FindDatabaseAsync("audit", Stop));
        Assert.Null(await FindAsync(s_name with { Database = "audit" }));
    }

    [Fact]
    public async Task Errors_are_Hives_sentences()
    {
        await Catalog.CreateTableAsync(Logs, Stop);

        await AssertErrorAsync(ErrorCode.TableAlreadyExists, "FAILED: Execution Error, return code 1 from org.apache.hadoop.hive.ql.exec.DDLTask. AlreadyExistsException(message:Table logs already exists.)", () => Catalog.CreateTableAsync(Logs, Stop));
        await AssertErrorAsync(ErrorCode.TableNotFound, "FAILED: SemanticException [Error 10001]: Table not found default.gone", () => Catalog.PartitionsAsync(s_name with { Table = "gone" }, Stop));
        await AssertErrorAsync(ErrorCode.SchemaAlreadyExists, "FAILED: Execution Error, return code 1 from org.apache.hadoop.hive.ql.exec.DDLTask. Database default already exists", () => Catalog.CreateDatabaseAsync(new Database("default", Comment: null, Location: null, []), Stop));
        await AssertErrorAsync(ErrorCode.SchemaNotFound, "FAILED: SemanticException [Error 10072]: Database does not exist: gone", () => Catalog.ListTablesAsync("gone", new PageRequest(1, token: null), Stop));
        await AssertErrorAsync(ErrorCode.NotSupported, "FAILED: Execution Error, return code 1 from org.apache.hadoop.hive.ql.exec.DDLTask. MetaException(message:Can not drop default database)", async () => await Catalog.DropDatabaseAsync("default", cascade: true, Stop));
    }

    [Fact]
    public async Task Prepared_statements_are_replaced_and_removed()
    {
        await Catalog.SetPreparedStatementAsync(new PreparedStatement("p", "SELECT 1"), Stop);
        var first = await Catalog.FindPreparedStatementAsync("p", Stop);
        await Catalog.SetPreparedStatementAsync(new PreparedStatement("p", "SELECT 2"), Stop);
        var second = await Catalog.FindPreparedStatementAsync("p", Stop);
        Assert.Equal("SELECT 2", second?.Value.Text);
        Assert.NotEqual(first?.Version, second?.Version);

        Assert.True(await Catalog.TryDropPreparedStatementAsync("p", Stop));
        Assert.False(await Catalog.TryDropPreparedStatementAsync("p", Stop));
        Assert.Null(await Catalog.FindPreparedStatementAsync("p", Stop));
    }

    [Fact]
    public async Task Pages_give_each_entry_once_and_the_last_one_no_token()
    {
        foreach (var name in new[] { "e", "b", "d", "a", "c" })
        {
            await Catalog.CreateTableAsync(Logs with { Name = s_name with { Table = name } }, Stop);
            await Catalog.CreateDatabaseAsync(new Database(name, Comment: null, Location: null, []), Stop);
            await Catalog.SetPreparedStatementAsync(new PreparedStatement(name, "SELECT 1"), Stop);
        }

        Assert.Equal(["a b", "c d", "e"], await PagesAsync(2, page => Catalog.ListTablesAsync("default", page, Stop), table => table.Value.Name.Table));
        Assert.Equal(["a b c", "d default e"], await PagesAsync(3, page => Catalog.ListDatabasesAsync(page, Stop), database => database.Value.Name));
        Assert.Equal(["a b c d e"], await PagesAsync(5, page => Catalog.ListPreparedStatementsAsync(page, Stop), statement => statement.Value.Name));
        Assert.Equal([""], await PagesAsync(5, page => Catalog.ListTablesAsync("a", page, Stop), table => table.Value.Name.Table));
    }

    [Fact]
    public async Task Partitions_come_in_pages_whatever_their_values_are()
    {
        await Catalog.CreateTableAsync(Logs, Stop);
        string[] regions = ["eu", "é", "\"", "", "a/b", "\ud83d\ude00", "us"];
        ValueList<Partition> partitions = [.. regions.Select(region => new Partition([region, "1"], "s3://b/")), .. regions.Select(region => new Partition([region, "2"], "s3://b/"))];
        await Catalog.AddPartitionsAsync(s_name, partitions, ifNotExists: false, Stop);

        var pages = await PagesAsync(3, page => Catalog.ListPartitionsAsync(s_name, page, Stop), partition => string.Join('|', partition.Value.Values));

        Assert.Equal([3, 3, 3, 3, 2], pages.Select(page => page.Split(' ').Length));
        Assert.Equal(partitions.Select(partition => string.Join('|', partition.Values)).Order(StringComparer.Ordinal), string.Join(' ', pages).Split(' ').Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_is_dropped_and_added_between_pages_moves_no_other()
    {
        foreach (var name in new[] { "a", "b", "c", "d", "e" })
        {
            await Catalog.CreateTableAsync(Logs with { Name = s_name with { Table = name } }, Stop);
        }

        var first = await Catalog.ListTablesAsync("default", new PageRequest(2, token: null), Stop);
        await Catalog.TryDropTableAsync(first.Items[0], Stop);
        await Catalog.TryDropTableAsync(first.Items[1], Stop);
        await Catalog.TryDropTableAsync(await ReadAsync(s_name with { Table = "d" }), Stop);
        await Catalog.CreateTableAsync(Logs with { Name = s_name with { Table = "aa" } }, Stop);
        var second = await Catalog.ListTablesAsync("default", new PageRequest(2, first.NextToken), Stop);

        Assert.Equal(["c", "e"], second.Items.Select(table => table.Value.Name.Table));
        Assert.Null(second.NextToken);
    }

    [Theory]
    [InlineData("!")]
    [InlineData("_w")]
    public async Task Token_that_no_page_gave_is_refused(string token) => await AssertErrorAsync(
        ErrorCode.InvalidArguments, "The page token is not one that a page has given", () => Catalog.ListDatabasesAsync(new PageRequest(1, token), Stop));

    [Theory]
    [InlineData(0)]
    [InlineData(1001)]
    public void Page_has_a_sensible_size(int size) => Assert.Throws<QueryException>(() => new PageRequest(size, token: null));

    [Fact]
    public async Task Updates_of_many_are_never_lost()
    {
        const int Writers = 4;
        const int ChangesEach = 25;
        await Catalog.CreateTableAsync(Logs with { Properties = [] }, Stop);

        await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(
            async () =>
            {
                for (var change = 0; change < ChangesEach;)
                {
                    var read = await ReadAsync(s_name);
                    var property = new Property($"{writer}", $"{change}");
                    change += await Catalog.TryAlterTableAsync(read, read.Value with { Properties = [.. read.Value.Properties, property] }, Stop) ? 1 : 0;
                }
            },
            Stop)));

        Assert.Equal(Writers * ChangesEach, (await FindAsync(s_name))!.Properties.Distinct().Count());
    }

    [Fact]
    public async Task Cancelled_call_does_nothing()
    {
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Catalog.TryCreateTableAsync(Logs, stop.Token));

        Assert.Null(await FindAsync(s_name));
    }

    private static async Task AssertErrorAsync(ErrorCode code, string message, Func<Task> action)
    {
        var error = await Assert.ThrowsAsync<QueryException>(action);
        Assert.Equal((code, message), (error.Code, error.Message));
    }

    // A page is its entries with blanks between.
    private static async Task<List<string>> PagesAsync<T>(int size, Func<PageRequest, Task<Page<T>>> list, Func<T, string> name)
    {
        var pages = new List<string>();
        string? token = null;
        do
        {
            var page = await list(new PageRequest(size, token));
            pages.Add(string.Join(' ', page.Items.Select(name)));
            token = page.NextToken;
        }
        while (token is not null);

        return pages;
    }

    private async Task<Table?> FindAsync(TableName name) => (await Catalog.FindTableAsync(name, Stop))?.Value;

    private async Task<Versioned<Table>> ReadAsync(TableName name) => (await Catalog.FindTableAsync(name, Stop))!;

    private Task AddAsync(params Partition[] partitions) => Catalog.AddPartitionsAsync(s_name, [.. partitions], ifNotExists: false, Stop);

    private async Task<ValueList<Partition>> PartitionsAsync() => (await Catalog.PartitionsAsync(s_name, Stop)).Select(partition => partition.Value).ToValueList();
}
