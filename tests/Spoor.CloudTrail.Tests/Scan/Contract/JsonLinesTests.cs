using System.Text;
using Spoor.CloudTrail.Scan.Contract;
using Spoor.Core.Errors;
using Spoor.Core.Types;
using Spoor.Testing;
using Xunit;
using static Spoor.CloudTrail.Tests.Scan.Contract.ScanSetup;

namespace Spoor.CloudTrail.Tests.Scan.Contract;

public class JsonLinesTests
{
    [Theory]
    [InlineData(RecordFormat.HiveJsonLines)]
    [InlineData(RecordFormat.OpenXJsonLines)]
    public void Each_line_is_a_row(RecordFormat format) =>
        Assert.Equal(["1", "2", "NULL"], Read("{\"V\":1}\r\n\n {\"v\":2} ignored\n{}", [Text("v")], format).Rows);

    [Fact]
    public void Hive_refuses_a_nested_value_in_a_varchar() =>
        Assert.Equal(
            "Error parsing field value '{\"a\":1}' for field 0: Invalid JSON: varchar value must be a scalar json value (s3://bucket/a.json.gz, byte offset 8 of the decompressed data)",
            Assert.Throws<QueryException>(() => Read("{\"v\":1}\n{\"v\":{\"a\":1}}", [Text("v")], RecordFormat.HiveJsonLines)).Message);

    [Fact]
    public void OpenX_gives_nested_values_as_text_and_what_does_not_parse_as_NULL() =>
        Assert.Equal(
            ["{\"a\":1}|NULL|[x]"],
            Read("{\"t\":{\"a\": 1},\"n\":\"abc\",\"l\":\"x\"}", [Text("t"), Typed("n", ScalarTypes.BigInt), Typed("l", new ArrayType(VarcharType.Unbounded))], RecordFormat.OpenXJsonLines).Rows);

    [Fact]
    public void OpenX_takes_blank_texts_and_arrays_for_rows()
    {
        var row = new RowType([new("a", VarcharType.Unbounded), new("b", VarcharType.Unbounded)]);
        Assert.Equal(["[NULL, NULL]", "[1, 2]"], Read("{\"r\":\" \"}\n{\"r\":[1,2,3]}", [Typed("r", row)], RecordFormat.OpenXJsonLines).Rows);
    }

    [Theory]
    [InlineData(RecordFormat.HiveJsonLines)]
    [InlineData(RecordFormat.OpenXJsonLines)]
    public void A_malformed_line_fails_or_is_skipped(RecordFormat format)
    {
        const string Lines = "{\"v\":1}\n{\"v\":x}\n{\"v\":3}";
        Assert.Equal(
            "Failed to read file at s3://bucket/a.json.gz, byte offset 13 of the decompressed data: JsonParseException: Unexpected character ('x' (code 120))",
            Assert.Throws<QueryException>(() => Read(Lines, [Text("v")], format)).Message);
        var skipped = Read(Lines, [Text("v")], format, BadDataPolicy.Skip);
        Assert.Equal(["1", "3"], skipped.Rows);
        Assert.Equal((1, 1), (skipped.Statistics.RecordsSkipped, skipped.Statistics.ObjectsRead));
    }

    [Fact]
    public void OpenX_gives_NULLs_for_malformed_lines_when_told_to() =>
        Assert.Equal(["1", "NULL", "NULL"], ReadOpenX("{\"v\":1}\n{\"v\":x}\nno document", "v", ("ignore.malformed.json", "TRUE")));

    [Fact]
    public void OpenX_reads_mapped_keys() => Assert.Equal(["1"], ReadOpenX("{\"ts\":2,\"TimeStamp\":1}", "ts", ("mapping.ts", "timestamp")));

    [Fact]
    public void OpenX_reads_keys_with_dots_as_underscores() => Assert.Equal(["1"], ReadOpenX("{\"a.B\":1}", "a_b", ("dots.in.keys", "true")));

    [Fact]
    public void OpenX_compares_the_case_of_keys_when_told_to() => Assert.Equal(["NULL"], ReadOpenX("{\"V\":1}", "v", ("case.insensitive", "false")));

    private static IReadOnlyList<string> ReadOpenX(string lines, string column, params (string Name, string Value)[] properties) =>
        Read(
            Encoding.UTF8.GetBytes(lines),
            [Text(column)],
            RecordFormat.OpenXJsonLines,
            options: SerDeOptions.FromProperties(properties.Select(property => KeyValuePair.Create(property.Name, property.Value)))).Rows;
}
