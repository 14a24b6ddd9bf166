using Spoor.Audit.Logs;
using Spoor.Audit.Reports.Verdicts;
using Spoor.Core.Collections;

namespace Spoor.Audit.Coverage;

/// <summary>What a trail holds and lacks, by account, region and day. Its JSON form is described in docs/coverage.md.</summary>
/// <param name="Scope">What was asked.</param>
/// <param name="Totals">What was listed and read: the sum of <paramref name="Regions"/>, which was checked against what the scan counted.</param>
/// <param name="Regions">One entry per account and region, in this order; objects whose names tell no place come last.</param>
/// <param name="FailedObjects">Every object that could not be read, or not to its end.</param>
/// <param name="SkippedRecords">Records that could not be read; at most 1,000.</param>
public sealed record CoverageReport(
    CoverageScope Scope, CoverageTotals Totals, ValueList<RegionCoverage> Regions, ValueList<UnreadData> FailedObjects, ValueList<UnreadData> SkippedRecords)
{
    /// <summary>What it comes to, in sentences to be read aloud: what was seen, what is alarming, what could not be seen.</summary>
    public ValueList<VerdictSentence> Verdict => CoverageVerdict.Of(this);

    /// <summary>Grows when a member changes its meaning or goes.</summary>
    public int SchemaVersion { get; } = 1;

    /// <summary>Objects whose names do not say what they are and that are no logs, as their first bytes told; at most 1,000.</summary>
    public ValueList<UnreadData> NoLogs { get; init; } = [];
}

/// <summary>What was asked; <see cref="To"/> is behind the window.</summary>
public sealed record CoverageScope(string Logs, string? From, string? To)
{
    /// <summary>The window in words, in UTC: <c>2025-03-04 00:00 to 2025-03-05 00:00 UTC (last 24h)</c>.</summary>
    public string Window => AuditWindow.Text(From, To, WindowWords);

    /// <summary>The words that it was read from, where they mean something else tomorrow.</summary>
    public string? WindowWords { get; init; }
}

/// <summary>What was listed and read.</summary>
/// <param name="ObjectsListed">Objects below the location: those outside the window and those of <paramref name="Counts"/>.</param>
/// <param name="ObjectsOutsideWindow">Objects of days that were not asked for; they were not read.</param>
/// <param name="Counts">All objects inside the window.</param>
/// <param name="RecordsSkipped">Records that could not be read; not among <see cref="CoverageCounts.Records"/>.</param>
/// <param name="GapDays">Days without delivery, over all regions.</param>
/// <param name="BytesRead">Bytes as stored that were read.</param>
/// <param name="BytesDecompressed">Bytes of JSON.</param>
/// <param name="Seconds">How long it took.</param>
public sealed record CoverageTotals(
    long ObjectsListed, long ObjectsOutsideWindow, CoverageCounts Counts, long RecordsSkipped, int GapDays, long BytesRead, long BytesDecompressed, double Seconds);

/// <summary>An account's region.</summary>
/// <param name="Account">By the folder, else by the object's name; null when neither tells.</param>
/// <param name="Region">Likewise.</param>
/// <param name="FirstDay">First day with delivery of logs.</param>
/// <param name="LastDay">Last day with delivery of logs.</param>
/// <param name="Gaps">Days between these two without any.</param>
/// <param name="Counts">Sum of <paramref name="Days"/>.</param>
/// <param name="LeftOut">What was left out, by kind.</param>
/// <param name="Days">One entry per day of a folder, in this order.</param>
public sealed record RegionCoverage(
    string? Account, string? Region, DateOnly? FirstDay, DateOnly? LastDay, ValueList<DayGap> Gaps, CoverageCounts Counts, ValueList<LeftOutObjects> LeftOut, ValueList<DayCoverage> Days)
{
    /// <summary>Days without delivery between the first and the last.</summary>
    public int GapDays => Gaps.Sum(gap => gap.Days);
}

/// <summary>Days without delivery, one after the other.</summary>
public sealed record DayGap(DateOnly First, DateOnly Last)
{
    /// <summary>How many days.</summary>
    public int Days => Last.DayNumber - First.DayNumber + 1;
}

/// <summary>A day of an account's region.</summary>
/// <param name="Day">Day of the folder, else of the object's name; null when neither tells.</param>
/// <param name="HoursWithEvents">Hours of this day (UTC) in which events happened, of 24.</param>
/// <param name="Counts">Sum of the day's objects.</param>
public sealed record DayCoverage(DateOnly? Day, int HoursWithEvents, CoverageCounts Counts);

/// <summary>Objects left out.</summary>
/// <param name="Kind"><c>digest</c>, <c>insight</c>, <c>aggregated</c>, or <c>other</c>.</param>
/// <param name="Objects">How many.</param>
/// <param name="Bytes">As stored.</param>
public sealed record LeftOutObjects(string Kind, long Objects, long Bytes);

/// <summary>An object or record that could not be read.</summary>
/// <param name="Object">Key below the logs.</param>
/// <param name="ByteOffset">Offset in the decompressed bytes; null when the whole object is meant.</param>
/// <param name="Reason">A sentence.</param>
public sealed record UnreadData(string Object, long? ByteOffset, string Reason);
