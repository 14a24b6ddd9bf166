using Spoor.Core.Errors;
using Spoor.Sql.Syntax;
using Spoor.Sql.Syntax.Nodes;
using Xunit;

namespace Spoor.Sql.Tests.Syntax.Hive;

public class HiveParserTests
{
    private static T Parse<T>(string text) => Assert.IsType<T>(SqlParser.ParseStatement(text));

    private static string ErrorOf(string text) => Assert.Throws<QueryException>(() => SqlParser.ParseStatement(text)).MessageWithPlace;

    [Fact]
    public void Clauses_of_a_table_come_in_any_order()
    {
        var table = Parse<CreateTable>("""
            create external table if not exists `logs.trail` (
              eventversion STRING COMMENT 'a \'b\'',
              useridentity STRUCT<type : STRING, `comment`: string, user:string, date:STRING,
                sessioncontext: STRUCT< -- inner
                  attributes:MAP<string,ARRAY<STRUCT<a:int>>>>>)
            TBLPROPERTIES ('k' = 'v', "level" = 4)
            LOCATION 's3://b/p/'
            STORED AS INPUTFORMAT 'in' OUTPUTFORMAT 'out'
            ROW FORMAT SERDE 's' WITH SERDEPROPERTIES ('a'='b')
            PARTITIONED BY (region string, `timestamp` string)
            COMMENT 'the trail';
            """);
        Assert.Equal("logs.trail", table.Name.ToString());
        Assert.Equal(2, table.Columns.Count);
        Assert.Equal("a 'b'", table.Columns[0].Comment);
        Assert.Equal(5, Assert.IsType<RowTypeName>(table.Columns[1].Type).Fields.Count);
        Assert.Equal(("level", "4"), (table.Properties[1].Name, table.Properties[1].Value));
        Assert.Equal("s3://b/p/", table.Location);
        Assert.Equal(("in", "out"), (table.StoredAs?.InputFormat, table.StoredAs?.OutputFormat));
        Assert.Equal("s", Assert.IsType<SerdeRowFormat>(table.RowFormat).ClassName);
        Assert.Equal("timestamp", table.PartitionedBy[1].Name.Value);
        Assert.Equal("the trail", table.Comment);
    }

    [Fact]
    public void Delimited_rows_have_the_names_of_the_serde()
    {
        var format = Parse<CreateTable>(
            "CREATE EXTERNAL TABLE t (a int) ROW FORMAT DELIMITED FIELDS TERMINATED BY ',' ESCAPED BY '\\\\' COLLECTION ITEMS TERMINATED BY '\\002' MAP KEYS TERMINATED BY ':' LINES TERMINATED BY '\\n' NULL DEFINED AS ''").RowFormat;
        Assert.Equal(
            [("field.delim", ","), ("escape.delim", "\\"), ("collection.delim", "\u0002"), ("mapkey.delim", ":"), ("line.delim", "\n"), ("serialization.null.format", "")],
            Assert.IsType<DelimitedRowFormat>(format).Properties.Select(property => (property.Name, property.Value)));
    }

    [Fact]
    public void Iceberg_transforms_are_kept_as_written()
    {
        var table = Parse<CreateTable>("CREATE TABLE t (id bigint, ts timestamp) PARTITIONED BY (day(ts), bucket(16, `id`), category) LOCATION 's3://b/'");
        Assert.Equal(["day(ts)", "bucket(16, `id`)", "category"], table.PartitionTransforms.Select(transform => transform.Text));
    }

    [Fact]
    public void Create_table_as_select_is_a_query() =>
        Assert.Equal(2, Parse<CreateTableAsSelect>("CREATE TABLE t WITH (format = 'PARQUET', partitioned_by = ARRAY['a']) AS SELECT 1 a WITH NO DATA").Properties.Count);

    [Fact]
    public void Double_quoted_names_are_rejected_with_advice()
    {
        var error = Assert.Throws<QueryException>(() => SqlParser.ParseStatement("CREATE EXTERNAL TABLE \"t\" (a int)"));
        Assert.Equal("FAILED: ParseException line 1:22 cannot recognize input near '\"t\"' '(' 'a' in table name", error.MessageWithPlace);
        Assert.Equal("Names in DDL statements take backquotes: `t`; double quotes are for queries.", error.Hint);
    }

    // The form of the sentence is that of Hive's ParseError (org.apache.hadoop.hive.ql.parse).
    [Fact]
    public void A_hyphen_in_a_name_needs_backquotes() =>
        Assert.Equal("FAILED: ParseException line 1:13 missing EOF at '-' near 'my'", ErrorOf("DROP TABLE my-table"));

    [Theory]
    [InlineData("struct<a:array<map<string,struct<b:int>>>>")]
    [InlineData("array(row(a varchar, b map(varchar, bigint)))")]
    public void Types_have_two_spellings(string text) => Assert.NotNull(SqlParser.ParseTypeName(text));
}
