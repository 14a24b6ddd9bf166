using System.Diagnostics;
using Spoor.Audit.Logs;
using Spoor.Core.Types;
using Spoor.Engine.Results.Rows;
using Xunit;

namespace Spoor.Audit.Tests.Logs;

public sealed class AnswerColumnsTests
{
    internal enum Column
    {
        Pool,
        SourceIp,
        FirstCallEventId,
    }

    [Fact]
    public void A_column_is_found_by_its_name_wherever_it_stands()
    {
        var columns = Of("first_call_event_id", "pool", "source_ip");
        Assert.Equal((1, 2, 0), (columns[Column.Pool], columns[Column.SourceIp], columns[Column.FirstCallEventId]));
    }

    [Fact]
    public void A_column_that_the_statement_lacks_is_an_error_before_the_first_row() =>
        Assert.Equal("The statement for Column has no column source_ip.", Assert.Throws<UnreachableException>(() => Of("pool", "sourceip", "first_call_event_id")).Message);

    [Fact]
    public void A_column_that_nobody_reads_is_an_error_before_the_first_row() =>
        Assert.Equal("Column does not have the columns role.", Assert.Throws<UnreachableException>(() => Of("pool", "role", "source_ip", "first_call_event_id")).Message);

    private static AnswerColumns<Column> Of(params string[] names) => new([.. names.Select(name => new ResultColumn(name, VarcharType.Unbounded))]);
}
