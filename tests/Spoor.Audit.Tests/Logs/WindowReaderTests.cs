using Spoor.Audit.Logs;
using Spoor.Core.Errors;
using Xunit;

namespace Spoor.Audit.Tests.Logs;

public sealed class WindowReaderTests
{
    // 2026-12-01 14:03:27.5 UTC, told with another offset.
    private readonly WindowReader _reader = new(new StoppedClock(new DateTimeOffset(2026, 12, 1, 16, 3, 27, 500, TimeSpan.FromHours(2))));

    [Theory]
    [InlineData("2025-03-04", "2025-03-04T00:00:00Z", "2025-03-05T00:00:00Z")]
    [InlineData("2024/02/29", "2024-02-29T00:00:00Z", "2024-03-01T00:00:00Z")]
    [InlineData("9999-12-31", "9999-12-31T00:00:00Z", "9999-12-31T23:59:59Z")]
    [InlineData("today", "2026-12-01T00:00:00Z", "2026-12-02T00:00:00Z")]
    [InlineData("Yesterday", "2026-11-30T00:00:00Z", "2026-12-01T00:00:00Z")]
    public void A_day_means_the_whole_of_it(string text, string from, string to) => Assert.Equal((from, to), Read(text));

    [Theory]
    [InlineData("2025-03-04T12:30:00Z", "2025-03-04T12:30:00Z")]
    [InlineData("2025-03-04T12:30:00.25Z", "2025-03-04T12:30:00Z")]
    [InlineData("2025-03-04T12:30", "2025-03-04T12:30:00Z")]
    [InlineData("2025-03-04T12:30Z", "2025-03-04T12:30:00Z")]
    [InlineData("2025-03-04 12:30", "2025-03-04T12:30:00Z")]
    [InlineData("2025-03-04T14:00+01:00", "2025-03-04T13:00:00Z")]
    [InlineData("2025-03-04 00:30:00+02:00", "2025-03-03T22:30:00Z")]
    [InlineData("2025-03-04T22:00-05:00", "2025-03-05T03:00:00Z")]
    [InlineData("now", "2026-12-01T14:03:27Z")]
    [InlineData("-2d", "2026-11-29T14:03:27Z")]
    [InlineData("-90m", "2026-12-01T12:33:27Z")]
    [InlineData("-48H", "2026-11-29T14:03:27Z")]
    [InlineData("-1w", "2026-11-24T14:03:27Z")]
    [InlineData("-0d", "2026-12-01T14:03:27Z")]
    public void A_time_means_itself(string text, string time) => Assert.Equal((time, time), Read(text));

    [Theory]
    [InlineData("2d")]
    [InlineData("-2")]
    [InlineData("-d")]
    [InlineData("-2y")]
    [InlineData("--2d")]
    [InlineData("-99999999w")]
    [InlineData("2025-02-30")]
    [InlineData("2025-03-04T25:00")]
    [InlineData("03-04-2025")]
    [InlineData("")]
    [InlineData("12:30")]
    public void Other_texts_are_refused_with_the_forms_that_are_not(string text)
    {
        var error = Assert.Throws<QueryException>(() => _reader.ReadFrom(text));
        Assert.Equal(
            (ErrorCode.InvalidArguments, $"'{text}' is neither a date nor a time",
                "Write a date (2025-03-04), a time (2025-03-04T14:00, 2025-03-04T14:00Z or with an offset, 2025-03-04T14:00+01:00), today, yesterday, now, or how long ago: -90m, -48h, -2d, -1w."),
            (error.Code, error.Message, error.Hint));
        Assert.Equal(error.Message, Assert.Throws<QueryException>(() => _reader.ReadTo(text)).Message);
    }

    [Theory]
    [InlineData("30m", "2026-12-01T13:33:27Z")]
    [InlineData("48h", "2026-11-29T14:03:27Z")]
    [InlineData("2d", "2026-11-29T14:03:27Z")]
    [InlineData("1w", "2026-11-24T14:03:27Z")]
    public void The_last_hours_end_now(string span, string from)
    {
        var window = _reader.ReadLast(span);
        Assert.Equal((from, "2026-12-01T14:03:27Z", $"last {span}"), (Text(window.From), Text(window.To), window.Words));
    }

    [Theory]
    [InlineData("0h")]
    [InlineData("48")]
    [InlineData("-2d")]
    [InlineData("2 d")]
    [InlineData("1.5h")]
    [InlineData("99999999w")]
    public void What_is_no_span_is_refused(string span)
    {
        var error = Assert.Throws<QueryException>(() => _reader.ReadLast(span));
        Assert.Equal(
            ($"'{span}' is no length of time", "Write a number and a unit, m(inutes), h(ours), d(ays) or w(eeks): 30m, 48h, 2d, 1w."), (error.Message, error.Hint));
    }

    [Theory]
    [InlineData("yesterday", "now", "from yesterday to now")]
    [InlineData("2025-03-04", "-2d", "to -2d")]
    [InlineData("2025-03-04", "2025-03-05", null)]
    [InlineData(null, null, null)]
    public void Words_that_mean_something_else_tomorrow_are_kept(string? from, string? to, string? words) => Assert.Equal(words, _reader.Read(from, to).Words);

    private static string? Text(DateTimeOffset? time) => time is { } known ? AuditTime.Text(known) : null;

    private (string From, string To) Read(string text) => (AuditTime.Text(_reader.ReadFrom(text)), AuditTime.Text(_reader.ReadTo(text)));

    private sealed class StoppedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now.ToUniversalTime();
    }
}
