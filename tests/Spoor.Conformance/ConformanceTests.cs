using Spoor.Conformance.Text;
using Spoor.Core.Collections;
using Xunit;

namespace Spoor.Conformance;

public class ConformanceTests
{
    public static IEnumerable<TheoryDataRow<string, int>> Cases =>
        from name in CaseLibrary.Names()
        from single in CaseLibrary.Read(name)
        where single.Expected is not GivenObject
        select new TheoryDataRow<string, int>(name, single.Line) { TestDisplayName = $"{name}.test:{single.Line} {single.Title}" };

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Statement_has_its_documented_answer(string name, int line)
    {
        var file = CaseLibrary.Read(name);
        var tested = file.Single(single => single.Line == line);

        var difference = await CaseRunner.FindDifferenceAsync(file, tested, TestContext.Current.CancellationToken);

        if (CaseLibrary.Gaps().TryGetValue($"{name}: {tested.Title}", out var reason))
        {
            Assert.True(difference is not null, $"This case passes; remove it from gaps.txt ({reason}).");
            return;
        }

        Assert.True(difference is null, $"{tested.Sql}\n{difference}");
    }

    [Fact]
    public void Every_gap_names_a_case()
    {
        var titles = CaseLibrary.Names().SelectMany(name => CaseLibrary.Read(name).Select(single => $"{name}: {single.Title}"));

        Assert.Empty(CaseLibrary.Gaps().Keys.Except(titles));
    }
}
