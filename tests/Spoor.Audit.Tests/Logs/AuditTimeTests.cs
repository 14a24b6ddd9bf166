using Spoor.Audit.Logs;
using Spoor.Core.Errors;
using Xunit;

namespace Spoor.Audit.Tests.Logs;

public sealed class AuditTimeTests
{
    [Theory]
    [InlineData("2025-03-04", "2025-03-04T00:00:00Z", "2025-03-05T00:00:00Z")]
    [InlineData("2024/02/29", "2024-02-29T00:00:00Z", "2024-03-01T00:00:00Z")]
    [InlineData("9999-12-31", "9999-12-31T00:00:00Z", "9999-12-31T23:59:59Z")]
    [InlineData("2025-03-04T12:30:00Z", "2025-03-04T12:30:00Z", "2025-03-04T12:30:00Z")]
    [InlineData("2025-03-04T12:30", "2025-03-04T12:30:00Z", "2025-03-04T12:30:00Z")]
    [InlineData("2025-03-04 12:30:00+02:00", "2025-03-04T10:30:00Z", "2025-03-04T10:30:00Z")]
    public void A_date_means_its_whole_day_and_a_time_itself(string text, string from, string to) =>
        Assert.Equal((from, to), (AuditTime.Text(AuditTime.ReadFrom(text)), AuditTime.Text(AuditTime.ReadTo(text))));

    [Theory]
    [InlineData("2025-03-04", "2025-03-03")]
    [InlineData("2025-03-04T12:00:00Z", "2025-03-04T12:00:00Z")]
    public void A_window_in_which_no_time_lies_is_refused(string from, string to)
    {
        var error = Assert.Throws<QueryException>(() => AuditTime.ReadTo(to, AuditTime.ReadFrom(from)));
        Assert.Equal(ErrorCode.InvalidArguments, error.Code);
        Assert.Contains($"'{to}'", error.Message, StringComparison.Ordinal);
        Assert.Equal("2025-03-05T00:00:00Z", AuditTime.Text(AuditTime.ReadTo("2025-03-04", AuditTime.ReadFrom("2025-03-04"))));
    }

    [Theory]
    [InlineData("yesterday")]
    [InlineData("2025-02-30")]
    [InlineData("")]
    [InlineData("12:30")]
    public void Other_texts_are_refused(string text)
    {
        var error = Assert.Throws<QueryException>(() => AuditTime.ReadFrom(text));
        Assert.Equal(
            (ErrorCode.InvalidArguments, $"'{text}' is neither a date nor a time", "Write 2025-03-04 or 2025-03-04T12:00:00Z."),
            (error.Code, error.Message, error.Hint));
    }
}
