using Spoor.Cli.Output;
using Spoor.CloudTrail.Scan.Contract;
using Spoor.Engine.Tables.Contract;
using Xunit;

namespace Spoor.Cli.Tests.Output;

public class StatisticsLineTests
{
    private readonly ScanStatistics _statistics = new();

    [Fact]
    public void A_statement_without_a_scan_says_rows_and_seconds() =>
        Assert.Equal("1 row · 0.05 s", StatisticsLine.Format(_statistics, 1, TimeSpan.FromMilliseconds(50)));

    [Fact]
    public void Every_listed_object_is_accounted_for()
    {
        _statistics.AddScan();
        _statistics.AddListed(100);
        _statistics.AddPartitions(listed: 2, all: 30);
        for (var i = 0; i < 90; i++)
        {
            _statistics.AddObjectRead();
        }

        _statistics.AddObjectLeftOut(new ObjectProblem("s3://b/d", null, "a digest", IsLeftOut: true));
        _statistics.AddObjectFailed(new ObjectProblem("s3://b/x", 17, "invalid block type", IsLeftOut: false));
        _statistics.AddAmounts(bytesRead: 8_100_000, bytesDecompressed: 1234, recordsRead: 30_477, rowsDelivered: 3);
        Assert.Equal(
            "3 rows · 100 objects listed in 2 of 30 partitions (90 read, 1 left out as no logs, 1 failed, 8 not needed) · 8.1 MB read, 1.2 kB decompressed · 30,477 records · 1.24 s",
            StatisticsLine.Format(_statistics, 3, TimeSpan.FromSeconds(1.24)));
    }

