using Spoor.Audit.Coverage;
using Spoor.Engine.Sessions;
using Xunit;

namespace Spoor.Audit.Tests.Coverage;

/// <summary>Runs reports and checks what holds of every one.</summary>
internal static class CoverageFacts
{
    /// <summary>The report; its parts sum up at every level, or the test fails.</summary>
    public static async Task<CoverageReport> SurveyAsync(CoverageRequest request)
    {
        var report = await CoverageAudit.RunAsync(request, new EngineOptions(), TestContext.Current.CancellationToken);
        Assert.Equal(report.Totals.ObjectsListed, report.Totals.ObjectsOutsideWindow + report.Totals.Counts.ObjectsListed);
        AssertSum(report.Totals.Counts, report.Regions.Select(region => region.Counts));
        foreach (var region in report.Regions)
        {
            AssertSum(region.Counts, region.Days.Select(day => day.Counts));
            Assert.Equal((region.Counts.ObjectsLeftOut, region.Counts.BytesLeftOut), (region.LeftOut.Sum(kind => kind.Objects), region.LeftOut.Sum(kind => kind.Bytes)));
        }

        return report;
    }

    /// <summary>Every number of the whole, found by reflection so that none is forgotten, is the sum of those of the parts.</summary>
    private static void AssertSum(CoverageCounts whole, IEnumerable<CoverageCounts> parts)
    {
        var all = parts.ToList();
        foreach (var member in typeof(CoverageCounts).GetProperties().Where(member => member.PropertyType == typeof(long)))
        {
            Assert.Equal((member.Name, (long)member.GetValue(whole)!), (member.Name, all.Sum(part => (long)member.GetValue(part)!)));
        }

        Assert.Equal(whole.ObjectsListed, whole.ObjectsRead + whole.ObjectsFailed + whole.ObjectsLeftOut);
        Assert.Equal(all.Select(part => part.FirstTime).OfType<string>().Min(StringComparer.Ordinal), whole.FirstTime);
        Assert.Equal(all.Select(part => part.LastTime).OfType<string>().Max(StringComparer.Ordinal), whole.LastTime);
    }
}
