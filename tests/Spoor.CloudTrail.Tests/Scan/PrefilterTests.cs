using Spoor.CloudTrail.Scan;
using Xunit;
using static Spoor.CloudTrail.Tests.Scan.ScanSetup;

namespace Spoor.CloudTrail.Tests.Scan;

public class PrefilterTests
{
    private const string Log = """{"Records":[{"v":"role/a","w":"x"},{"v":"role/b"},{"v":"role\/a"},{"v":"\u0072ole/a"},{"v":"c","n":"\"\n"},{"v":{"k":1}}]}""";

    [Fact]
    public void Records_without_the_text_are_left_out_but_counted()
    {
        var result = Read(System.Text.Encoding.UTF8.GetBytes(Log), [Text("v")], filter: new LeafEquals(["v"], ["role/b"]));
        Assert.Equal(["role/b", "role/a", "role/a"], result.Rows);
        Assert.Equal(6, result.Statistics.RecordsRead);
    }

    [Fact]
    public void Records_with_hiding_escapes_are_kept() => Assert.Equal(["role/a", "role/a", "role/a"], Rows(new LeafEquals(["v"], ["role/a"])));

    [Fact]
    public void A_text_that_must_be_escaped_keeps_all_records_with_escapes() =>
        Assert.Equal(["role/a", "role/a", "c"], Rows(new LeafEquals(["n"], ["\"\n"])));

    [Fact]
    public void All_terms_must_be_possible_and_any_alternative_may() => Assert.Equal(
        ["role/a", "role/b", "role/a", "role/a"],
        Rows(new AnyOf([new AllOf([new LeafEquals(["v"], ["role/a"]), new LeafEquals(["w"], ["x"])]), new LeafEquals(["v"], ["role/b"])])));

    [Fact]
    public void Nested_and_empty_texts_filter_nothing()
    {
        Assert.Equal(6, Rows(new LeafEquals(["v"], ["{\"k\":1}"])).Count);
        Assert.Equal(6, Rows(new LeafEquals(["v"], ["role/a", ""])).Count);
    }

    private static IReadOnlyList<string> Rows(ScanFilter filter) => Read(System.Text.Encoding.UTF8.GetBytes(Log), [Text("v")], filter: filter).Rows;
}
