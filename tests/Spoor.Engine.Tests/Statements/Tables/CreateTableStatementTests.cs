using Spoor.Catalog.Definitions;
using Spoor.Core.Errors;
using Spoor.Core.Types;
using Spoor.Sql.Tables;
using Xunit;

namespace Spoor.Engine.Tests.Statements.Tables;

public sealed class CreateTableStatementTests : IDisposable
{
    private const string TextInput = "org.apache.hadoop.mapred.TextInputFormat";
    private const string TextOutput = "org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat";

    private readonly StatementFixture _fixture = new();

    public void Dispose() => _fixture.Dispose();

    [Fact]
    public async Task Declaration_is_kept_with_lower_case_names()
    {
        await _fixture.RunAsync("""
            CREATE EXTERNAL TABLE Logs (
              eventTime STRING COMMENT 'when',
              userIdentity STRUCT<userName: STRING, webIdFederationData: MAP<STRING,STRING>>,
              resources ARRAY<STRUCT<ARN: STRING>>)
            COMMENT 'a trail'
            PARTITIONED BY (`timestamp` string)
            ROW FORMAT SERDE 'org.apache.hive.hcatalog.data.JsonSerDe'
            STORED AS INPUTFORMAT 'com.amazon.emr.cloudtrail.CloudTrailInputFormat' OUTPUTFORMAT 'org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat'
            LOCATION 's3://trail/AWSLogs/'
            TBLPROPERTIES ('projection.enabled'='true', 'projection.timestamp.type'='injected')
            """);

        var text = VarcharType.Unbounded;
        Assert.Equal(
            new Table(
                new TableName(TableName.DefaultCatalog, "default", "logs"),
                [
                    new Column("eventtime", text, "when"),
                    new Column("useridentity", new RowType([new RowField("username", text), new RowField("webidfederationdata", new MapType(text, text))]), Comment: null),
                    new Column("resources", new ArrayType(new RowType([new RowField("arn", text)])), Comment: null),
                ],
                [new Column("timestamp", text, Comment: null)],
                new TableStorage("s3://trail/AWSLogs/", "org.apache.hive.hcatalog.data.JsonSerDe", [], "com.amazon.emr.cloudtrail.CloudTrailInputFormat", TextOutput),
                [new Property("projection.enabled", "true"), new Property("projection.timestamp.type", "injected")],
                "a trail",
                new DateTimeOffset(2024, 1, 2, 3, 4, 5, TimeSpan.Zero),
                ViewText: null),
            _fixture.Catalog.Find(new TableName(TableName.DefaultCatalog, "default", "logs")));
    }

    [Theory]
    [InlineData("", TextInput, TextOutput, "org.apache.hadoop.hive.serde2.lazy.LazySimpleSerDe")]
    [InlineData("STORED AS TEXTFILE", TextInput, TextOutput, "org.apache.hadoop.hive.serde2.lazy.LazySimpleSerDe")]
    [InlineData("STORED AS PARQUET", "org.apache.hadoop.hive.ql.io.parquet.MapredParquetInputFormat", "org.apache.hadoop.hive.ql.io.parquet.MapredParquetOutputFormat", "org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe")]
    [InlineData("STORED AS ORC", "org.apache.hadoop.hive.ql.io.orc.OrcInputFormat", "org.apache.hadoop.hive.ql.io.orc.OrcOutputFormat", "org.apache.hadoop.hive.ql.io.orc.OrcSerde")]
    [InlineData("ROW FORMAT SERDE 'org.openx.data.jsonserde.JsonSerDe'", TextInput, TextOutput, "org.openx.data.jsonserde.JsonSerDe")]
    public async Task Formats_are_the_classes_of_Hive(string clauses, string input, string output, string serde)
    {
        await _fixture.RunAsync($"CREATE EXTERNAL TABLE t (a int) {clauses} LOCATION 's3://trail/t/'");

        var storage = _fixture.Catalog.Find(new TableName(TableName.DefaultCatalog, "default", "t"))!.Storage!;
        Assert.Equal((input, output, serde), (storage.InputFormat, storage.OutputFormat, storage.SerdeClass));
    }

    [Fact]
    public async Task If_not_exists_leaves_the_table_as_it_is()
    {
        await _fixture.RunAsync("CREATE EXTERNAL TABLE t (a int) LOCATION 's3://trail/t/'", "CREATE EXTERNAL TABLE IF NOT EXISTS t (b int) LOCATION 's3://trail/t/'");

        Assert.Equal(["a                   "], await _fixture.RunAsync("SHOW COLUMNS IN t"));
        await _fixture.AssertErrorAsync(ErrorCode.TableAlreadyExists, "FAILED: Execution Error, return code 1 from org.apache.hadoop.hive.ql.exec.DDLTask. AlreadyExistsException(message:Table t already exists.)", "CREATE EXTERNAL TABLE t (b int) LOCATION 's3://trail/t/'");
    }

    [Theory]
    [InlineData("CREATE TABLE t (a int)", ErrorCode.MissingTableProperty, "line 1:1: No location was specified for table. An S3 location must be specified")]
    [InlineData("CREATE EXTERNAL TABLE t (a int)", ErrorCode.MissingTableProperty, "line 1:1: No location was specified for table. An S3 location must be specified")]
    [InlineData("CREATE TABLE t (a int) LOCATION 's3://trail/'", ErrorCode.NotSupported, "line 1:1: Only external tables can be created")]
    [InlineData("CREATE EXTERNAL TABLE t (a int) LOCATION '/tmp/x'", ErrorCode.InvalidTableProperty, "line 1:1: The location is not a valid S3 path: /tmp/x")]
    [InlineData("CREATE EXTERNAL TABLE t (a int, A string) LOCATION 's3://trail/'", ErrorCode.DuplicateColumnName, "line 1:33: FAILED: SemanticException [Error 10036]: Duplicate column name: a")]
    [InlineData("CREATE EXTERNAL TABLE t (a int) PARTITIONED BY (a string) LOCATION 's3://trail/'", ErrorCode.DuplicateColumnName, "line 1:49: FAILED: SemanticException [Error 10035]: Column repeated in partitioning columns")]
    [InlineData("CREATE EXTERNAL TABLE t (a int) ROW FORMAT SERDE 'com.example.X' LOCATION 's3://trail/'", ErrorCode.HiveSemanticException, "line 1:33: FAILED: Execution Error, return code 1 from org.apache.hadoop.hive.ql.exec.DDLTask. Cannot validate serde: com.example.X")]
    [InlineData("CREATE EXTERNAL TABLE gone.t (a int) LOCATION 's3://trail/'", ErrorCode.SchemaNotFound, "FAILED: SemanticException [Error 10072]: Database does not exist: gone")]
    [InlineData("CREATE TABLE t (a int) LOCATION 's3://trail/' TBLPROPERTIES ('table_type'='ICEBERG')", ErrorCode.NotSupported, "line 1:1: Iceberg tables are not supported")]
    public Task Wrong_declarations_are_refused(string statement, ErrorCode code, string message) => _fixture.AssertErrorAsync(code, message, statement);
}
