using Spoor.CloudTrail.Scan.Contract;
using Spoor.Core.Errors;
using Spoor.Core.Types;
using Spoor.Testing;
using Xunit;
using static Spoor.CloudTrail.Tests.Scan.Contract.ScanSetup;

namespace Spoor.CloudTrail.Tests.Scan.Contract;

public class ValueTests
{
    private static readonly MapType s_texts = new(VarcharType.Unbounded, VarcharType.Unbounded);

    [Theory]
    [InlineData("\"a\"", "a")]
    [InlineData("\"\"", "")]
    [InlineData("true", "true")]
    [InlineData("1.50", "1.50")]
    [InlineData("9.82222E-5", "9.82222E-5")]
    [InlineData("null", "NULL")]
    [InlineData("\"a\\u003db\\/\\n\\ud834\\udd1e\"", "a=b/\n𝄞")]
    [InlineData("\"\\ud834\"", "\uFFFD")]
    [InlineData("{ \"roleArn\" : \"a b\\u003d\", \"n\": [ 1.0, 0 ] }", "{\"roleArn\":\"a b\\u003d\",\"n\":[1.0,0]}")]
    [InlineData("[ ]", "[]")]
    public void Varchar_holds_the_source_text(string json, string expected) => Assert.Equal([expected], Values(json, VarcharType.Unbounded));

    [Theory]
    [InlineData("\"äbc\"", "äb")]
    [InlineData("\"a\"", "a")]
    public void Varchar_with_a_length_is_cut_to_it(string json, string expected) => Assert.Equal([expected], Values(json, new VarcharType(2)));

    [Theory]
    [InlineData("boolean", "\"TRUE\"", "true")]
    [InlineData("boolean", "false", "false")]
    [InlineData("bigint", "-9223372036854775808", "-9223372036854775808")]
    [InlineData("bigint", "\"12\"", "12")]
    [InlineData("integer", "1.9", "1")]
    [InlineData("double", "1e3", "1000")]
    [InlineData("varbinary", "\"AQI=\"", "0102")]
    [InlineData("date", "\"1970-01-03\"", "2")]
    public void Typed_columns_read_numbers_and_texts(string type, string json, string expected) => Assert.Equal([expected], Values(json, TypeOf(type)));

    [Theory]
    [InlineData("1.005", "101")]
    [InlineData("-1.005", "-101")]
    [InlineData("\"12\"", "1200")]
    [InlineData("1e2", "10000")]
    [InlineData("\"x\"", "NULL")]
    public void Decimal_is_rounded_half_up_to_its_scale(string json, string expected) => Assert.Equal([expected], Values(json, new DecimalType(10, 2)));

    [Fact]
    public void Timestamp_reads_the_form_of_Hive() =>
        Assert.Equal(["1500000"], Values("\"1970-01-01 00:00:01.5\"", new TimestampType(3, false)));

    [Fact]
    public void Timestamp_reads_the_formats_of_the_table() =>
        Assert.Equal(["1000000"], Values("\"1970-01-01T00:00:01Z\"", new TimestampType(3, false), SerDe("timestamp.formats", "yyyy-MM-dd'T'HH:mm:ss'Z'")));

