using System.Globalization;
using Spoor.CloudTrail.Scan;
using Spoor.CloudTrail.Scan.Cutting;
using Spoor.Sql;
using Xunit;

namespace Spoor.CloudTrail.Tests.Scan;

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
}
