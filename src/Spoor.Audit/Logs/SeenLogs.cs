using System.Globalization;
using Spoor.CloudTrail.Scan.Contract;
using Spoor.Core.Errors;
using static Spoor.Audit.Reports.ReportNumbers;

namespace Spoor.Audit.Logs;

/// <summary>Makes sure that a report rests on records: "nothing found" must never be the answer of logs that were not seen.</summary>
internal static class SeenLogs
{
    private const string Advice = "Check the folder or prefix, the window, and what the reader may list.";

    /// <summary>Refuses logs of which no record was read.</summary>
    /// <param name="logs">The logs as the user named them.</param>
    /// <param name="read">What was read.</param>
    /// <param name="canAllow">Whether the report can be made of nothing, if it is asked to.</param>
    /// <param name="unread">Objects that the scan never got, with the reason: <c>delivered before the history</c>.</param>
    /// <exception cref="QueryException">NotFound: no record was read; the message says what became of the objects.</exception>
    public static void Require(string logs, ScanStatistics read, bool canAllow, params ReadOnlySpan<(long Objects, string Reason)> unread)
    {
        if (read.RecordsRead > read.RecordsSkipped)
        {
            return;
        }

        var fates = new List<string>();
        var objects = read.ObjectsListed;
        foreach (var (count, reason) in unread)
        {
            objects += count;
            Add(fates, count, reason);
        }

        Add(fates, read.ObjectsLeftOut, "left out as no logs of CloudTrail's", Example(logs, read, isLeftOut: true));
        Add(fates, read.ObjectsFailed, "could not be read", Example(logs, read, isLeftOut: false));
        Add(fates, read.ObjectsRead, read.RecordsSkipped == 0 ? "read, without any record" : "read, without a record that could be understood");
        throw new QueryException(
            ErrorCode.NotFound,
            null,
            objects == 0 ? $"There is no object in '{logs}', so nothing can be said of it" : $"No record was read in '{logs}', so nothing can be said of it: {Count(objects, "object", "objects")}, {string.Join(", ", fates)}",
            canAllow ? Allowing() : Advice);
    }

    private static Hint Allowing() => Hint.Of($"{Advice}{Setting.AllowEmpty: Where logs may be empty, * accepts that.}");

    private static void Add(List<string> fates, long count, string fate, string? example = null)
    {
        if (count > 0)
        {
            fates.Add($"{Number(count)} {fate}{(example is null ? "" : $" ({example})")}");
        }
    }

    private static string? Example(string logs, ScanStatistics read, bool isLeftOut) => read.Problems.FirstOrDefault(problem => problem.IsLeftOut == isLeftOut) is { } problem
        ? $"{LogsTable.WithNamesBelow(logs, problem.Object)}{(problem.ByteOffset is { } offset ? string.Create(CultureInfo.InvariantCulture, $" at byte {offset}") : "")}: {problem.Reason.TrimEnd('.')}"
        : null;
}
