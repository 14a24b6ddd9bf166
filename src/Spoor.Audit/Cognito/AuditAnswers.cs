namespace Spoor.Audit.Cognito;

/// <summary>The answers of which a report is made, as the statements give them.</summary>
internal sealed record AuditAnswers(
    WindowTotals Totals,
    List<PoolEvidence> PoolEvidence,
    List<EvidenceEvent> Evidence,
    List<IssueEvent> Issues,
    List<UseRow> Uses,
    List<ActionRow> Actions,
    List<IdentityRow> Identities,
    List<ProviderRow> Providers,
    List<string> Conflicts)
{
    public static async Task<AuditAnswers> ReadAsync(AuditSession session) => new(
        (await session.ReadAsync("totals", row => new WindowTotals(
            row.Number(0), row.Number(1), row.Number(2), row.Number(3), row.Number(4), row.Text(5), row.Text(6))))[0],
        await session.ReadAsync("evidence", row => new PoolEvidence(
            row.Name(0), row.Name(1), row.IsTrue(2), row.Text(3), row.Number(4), row.Number(5), row.Text(6), row.Text(7))),
        await session.ReadAsync("evidence_events", row => new EvidenceEvent(
            row.Name(0), row.Text(1), row.Name(2), row.Text(3), row.Text(4), row.Text(5), row.Text(6))),
        await session.ReadAsync("issue_list", row => new IssueEvent(
            [.. ((string?[])[row.Text(9), row.Text(10)]).OfType<string>()],
            row.Text(0), row.Name(1), row.Text(2), row.Text(3), row.Text(4), row.Text(5), row.Text(6), row.Text(7), row.Text(8), row.Number(11))),
        await session.ReadAsync("use_list", row => new UseRow(
            new UseEvent(row.Name(1), row.Text(0), row.Name(2), row.Text(4), row.Text(5), row.Text(6), row.Text(7), row.Text(8), row.Text(9), row.Text(10), row.Text(11), row.Text(12)),
            (int)row.Number(3), row.Text(13), row.Text(14))),
        await session.ReadAsync("actions", row => new ActionRow(
            row.Name(0), row.Name(1), new ActionReport(row.Name(2), row.Name(3), row.Number(4), row.Number(5), row.Text(6), row.Text(7)))),
        await session.ReadAsync("identities", row => new IdentityRow(
            row.Text(0), row.Name(1), (int)row.Number(2), row.Number(3), row.Number(4), row.Text(5), row.Text(6))),
        await session.ReadAsync("providers", row => new ProviderRow(row.Name(0), row.Text(1), row.Text(2))),
        await session.ReadAsync("conflicts", row => row.Name(0)));
}

/// <summary>What the window holds.</summary>
internal sealed record WindowTotals(long Records, long Repeated, long Aggregates, long Insights, long WithoutTime, string? FirstTime, string? LastTime);

/// <summary>Cognito's records of one pool and action.</summary>
internal sealed record PoolEvidence(string Pool, string Action, bool IsData, string? Account, long Events, long Errors, string? FirstTime, string? LastTime);

/// <summary>A call, how many role chains lie before it, and (for AssumeRole) the role it asked for and the key it was given.</summary>
internal sealed record UseRow(UseEvent Use, int Depth, string? AskedRole, string? IssuedKey);

/// <summary>Calls of one certainty, role and action.</summary>
internal sealed record ActionRow(string Certainty, string Role, ActionReport Action);

/// <summary>An identity; access is 2 for signed in, 1 for guest, 0 for unknown.</summary>
internal sealed record IdentityRow(string? Pool, string Identity, int Access, long Issues, long Calls, string? FirstTime, string? LastTime);

/// <summary>JSON texts that name an identity's providers.</summary>
internal sealed record ProviderRow(string Identity, string? Logins, string? Methods);
