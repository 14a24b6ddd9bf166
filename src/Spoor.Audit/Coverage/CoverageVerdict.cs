using Spoor.Audit.Reports.Verdicts;
using Spoor.Core.Collections;
using static Spoor.Audit.Reports.ReportNumbers;

namespace Spoor.Audit.Coverage;

/// <summary>What a report on coverage comes to, in sentences.</summary>
internal static class CoverageVerdict
{
    /// <summary>What was seen, what is alarming, what could not be seen.</summary>
    public static ValueList<VerdictSentence> Of(CoverageReport report)
    {
        var (totals, counts) = (report.Totals, report.Totals.Counts);
        var placed = report.Regions.Where(region => region is { Account: not null, Region: not null, FirstDay: not null }).ToList();
        string[] problems =
        [
            .. totals.GapDays == 0 ? (string[])[] : [$"{Count(totals.GapDays, "day", "days")} without delivery in {Count(report.Regions.Count(region => region.GapDays > 0), "region", "regions")}"],
            .. counts.ObjectsFailed == 0 ? (string[])[] : [$"{Count(counts.ObjectsFailed, "object", "objects")} that could not be read"],
            .. totals.RecordsSkipped == 0 ? (string[])[] : [$"{Count(totals.RecordsSkipped, "record", "records")} that could not be read"],
        ];
        return
        [
            new("seen", counts.Records == 0 ? "No record was read." : $"{Count(counts.Records, "record was", "records were")} read{(placed.Count == 0 ? "" : $", of {Count(placed.Select(region => region.Account).Distinct().Count(), "account", "accounts")} and {Count(placed.Select(region => region.Region).Distinct().Count(), "region", "regions")}")}{Spoken.Span(counts.FirstTime, counts.LastTime)}."),
            new("alarm", problems.Length == 0 ? "Between each region's first and last delivery no day is missing, and all that was listed as logs was read." : $"Missing: {Spoken.And(problems)}."),
            new("unseen", "What was never delivered before or behind these days, or from other accounts and regions, these logs cannot tell."),
        ];
    }
}
