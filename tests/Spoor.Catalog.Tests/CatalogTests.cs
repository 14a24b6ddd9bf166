using Spoor.Sql;
using Spoor.Sql.Analysis;
using Spoor.Sql.Types;
using Xunit;

namespace Spoor.Catalog.Tests;

/// <summary>What every catalog does; the subclasses run it for each.</summary>
public abstract class CatalogTests
{
    private static readonly TableName s_name = new(TableName.DefaultCatalog, "default", "logs");

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
    public void Tables_and_views_are_kept_as_they_are()
    {
        Catalog.CreateTable(Logs);
        Catalog.CreateTable(View);

        Assert.Equal(Logs, Catalog.Find(s_name));
        Assert.Equal([View, Logs], Catalog.Tables("default"));
        Assert.Equal(["a_view", "logs"], Catalog.TableNames(TableName.DefaultCatalog, "default"));
    }

    [Fact]
    public void Queries_see_data_then_partition_then_hidden_columns()
    {
        Catalog.CreateTable(Logs);
        Catalog.CreateTable(View);

        var columns = Catalog.FindTable(s_name)!.Columns;
        Assert.Equal(["eventtime", "useridentity", "region", "day"], columns.Where(column => !column.IsHidden).Select(column => column.Name));
        Assert.Equal(["$path", "$file_size", "$file_modified_time", "$record_offset"], columns.Where(column => column.IsHidden).Select(column => column.Name));
        Assert.Equal(["x", "y"], Catalog.FindTable(View.Name)!.Columns.Select(column => column.Name));
        Assert.Null(Catalog.FindTable(s_name with { Catalog = "other" }));
    }

    [Fact]
    public void Altering_a_table_keeps_its_partitions()
    {
        Catalog.CreateTable(Logs);
        Catalog.AddPartitions(s_name, [new Partition(["eu", "2024-01-01"], "s3://b/x/")], ifNotExists: false);

        Assert.True(Catalog.TryAlterTable(Logs, Logs with { Columns = [], Comment = null }));

        Assert.Equal(Logs with { Columns = [], Comment = null }, Catalog.Find(s_name));
        Assert.Single(Catalog.Partitions(s_name));
    }

    [Fact]
    public void Partitions_come_by_value_and_each_once()
    {
        Catalog.CreateTable(Logs);
        var first = new Partition(["eu-1", "2024-01-02"], "s3://b/1/");
        var second = new Partition(["us-1", "2024-01-01"], "s3://b/2/");
        Catalog.AddPartitions(s_name, [second, first], ifNotExists: false);

        Catalog.AddPartitions(s_name, [first with { Location = "s3://other/" }], ifNotExists: true);
        AssertError(ErrorCode.AlreadyExists, "FAILED: Execution Error, return code 1 from org.apache.hadoop.hive.ql.exec.DDLTask. AlreadyExistsException(message:Partition already exists: region=us-1/day=2024-01-01)", () => Catalog.AddPartitions(s_name, [first with { Values = ["x", "y"] }, second], ifNotExists: false));

        Assert.Equal([first, second], Catalog.Partitions(s_name));
        Catalog.DropPartitions(s_name, [first.Values, ["none", "none"]]);
        Assert.Equal([second], Catalog.Partitions(s_name));
    }

    [Fact]
    public void Dropping_a_table_drops_its_partitions()
    {
        Catalog.CreateTable(Logs);
        Catalog.AddPartitions(s_name, [new Partition(["a", "b"], "s3://b/1/")], ifNotExists: false);

        Assert.True(Catalog.TryDropTable(Logs));
        Catalog.CreateTable(Logs);

        Assert.Empty(Catalog.Partitions(s_name));
    }

    [Fact]
    public void What_another_has_changed_meanwhile_is_not_overwritten()
    {
        Catalog.CreateTable(Logs);
        var changed = Logs with { Comment = "another's" };
        Assert.True(Catalog.TryAlterTable(Logs, changed));

        Assert.False(Catalog.TryAlterTable(Logs, Logs with { Columns = [] }));
        Assert.False(Catalog.TryDropTable(Logs));
        Assert.False(Catalog.TryCreateTable(Logs));
        Assert.Equal(changed, Catalog.Find(s_name));

        Assert.True(Catalog.TryDropTable(changed));
        Assert.False(Catalog.TryDropTable(changed));
        Assert.False(Catalog.TryAlterTable(changed, Logs));
        Assert.Null(Catalog.Find(s_name));
    }