    [Fact]
    public void Duplicates_are_said_where_asked_for()
    {
        _statistics.AddScan();
        _statistics.CountDuplicates();
        Assert.EndsWith(" · 0 records (0 duplicate eventIDs) · 0.05 s", StatisticsLine.Format(_statistics, 1, TimeSpan.FromMilliseconds(50)), StringComparison.Ordinal);
        _statistics.AddAmounts(bytesRead: 1, bytesDecompressed: 1, recordsRead: 3, rowsDelivered: 3);
        _statistics.AddDuplicate();
        _statistics.AddRecordWithoutEventId();
        Assert.EndsWith(" · 3 records (1 duplicate eventID, 1 without eventID) · 0.05 s", StatisticsLine.Format(_statistics, 1, TimeSpan.FromMilliseconds(50)), StringComparison.Ordinal);
        _statistics.AddConflictingEventId();
        Assert.EndsWith(" · 3 records (1 duplicate eventID, 1 without eventID, 1 with another record's eventID) · 0.05 s", StatisticsLine.Format(_statistics, 1, TimeSpan.FromMilliseconds(50)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_listing_that_was_stopped_is_said()
    {
        _statistics.AddScan();
        _statistics.AddListed(1000);
        _statistics.AddObjectRead();
        _statistics.AddStoppedListing();
        Assert.Equal(
            "1 row · 1,000 objects listed (1 read, 999 not needed, listing stopped) · 0 B read, 0 B decompressed · 0 records · 0.05 s",
            StatisticsLine.Format(_statistics, 1, TimeSpan.FromMilliseconds(50)));
    }

    [Fact]
    public void A_location_without_objects_is_said()
    {
        _statistics.AddScan();
        Assert.Equal("0 rows · 0 objects listed (0 read) · 0 B read, 0 B decompressed · 0 records · 0.05 s", StatisticsLine.Format(_statistics, 0, TimeSpan.FromMilliseconds(50)));
    }

    [Fact]
    public void What_was_skipped_is_named_and_what_was_left_out_is_not()
    {
        _statistics.AddObjectLeftOut(new ObjectProblem("s3://b/d", null, "a digest", IsLeftOut: true));
        _statistics.AddObjectFailed(new ObjectProblem("s3://b/x", 1700, "invalid block type", IsLeftOut: false));
        using var output = new StringWriter { NewLine = "\n" };
        StatisticsLine.WriteProblems(output, _statistics);
        Assert.Equal("skipped: s3://b/x at byte 1,700: invalid block type\n", output.ToString());
    }

    [Fact]
    public void What_was_looked_into_is_named_and_when_nothing_was_read_all_that_was_left_out()
    {
        string Written()
        {
            using var output = new StringWriter { NewLine = "\n" };
            StatisticsLine.WriteLeftOut(output, _statistics);
            return output.ToString();
        }

        foreach (var name in (string[])["a", "b", "c", "d"])
        {
            _statistics.AddObjectLeftOut(new ObjectProblem($"s3://b/{name}", null, "It is a digest.", IsLeftOut: true));
        }

        _statistics.AddObjectLeftOut(new ObjectProblem("s3://b/e", null, "It is empty.", IsLeftOut: true), isLookedInto: true);
        const string Empty = "1 object was left out (s3://b/e): It is empty.\n";
        Assert.Equal("4 objects were left out (s3://b/a, ...): It is a digest.\n" + Empty, Written());
        _statistics.AddObjectRead();
        Assert.Equal(Empty, Written());
    }

    [Fact]
    public void Hints_are_written_once_each()
    {
        _statistics.AddHint("No partition meets it.");
        _statistics.AddHint("No partition meets it.");
        using var output = new StringWriter { NewLine = "\n" };
        StatisticsLine.WriteHints(output, _statistics);
        Assert.Equal("Hint: No partition meets it.\n", output.ToString());
    }

    [Fact]
    public void What_lies_at_a_new_table_is_told()
    {
        var survey = new ReadSurvey(3872, 41_200_000, new DateOnly(2021, 7, 28), new DateOnly(2021, 8, 2), IsWhole: true);
        Assert.Equal("3,872 objects, 2021-07-28 to 2021-08-02, 41.2 MB", StatisticsLine.Of(survey));
        Assert.Equal("at least 1 object, 2021-07-28, 41.2 MB", StatisticsLine.Of(survey with { Objects = 1, LastDay = new DateOnly(2021, 7, 28), IsWhole = false }));
        Assert.Equal("1 object, 5 B", StatisticsLine.Of(new ReadSurvey(1, 5, null, null, IsWhole: true)));
        Assert.Equal("no object", StatisticsLine.Of(new ReadSurvey(0, 0, null, null, IsWhole: true)));
        Assert.Equal("no object so far; the listing was not waited for", StatisticsLine.Of(new ReadSurvey(0, 0, null, null, IsWhole: false)));
    }

    [Fact]
    public void Records_with_bytes_that_are_not_UTF8_are_told()
    {
        _statistics.AddRecordRepaired();
        using var output = new StringWriter { NewLine = "\n" };
        StatisticsLine.WriteHints(output, _statistics);
        Assert.Equal("Hint: values of 1 record have bytes that are not UTF-8; U+FFFD stands in their place.\n", output.ToString());
    }

    [Theory]
    [InlineData(0, 0, 0, 0, "Hint: no object was found where the statement looked. Check the table's LOCATION and partitions, and the folder of --bucket.\n")]
    [InlineData(1, 1, 0, 0, "Hint: all objects were left out as no logs. Check the table's LOCATION.\n")]
    [InlineData(2, 1, 1, 0, "Hint: the objects that were read hold no record.\n")]
    [InlineData(2, 1, 1, 3, "")]
    public void A_reading_without_a_record_is_told(int listed, int leftOut, int read, int records, string hint)
    {
        _statistics.AddScan();
        _statistics.AddListed(listed);
        _statistics.AddAmounts(bytesRead: 1, bytesDecompressed: 1, recordsRead: records, rowsDelivered: 0);
        for (var i = 0; i < leftOut; i++)
        {
            _statistics.AddObjectLeftOut(new ObjectProblem("s3://b/d", null, "a digest", IsLeftOut: true));
        }

        for (var i = 0; i < read; i++)
        {
            _statistics.AddObjectRead();
        }

        using var output = new StringWriter { NewLine = "\n" };
        StatisticsLine.WriteHints(output, _statistics);
        Assert.Equal(hint, output.ToString());
    }

    [Fact]
    public void Progress_counts_what_is_left_of_the_listed_objects()
    {
        _statistics.AddListed(8);
        for (var i = 0; i < 4; i++)
        {
            _statistics.AddObjectRead();
        }

        Assert.Equal("[############............] 4/8 objects · 0 records · 2.00 s", ProgressLine.Format(_statistics, TimeSpan.FromSeconds(2)));
    }
}
