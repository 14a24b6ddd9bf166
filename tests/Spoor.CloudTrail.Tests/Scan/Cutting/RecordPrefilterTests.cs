using System.Globalization;
using Spoor.CloudTrail.Scan.Contract;
using Spoor.CloudTrail.Scan.Cutting;
using Spoor.CloudTrail.Tests.Scan.Contract;
using Spoor.Core.Collections;
using Xunit;

namespace Spoor.CloudTrail.Tests.Scan.Cutting;

public class RecordPrefilterTests
{
    [Theory]
    [InlineData(3, true)]
    [InlineData(1000, false)]
    public void Many_alternatives_are_not_searched_for_one_by_one(int count, bool isSearched)
    {
        var terms = Enumerable.Range(0, count).Select(number => (ScanFilter)new LeafEquals(ScanSetup.Leaf("eventname"), new TextSet(number.ToString(CultureInfo.InvariantCulture))));
        Assert.Equal(isSearched, RecordPrefilter.Compile(new AnyOf(terms.ToValueList())) is not null);
    }

    [Fact]
    public void An_empty_set_matches_nothing_and_leaves_the_other_alternatives_their_search()
    {
        var prefilter = RecordPrefilter.Compile(new AnyOf(
            [new LeafEquals(ScanSetup.Leaf("eventname"), new TextSet()), new LeafEquals(ScanSetup.Leaf("eventname"), new TextSet("GetId"))]))!;
        Assert.False(prefilter.MayMatch("{\"eventName\":\"ListPools\"}"u8, 25, 0, RecordEscapes.None));
        Assert.True(prefilter.MayMatch("{\"eventName\":\"GetId\"}"u8, 21, 25, RecordEscapes.None));
    }
}
