using Spoor.Audit.Events;
using Spoor.Sql;

namespace Spoor.Audit.Cognito;

/// <summary>Asks the statements of a report for their answers. Texts that repeat, as roles and addresses do in every call, are kept once.</summary>
internal sealed class AnswerReader(AuditSession session)
{
    private readonly TextPool _texts = new();

    private EventRecords _records = EventRecords.None;

    public async Task<AuditAnswers> ReadAsync()
    {
        _records = await EventRecords.ReadAsync(session);
        return await ReadAllAsync();
    }

    private async Task<AuditAnswers> ReadAllAsync() => new(
        (await session.ReadAsync("totals", row => new WindowTotals(
            row.Number(0), row.Number(1), row.Number(2), row.Number(3), row.Number(4), row.Text(5), row.Text(6), row.Number(7), row.Number(8), row.Number(9), row.Number(10))))[0],
        await session.ReadAsync("evidence", row => new PoolEvidence(
            row.Name(0), row.Name(1), row.Number(2), row.Number(3), row.Text(4), row.Text(5))),
        await session.ReadAsync("pool_facts", row => new PoolFacts(row.Name(0), row.Text(1), row.IsTrue(2), row.Texts(3))),
        await session.ReadAsync("first_events", row => (row.Name(0), row.Name(1))),
        await session.ReadAsync("sources", row => new SourceRow(
            row.Name(0), row.Name(1), row.Text(2), row.Number(3), row.Number(4), row.Text(5), row.Text(6))),
        await session.ReadAsync("evidence_events", row => new EvidenceEvent(
            row.Name(0), row.Text(1), Name(row, 2), Text(row, 3), Text(row, 4), Text(row, 5), Text(row, 6), Text(row, 7), Text(row, 8))),
        await session.ReadAsync("issue_list", Issue),
        await session.ReadAsync("session_list", Session),
        await session.ReadAsync("use_list", Use),
        await session.ReadAsync("actions", row => new ActionRow(CertaintyOf(row.Name(0)), Name(row, 1), new ActionReport(
            Name(row, 2), Name(row, 3), row.Number(4), row.Number(4) - row.Number(5), row.Number(5), row.Text(6), row.Text(7)))),
        await session.ReadAsync("identities", row => new IdentityRow(
            Text(row, 0), Name(row, 1), (int)row.Number(2), row.Number(3), row.Number(4), row.Text(5), row.Text(6))),
        await session.ReadAsync("providers", row => new ProviderRow(Name(row, 0), Text(row, 1), Text(row, 2))),
        await session.ReadAsync("users", row => new UserRow(Name(row, 0), new UserLink(Text(row, 1), Name(row, 2), row.Name(3)))),
        await session.ReadAsync("sign_ins", row => new SignInEvent(
            row.Name(0), row.Text(1), Text(row, 2), Text(row, 3), Text(row, 4), Name(row, 5), Text(row, 6), Name(row, 7), Text(row, 8), Text(row, 9), Text(row, 10), Text(row, 11))),
        await session.ReadAsync("config_list", row => new ConfigChange(
            row.Name(0), row.Text(1), row.IsTrue(2), Text(row, 3), Text(row, 4), Text(row, 5), Text(row, 6), Text(row, 7), Text(row, 8), Text(row, 9), Text(row, 10), row.Text(11), Text(row, 12))),
        await session.ReadAsync("dormant", row => new DormantReport(row.Name(0), row.Name(1), row.Text(2), row.Text(3), row.Name(5), row.Name(4))),
        await session.ReadAsync("known_names", row => (row.Name(0), row.Name(1))),
        await session.ReadAsync("data_services", row => row.Name(0)),
        await session.ReadAsync("conflicts", row => row.Name(0)),
        await session.ReadAsync("identity_conflicts", row => row.Name(0)));

    private IssueEvent Issue(AuditRow row) => new(
        [.. Ids(row, 15, 16), .. row.Texts(17)], Certainty.Proved, row.Text(0), Name(row, 1), Text(row, 2), Text(row, 3), Text(row, 4), Text(row, 5), Text(row, 6), Text(row, 7), Text(row, 8), Text(row, 9),
        row.Text(10), Text(row, 11), Text(row, 12), Text(row, 13), Text(row, 19), row.Number(14), row.Texts(18))
    {
        CognitoEventId = row.Text(15),
        EventId = row.Text(16) ?? row.Name(15),
    };

    private SessionReport Session(AuditRow row) => new(
        Name(row, 0), CertaintyOf(row.Name(1)), (int)row.Number(2), Text(row, 3), Text(row, 4), Text(row, 5), Text(row, 6), Text(row, 7), Text(row, 8), Text(row, 9), row.Text(10),
        row.Text(11), Text(row, 12), row.Text(13), row.Text(14), row.Number(15), row.Number(16), [.. Ids(row, 17, 18), .. row.Texts(20), .. Ids(row, 19)]);

    private UseRow Use(AuditRow row) => new(
        new UseEvent(
            row.Name(0), row.Text(1), Name(row, 2), CertaintyOf(row.Name(3)), (int)row.Number(4), Text(row, 5), Text(row, 6), Text(row, 7), Text(row, 8), Text(row, 9), Text(row, 10),
            Text(row, 11), Text(row, 12), Text(row, 13), Text(row, 14), Text(row, 15), Text(row, 16), Text(row, 17), ReadOnly(row.Text(18)), Text(row, 19), Text(row, 20), Text(row, 21),
            Text(row, 22))
        {
            EventIds = _records.Of(row.Name(0)).ToValueList(),
        },
        Text(row, 23),
        Text(row, 24),
        Text(row, 25));

    private static bool? ReadOnly(string? text) => text switch { "true" => true, "false" => false, _ => null };

    private ValueList<string> Ids(AuditRow row, params ReadOnlySpan<int> columns)
    {
        var ids = new List<string>();
        foreach (var column in columns)
        {
            if (row.Text(column) is { } id)
            {
                ids.AddRange(_records.Of(id));
            }
        }

        return ids.ToValueList();
    }

    private static Certainty CertaintyOf(string name) => name switch
    {
        "proved" => Certainty.Proved,
        "chained" => Certainty.Chained,
        _ => Certainty.Candidate,
    };

    private string Name(AuditRow row, int column) => Text(row, column) ?? "";

    private string? Text(AuditRow row, int column) => row.Text(column, _texts);
}
