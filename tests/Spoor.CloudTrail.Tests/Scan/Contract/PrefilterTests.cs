using Spoor.CloudTrail.Scan.Contract;
using Spoor.CloudTrail.Scan.Cutting;
using Spoor.Testing;
using Xunit;
using static Spoor.CloudTrail.Tests.Scan.Contract.ScanSetup;

namespace Spoor.CloudTrail.Tests.Scan.Contract;

public class PrefilterTests
{
    private const string Log = """{"Records":[{"v":"role/a","w":"x"},{"v":"role/b"},{"v":"role\/a"},{"v":"\u0072ole/a"},{"v":"c","n":"\"\n"},{"v":{"k": 1 }}]}""";

    [Fact]
    public void Records_without_the_text_are_left_out_but_counted()
    {
        var result = Read(System.Text.Encoding.UTF8.GetBytes(Log), [Text("v")], filter: Equal("v", "role/b"));
        Assert.Equal(["role/b"], result.Rows);
        Assert.Equal(6, result.Statistics.RecordsRead);
    }

    [Fact]
    public void Records_with_hiding_escapes_are_found() => Assert.Equal(["role/a", "role/a", "role/a"], Rows(Equal("v", "role/a")));

    [Fact]
    public void A_text_that_must_be_escaped_is_found() => Assert.Equal(["c"], Rows(Equal("n", "\"\n")));

    [Fact]
    public void All_terms_must_hold_and_any_alternative_may() => Assert.Equal(
        ["role/a", "role/b"], Rows(new AnyOf([new AllOf([Equal("v", "role/a"), Equal("w", "x")]), Equal("v", "role/b")])));

    [Fact]
    public void A_search_before_parsing_keeps_records_with_escapes() => Assert.Equal(["role/b", "role/a", "role/a", "c"], Rows(new ContainsText(["role/b"])));

    [Fact]
    public void Nested_values_are_compared_without_their_white_space() => Assert.Equal(["{\"k\":1}"], Rows(Equal("v", "{\"k\":1}")));

    [Fact]
    public void One_of_many_texts_with_a_common_beginning_is_found_wherever_it_may_hide()
    {
        var many = Enumerable.Range(0, 20).Select(number => $"role/{number}").Append("role/a").ToArray();
        Assert.Equal(["role/a", "role/a", "role/a"], Rows(Equal("v", many)));
        Assert.Equal("one of 21 texts", RecordPrefilter.Compile(Equal("v", many))?.ToString());
    }

    [Theory]
    [InlineData("""{"u":"a\u003db"}""", false)]
    [InlineData("""{"u":"https:\/\/x"}""", false)]
    [InlineData("""{"v":"role\/x"}""", true)]
    [InlineData("""{"v":"rol\u0065/a"}""", true)]
    public void An_escape_keeps_a_record_only_where_it_can_hide_one_of_many_texts(string record, bool isKept)
    {
        var filter = RecordPrefilter.Compile(Equal("v", [.. Enumerable.Range(0, 20).Select(number => $"role/{number}"), "role/a"]))!; // Such a set is searched for.
        var bytes = System.Text.Encoding.UTF8.GetBytes(record);
        Assert.Equal(isKept, filter.MayMatch(bytes, bytes.Length, 0, RecordEscapes.Any | RecordEscapes.OfPrintable));
    }

    [Theory]
    [InlineData("1")]
    [InlineData("{\"a\":")]
    [InlineData("x\"")]
    [InlineData("ab")]
    public void Texts_that_need_not_stand_as_they_are_or_begin_alike_are_not_searched_for(string prefix) =>
        Assert.Null(RecordPrefilter.Compile(Equal("v", [.. Enumerable.Range(1, 20).Select(number => $"{prefix}{number}")])));

    private static LeafEquals Equal(string leaf, params string[] texts) => new(Leaf(leaf), new TextSet(texts));

    private static IReadOnlyList<string> Rows(ScanFilter filter) => Read(System.Text.Encoding.UTF8.GetBytes(Log), [Text("v")], filter: filter).Rows;
}