    [Theory]
    [InlineData("integer", "2147483648", "For input string: \"2147483648\"")]
    [InlineData("bigint", "\"abc\"", "For input string: \"abc\"")]
    [InlineData("double", "true", "For input string: \"true\"")]
    public void Wrong_numbers_are_refused(string type, string json, string reason) =>
        Assert.Equal(
            $"Error parsing field value '{json.Trim('"')}' for field 7: {reason} (s3://bucket/a.json.gz, byte offset 12 of the decompressed data)",
            ErrorFor(json, TypeOf(type)).Message);

    [Fact]
    public void Both_declarations_of_webIdFederationData_read()
    {
        const string Json = """{"federatedProvider":"p","attributes":{"p:aud":"pool","p:amr":"[\"x\"]"}}""";
        Assert.Equal(["{federatedProvider=p, attributes={\"p:aud\":\"pool\",\"p:amr\":\"[\\\"x\\\"]\"}}"], Values(Json, s_texts));
        var row = new RowType([new("federatedprovider", VarcharType.Unbounded), new("attributes", s_texts)]);
        Assert.Equal(["[p, {p:aud=pool, p:amr=[\"x\"]}]"], Values(Json, row));
        Assert.Equal(["[NULL, NULL]"], Values("{}", row));
        Assert.Equal(["NULL"], Values("null", row));
    }

    [Fact]
    public void The_last_of_several_members_with_one_name_counts()
    {
        var row = new RowType([new("tag", VarcharType.Unbounded)]);
        Assert.Equal(["[2]"], Values("""{"Tag":"1","tag":"2"}""", row));
        Assert.Equal(["{Tag=1, tag=3}"], Values("""{"Tag":"1","tag":"2","t\u0061g":"3"}""", s_texts));
        Assert.Equal(["NULL"], Read("""{"Records":[{"a":{"b":1},"A":{}}]}""", [Text("a.b")]).Rows);
    }

    [Fact]
    public void Arrays_of_rows_keep_their_order()
    {
        var type = new ArrayType(new RowType([new("arn", VarcharType.Unbounded), new("accountid", VarcharType.Unbounded)]));
        Assert.Equal(["[[a, 1], [b, NULL]]"], Values("""[{"ARN":"a","accountId":"1"}, {"ARN":"b","type":"t"}]""", type));
    }

    [Fact]
    public void A_scalar_where_a_struct_or_array_must_be_is_refused()
    {
        Assert.Equal(
            "Error parsing field value 'x' for field 7: Invalid JSON: start of object expected (s3://bucket/a.json.gz, byte offset 12 of the decompressed data)",
            ErrorFor("\"x\"", s_texts).Message);
        Assert.Equal(
            "Error parsing field value '' for field 7: Invalid JSON: start of array expected (s3://bucket/a.json.gz, byte offset 12 of the decompressed data)",
            ErrorFor("\"\"", new ArrayType(VarcharType.Unbounded)).Message);
        var error = Assert.Throws<QueryException>(() => Read("""{"Records":[{"a":"x"}]}""", [Text("a.b")]));
        Assert.Equal(ErrorCode.HiveBadData, error.Code);
        Assert.Equal("Column 'a.b' of this record has another shape than the table declares. Declare it as STRING, or skip bad data: the record is then no row, but a query that does not use the column still counts it.", error.Hint);
    }

    [Fact]
    public void A_record_with_a_refused_value_is_skipped_whole()
    {
        var result = Read(
            """{"Records":[{"v":[1,2]},{"v":[3,"x"]},{"v":[4]}]}""", [Typed("v", new ArrayType(ScalarTypes.BigInt))], badData: BadDataPolicy.Skip);
        Assert.Equal(["[1, 2]", "[4]"], result.Rows);
        Assert.Equal((3, 1, 2), (result.Statistics.RecordsRead, result.Statistics.RecordsSkipped, result.Statistics.RowsDelivered));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(20)]
    public void Bytes_that_are_no_UTF8_become_replacement_characters_and_their_record_is_counted(int columns)
    {
        byte[] log = [.. "{\"Records\":[{\"v\":\"a"u8, 0xFF, .. "b\"},{\"v\":\"é\"}]}"u8];
        var read = Read(log, [.. Enumerable.Repeat(Text("v"), columns)]);
        Assert.Equal([string.Join('|', Enumerable.Repeat("a\uFFFDb", columns)), string.Join('|', Enumerable.Repeat("é", columns))], read.Rows);
        Assert.Equal(1, read.Statistics.RecordsRepaired);
    }

    [Fact]
    public void Rows_in_rows_have_the_members_of_the_last_object_alone()
    {
        var row = new RowType([new("a", VarcharType.Unbounded), new("in", new RowType([new("b", VarcharType.Unbounded), new("c", VarcharType.Unbounded)]))]);
        Assert.Equal(["[1, [NULL, 3]]"], Values("""{"A":"1","in":{"b":"2"},"IN":{"c":"3"}}""", row));
        Assert.Equal(["[1, NULL]"], Values("""{"in":{"b":"2"},"a":"1","in":null}""", row));
        Assert.Equal(["[NULL, NULL]", "NULL"], Read("""{"Records":[{"v":{"a":"1"},"v":{}},{"v":{"a":"1"},"v":null}]}""", [Typed("v", row)]).Rows);
    }

    private static ScalarType TypeOf(string name) => name switch
    {
        "boolean" => ScalarTypes.Boolean,
        "bigint" => ScalarTypes.BigInt,
        "integer" => ScalarTypes.Integer,
        "double" => ScalarTypes.Double,
        "varbinary" => ScalarTypes.Varbinary,
        _ => ScalarTypes.Date,
    };

    private static SerDeOptions SerDe(string name, string value) => SerDeOptions.FromProperties([KeyValuePair.Create(name, value)]);

    private static QueryException ErrorFor(string json, SqlType type)
    {
        var error = Assert.Throws<QueryException>(() => Values(json, type));
        Assert.Equal(ErrorCode.HiveBadData, error.Code);
        return error;
    }

    private static IReadOnlyList<string> Values(string json, SqlType type, SerDeOptions? options = null) =>
        Read(System.Text.Encoding.UTF8.GetBytes($"{{\"Records\":[{{\"v\":{json}}}]}}"), [Typed("v", type) with { FieldNumber = 7 }], options: options).Rows;
}