    [Fact]
    public void Databases_are_altered_from_what_was_read()
    {
        var read = Assert.Single(Catalog.Databases());
        var changed = read with { Comment = "first" };

        Assert.True(Catalog.TryAlterDatabase(read, changed));
        Assert.False(Catalog.TryAlterDatabase(read, read with { Comment = "second" }));
        Assert.False(Catalog.TryAlterDatabase(read with { Name = "gone" }, read with { Name = "gone", Comment = "x" }));

        Assert.Equal([changed], Catalog.Databases());
    }

    [Fact]
    public void Partitions_are_altered_in_one_step_from_what_was_read()
    {
        Catalog.CreateTable(Logs);
        var first = new Partition(["eu", "1"], "s3://b/1/");
        var second = new Partition(["us", "1"], "s3://b/2/");
        Catalog.AddPartitions(s_name, [first, second], ifNotExists: false);

        var moved = first with { Location = "s3://b/3/" };
        Assert.True(Catalog.TryAlterPartition(s_name, first, moved));
        Assert.False(Catalog.TryAlterPartition(s_name, first, first with { Location = "s3://b/4/" }));
        AssertError(ErrorCode.AlreadyExists, "FAILED: Execution Error, return code 1 from org.apache.hadoop.hive.ql.exec.DDLTask. AlreadyExistsException(message:Partition already exists: region=us/day=1)", () => Catalog.TryAlterPartition(s_name, moved, moved with { Values = second.Values }));
        Assert.Equal([moved, second], Catalog.Partitions(s_name));

        var renamed = moved with { Values = ["ap", "2"] };
        Assert.True(Catalog.TryAlterPartition(s_name, moved, renamed));
        Assert.Equal([renamed, second], Catalog.Partitions(s_name));
    }

    [Fact]
    public void Databases_hold_tables()
    {
        var database = new Database("audit", "for audits", "s3://b/audit/", [new Property("k", "v")]);
        Catalog.CreateDatabase(database);
        Catalog.CreateTable(Logs with { Name = s_name with { Database = "audit" } });

        Assert.Equal([database, new Database("default", Comment: null, Location: null, [])], Catalog.Databases());
        AssertError(ErrorCode.SchemaNotEmpty, "FAILED: Execution Error, return code 1 from org.apache.hadoop.hive.ql.exec.DDLTask. InvalidOperationException(message:Database audit is not empty. One or more tables exist.)", () => Catalog.DropDatabase("audit", cascade: false));
        Catalog.DropDatabase("audit", cascade: true);
        Assert.False(Catalog.HasDatabase(TableName.DefaultCatalog, "audit"));
        Assert.Null(Catalog.Find(s_name with { Database = "audit" }));
    }

    [Fact]
    public void Errors_are_Hives_sentences()
    {
        Catalog.CreateTable(Logs);

        AssertError(ErrorCode.TableAlreadyExists, "FAILED: Execution Error, return code 1 from org.apache.hadoop.hive.ql.exec.DDLTask. AlreadyExistsException(message:Table logs already exists.)", () => Catalog.CreateTable(Logs));
        AssertError(ErrorCode.TableNotFound, "FAILED: SemanticException [Error 10001]: Table not found default.gone", () => Catalog.Partitions(s_name with { Table = "gone" }));
        AssertError(ErrorCode.SchemaAlreadyExists, "FAILED: Execution Error, return code 1 from org.apache.hadoop.hive.ql.exec.DDLTask. Database default already exists", () => Catalog.CreateDatabase(new Database("default", Comment: null, Location: null, [])));
        AssertError(ErrorCode.SchemaNotFound, "FAILED: SemanticException [Error 10072]: Database does not exist: gone", () => Catalog.Tables("gone"));
        AssertError(ErrorCode.NotSupported, "FAILED: Execution Error, return code 1 from org.apache.hadoop.hive.ql.exec.DDLTask. MetaException(message:Can not drop default database)", () => Catalog.DropDatabase("default", cascade: true));
    }

    [Fact]
    public void Prepared_statements_are_replaced_and_removed()
    {
        Catalog.SetPreparedStatement("p", "SELECT 1");
        Catalog.SetPreparedStatement("p", "SELECT 2");
        Assert.Equal("SELECT 2", Catalog.FindPreparedStatement("p"));

        Catalog.SetPreparedStatement("p", text: null);
        Assert.Null(Catalog.FindPreparedStatement("p"));
    }

    private static void AssertError(ErrorCode code, string message, Action action)
    {
        var error = Assert.Throws<QueryException>(action);
        Assert.Equal((code, message), (error.Code, error.Message));
    }
}
