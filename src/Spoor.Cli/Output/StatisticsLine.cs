using Spoor.CloudTrail.Scan.Contract;
using Spoor.Engine.Results.Text;
using Spoor.Engine.Results.Writers;
using Spoor.Engine.Tables.Contract;

namespace Spoor.Cli.Output;

/// <summary>What a statement read, in one line: every object that was listed is accounted for.</summary>
internal static class StatisticsLine
{
    private const int MaximumProblems = 20;

    /// <summary>The line: rows, objects listed and what became of them, bytes, records, seconds.</summary>
    public static string Format(ScanStatistics statistics, long? rows, TimeSpan elapsed)
    {
        var parts = new List<string>();
        if (rows is { } count)
        {
            parts.Add(Quantity.Of(count, "row"));
        }

        if (statistics.HasScan)
        {
            parts.Add($"{Quantity.Of(statistics.ObjectsListed, "object")} listed{Partitions(statistics)}{Pruned(statistics)} ({string.Join(", ", Fates(statistics))})");
            parts.Add($"{Quantity.Bytes(statistics.BytesRead)} read, {Quantity.Bytes(statistics.BytesDecompressed)} decompressed");
            parts.Add($"{Quantity.Of(statistics.RecordsRead, "record")}{Duplicates(statistics)}");
        }

        if (statistics.RecordsSkipped > 0)
        {
            parts.Add($"{Quantity.Of(statistics.RecordsSkipped, "record")} skipped as bad");
        }

        parts.Add(Quantity.Seconds(elapsed));
        return string.Join(" · ", parts);
    }

    /// <summary>What lies where a table's objects are: <c>3,872 objects, 2021-07-28 to 2021-08-02, 41.2 MB</c>.</summary>
    public static string Of(ReadSurvey survey)
    {
        if (survey.Objects == 0)
        {
            return survey.IsWhole ? "no object" : "no object so far; the listing was not waited for";
        }

        var days = survey.Days();
        return $"{(survey.IsWhole ? "" : "at least ")}{Quantity.Of(survey.Objects, "object")}{(days.Length == 0 ? "" : ", ")}{days}, {Quantity.Bytes(survey.Bytes)}";
    }

    /// <summary>Writes what was skipped because it could not be read, if anything: one line each, object first.</summary>
    public static void WriteProblems(TextWriter output, ScanStatistics statistics)
    {
        var problems = statistics.Problems.Where(problem => !problem.IsLeftOut).ToList();
        foreach (var problem in problems.Take(MaximumProblems))
        {
            var place = problem.ByteOffset is { } offset ? $" at byte {Quantity.Count(offset)}" : "";
            output.WriteLine($"skipped: {VisibleText.Of(problem.Object)}{place}: {VisibleText.Of(problem.Reason)}");
        }

        var more = statistics.ObjectsFailed + statistics.RecordsSkipped - Math.Min(problems.Count, MaximumProblems);
        if (more > 0)
        {
            output.WriteLine($"skipped: {Quantity.Count(more)} more");
        }
    }

    /// <summary>Writes what was left out by reason: what was looked into, and when nothing was read all else, too.</summary>
    public static void WriteLeftOut(TextWriter output, ScanStatistics statistics)
    {
        foreach (var objects in statistics.LeftOut.Where(objects => objects.IsLookedInto || statistics.ObjectsRead + statistics.ObjectsFailed == 0))
        {
            output.WriteLine(VisibleText.Of(objects.ToSentence(static name => name)));
        }
    }

    /// <summary>Writes what may surprise about the result, if anything.</summary>
    public static void WriteHints(TextWriter output, ScanStatistics statistics)
    {
        foreach (var hint in statistics.Hints)
        {
            output.WriteLine($"Hint: {VisibleText.Of(hint)}");
        }

        if (statistics.RecordsRepaired > 0)
        {
            output.WriteLine($"Hint: values of {Quantity.Of(statistics.RecordsRepaired, "record")} have bytes that are not UTF-8; U+FFFD stands in their place.");
        }

        if (statistics.Hints.Count == 0 && Unseen(statistics) is { } unseen)
        {
            output.WriteLine($"Hint: {unseen}");
        }
    }

    private static string Pruned(ScanStatistics statistics) =>
        statistics.ObjectsPruned == 0 ? "" : $", {Quantity.Count(statistics.ObjectsPruned)} more passed by their keys";

    // Of a projection's partitions nobody knows how many there would be.
    private static string Partitions(ScanStatistics statistics) =>
        statistics.Partitions is var (listed, all) ? $" in {Quantity.Count(listed)} of {Quantity.Of(all, "partition")}" : "";

    // No row of no object is Athena's answer, and no error; but "0 rows" of logs that were not seen reads like an acquittal.
    private static string? Unseen(ScanStatistics statistics) => statistics is not { HasScan: true, HasStoppedListing: false, RecordsRead: 0 } ? null
        : statistics is { ObjectsListed: 0, ObjectsPruned: > 0 } ? $"the keys of all {Quantity.Of(statistics.ObjectsPruned, "object")} name other accounts, regions or days than the statement asks for."
        : statistics.ObjectsListed == 0 ? "no object was found where the statement looked. Check the table's LOCATION and partitions, and the folder of --bucket."
        : statistics.ObjectsListed == statistics.ObjectsLeftOut ? "all objects were left out as no logs. Check the table's LOCATION."
        : statistics.ObjectsRead > 0 ? "the objects that were read hold no record."
        : null;

    private static string Duplicates(ScanStatistics statistics)
    {
        var (withoutId, conflicting) = (statistics.RecordsWithoutEventId, statistics.ConflictingEventIds);
        return statistics.Duplicates is not { } duplicates ? ""
            : $" ({Quantity.Of(duplicates, "duplicate eventID")}{(withoutId == 0 ? "" : $", {Quantity.Count(withoutId)} without eventID")}"
                + $"{(conflicting == 0 ? "" : $", {Quantity.Count(conflicting)} with another record's eventID")})";
    }

    private static IEnumerable<string> Fates(ScanStatistics statistics)
    {
        var reached = statistics.ObjectsRead + statistics.ObjectsLeftOut + statistics.ObjectsFailed;
        yield return statistics.ObjectsFromCache > 0
            ? $"{Quantity.Count(statistics.ObjectsRead)} read, {Quantity.Count(statistics.ObjectsFromCache)} of them from the cache"
            : $"{Quantity.Count(statistics.ObjectsRead)} read";
        if (statistics.ObjectsLeftOut > 0)
        {
            yield return $"{Quantity.Count(statistics.ObjectsLeftOut)} left out as no logs";
        }

        if (statistics.ObjectsFailed > 0)
        {
            yield return $"{Quantity.Count(statistics.ObjectsFailed)} failed";
        }

        if (statistics.ObjectsListed > reached)
        {
            yield return $"{Quantity.Count(statistics.ObjectsListed - reached)} not needed";
        }

        if (statistics.HasStoppedListing)
        {
            yield return "listing stopped";
        }
    }
}
