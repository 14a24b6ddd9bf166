using Spoor.Audit.Lineage;
using Xunit;

namespace Spoor.Audit.Tests.Lineage;

public sealed class BegunTablesTests
{
    private readonly BegunTables _tables = new();
    private readonly TaskCompletionSource _calls = new(TaskCreationOptions.RunContinuationsAsynchronously);

    [Fact]
    public async Task A_statement_waits_for_the_tables_that_it_names_and_for_those_behind_them()
    {
        _tables.Begin("calls", $"SELECT 1", _ => _calls.Task);
        _tables.Begin("sums", $"SELECT count(*) FROM calls", _ => { });
        _tables.Begin("names", $"SELECT 2", _ => { });

        await _tables.NamedInAsync($"SELECT * FROM names");
        var sums = _tables.NamedInAsync($"SELECT * FROM sums");
        Assert.False(sums.IsCompleted);
        _calls.SetResult();
        await sums;
        await _tables.AllAsync();
    }

    [Fact]
    public async Task A_table_is_named_in_any_case_and_not_by_a_text_a_comment_or_a_longer_name()
    {
        _tables.Begin("calls", $"SELECT 1", _ => _calls.Task);

        var named = _tables.NamedInAsync($"SELECT (SELECT max(a) FROM session.CALLS) FROM t");
        Assert.False(named.IsCompleted);
        await _tables.NamedInAsync($"SELECT 'calls', calls FROM all_calls -- FROM calls");
        _calls.SetResult();
        await named;
    }

    [Fact]
    public async Task What_fails_is_told_to_those_who_wait_for_it()
    {
        _tables.Begin("calls", $"SELECT 1", _ => _calls.Task);
        _tables.Begin("sums", $"SELECT count(*) FROM calls", _ => { });
        _calls.SetException(new InvalidDataException("damaged"));

        await Assert.ThrowsAsync<InvalidDataException>(() => _tables.NamedInAsync($"SELECT * FROM sums"));
        await Assert.ThrowsAsync<InvalidDataException>(_tables.AllAsync);
    }
}
