using Spoor.CloudTrail.Scan.Contract;
using Xunit;

namespace Spoor.CloudTrail.Tests.Scan.Contract;

public class ScanStatisticsTests
{
    [Fact]
    public void Objects_left_out_do_not_crowd_out_the_one_that_failed()
    {
        var statistics = new ScanStatistics();
        for (var i = 0; i < 2000; i++)
        {
            statistics.AddObjectLeftOut(new ObjectProblem($"s3://b/digest{i}", null, "a digest", IsLeftOut: true));
        }

        var failed = new ObjectProblem("s3://b/x", 17, "incorrect data check", IsLeftOut: false);
        statistics.AddObjectFailed(failed);
        Assert.Equal(2000, statistics.ObjectsLeftOut);
        Assert.Equal(1001, statistics.Problems.Count);
        Assert.Contains(failed, statistics.Problems);
    }
}
