using System.Globalization;
using CsCheck;
using Spoor.Audit.Lineage;
using Spoor.Audit.Logs;
using Spoor.Catalog.Stores;
using Spoor.CloudTrail.Scan.Contract;
using Spoor.Core.Types;
using Spoor.Engine;
using Spoor.Engine.Results.Rows;
using Spoor.Engine.Sessions;
using Spoor.Sql.Syntax.Printing;
using Spoor.Storage.Local;
using Xunit;

namespace Spoor.Audit.Tests.Logs;

/// <summary>A window is the same in SQL, in the scan, record by record, and among objects.</summary>
public sealed class RecordWindowTests
{
    private static readonly DateTimeOffset s_noon = new(2025, 3, 4, 12, 0, 0, TimeSpan.Zero);
    private static readonly ScanLeaf s_leaf = new(["eventtime"], VarcharType.Unbounded);

    private static readonly string[] s_odd = ["", "yesterday", "2025", "2025-03-04 12:00:00", "9999-12-31T23:59:59Z"];

    // Close together, so that ends are met often.
    private static readonly Gen<DateTimeOffset> s_time = Gen.Int[-6, 6].Select(halfMinutes => s_noon.AddSeconds(halfMinutes * 30));
    private static readonly Gen<DateTimeOffset?> s_end = Gen.Frequency((1, Gen.Const((DateTimeOffset?)null)), (3, s_time.Select(time => (DateTimeOffset?)time)));
    private static readonly Gen<RecordWindow> s_window = Gen.Select(s_end, s_end, (from, to) => new RecordWindow(from, to));

    private static readonly Gen<string?> s_recordTime = Gen.Frequency(
        (1, Gen.Const((string?)null)),
        (1, Gen.Int[0, s_odd.Length - 1].Select(index => (string?)s_odd[index])),
        (6, s_time.Select(time => (string?)time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture))));

    [Fact]
    public void Its_ends_belong_to_it_and_not_to_it_and_no_time_is_in_every_window()
    {
        var window = new RecordWindow(s_noon, s_noon.AddHours(1));
        Assert.True(window.Holds("2025-03-04T12:00:00Z"));
        Assert.True(window.Holds("2025-03-04T12:59:59Z"));
        Assert.False(window.Holds("2025-03-04T11:59:59Z"));
        Assert.False(window.Holds("2025-03-04T13:00:00Z"));
        Assert.True(window.Holds(null));
        Assert.Equal("(eventtime >= '2025-03-04T12:00:00Z' AND eventtime < '2025-03-04T13:00:00Z' OR eventtime IS NULL)", window.Condition($"eventtime").ToString());
        Assert.Equal("true", default(RecordWindow).Condition($"eventtime").ToString());
        Assert.Equal(("2025-03-04T12:00:00Z", ""), (window with { To = null }).Texts);
    }

    [Fact]
    public void The_scan_and_a_single_record_are_asked_the_same() => Gen.Select(s_window, s_recordTime).Sample((window, time) =>
        Assert.Equal(window.Holds(time), window.Filters(s_leaf).All(filter => Passes(filter, time))));

    [Fact]
    public async Task Sql_and_a_single_record_are_asked_the_same()
    {
        await using var engine = new QueryEngine(new MemoryCatalog(), new LocalBucketStore([]), new EngineOptions(Threads: 1));
        await Gen.Select(s_window, s_recordTime.List[1, 20]).SampleAsync(
            async (window, times) =>
            {
                var rows = SqlFragment.Join(", ", times.Select((time, index) => SqlFragment.Of($"({index}, {time})")));
                SqlFragment sql = $"SELECT number FROM (VALUES {rows}) AS records (number, time) WHERE {window.Condition($"time")} ORDER BY number";
                var found = new List<int>();
                await using var result = await engine.ExecuteAsync(sql.ToString(), new QuerySession(), TestContext.Current.CancellationToken);
                await foreach (var batch in result.Batches)
                {
                    found.AddRange(Enumerable.Range(0, batch.RowCount).Select(row => int.Parse(batch.GetText(0, row) ?? "", CultureInfo.InvariantCulture)));
                }

                Assert.Equal(Enumerable.Range(0, times.Count).Where(index => window.Holds(times[index])), found);
            },
            iter: 40,
            threads: 1);
    }

    [Fact]
    public void An_object_that_can_hold_a_record_of_the_window_is_read() => Gen.Select(s_window, s_time, Gen.Int[0, 90], Gen.Bool).Sample((window, time, delay, tellsSeconds) =>
    {
        var delivered = time.AddSeconds(delay).UtcDateTime.ToString(tellsSeconds ? "yyyyMMdd'T'HHmmss'Z'" : "yyyyMMdd'T'HHmm'Z'", CultureInfo.InvariantCulture);
        Assert.True(window.MayHold(delivered) || !window.Holds(AuditTime.Text(time)), $"{window} {time} {delivered}");
    });

    [Fact]
    public void An_object_that_was_delivered_before_the_windows_first_minute_is_not_read()
    {
        var window = new RecordWindow(s_noon.AddSeconds(30), null);
        Assert.False(window.MayHold("20250304T1159Z"));
        Assert.False(window.MayHold("20250304T115959Z"));
        Assert.True(window.MayHold("20250304T1200Z"));
        Assert.True(window.MayHold(""));
        Assert.True(default(RecordWindow).MayHold("20250304T1159Z"));
    }

    [Fact]
    public void What_is_reported_is_read_and_what_is_read_is_listed() => Gen.Select(s_window, s_time, Gen.Int[0, 3], Gen.Int[0, 3]).Sample((window, time, lookBack, history) =>
    {
        var request = new LineageRequest("logs", From: window.From, To: window.To) { LookBack = TimeSpan.FromMinutes(lookBack), History = TimeSpan.FromMinutes(history) };
        var text = AuditTime.Text(time);
        Assert.True(request.Reach.Holds(text) || !request.Window.Holds(text));
        Assert.True(request.ReadHistory.MayHold(time.UtcDateTime.ToString("yyyyMMdd'T'HHmm'Z'", CultureInfo.InvariantCulture)) || !request.Reach.Holds(text));
    });

    // What the filters' documentation says, in the plainest way.
    private static bool Passes(ScanFilter filter, string? text) => filter switch
    {
        AnyOf any => any.Terms.Any(term => Passes(term, text)),
        LeafIsNull { IsNegated: false } => text is null,
        LeafRange range => text is not null && IsAbove(range.Lower, text) && IsBelow(range.Upper, text),
        _ => throw new NotSupportedException(filter.ToString()),
    };

    private static bool IsAbove(TextBound? lower, string text) => lower is null || string.CompareOrdinal(text, lower.Text) is var order && (order > 0 || (order == 0 && lower.IsInclusive));

    private static bool IsBelow(TextBound? upper, string text) => upper is null || string.CompareOrdinal(text, upper.Text) is var order && (order < 0 || (order == 0 && upper.IsInclusive));
}
