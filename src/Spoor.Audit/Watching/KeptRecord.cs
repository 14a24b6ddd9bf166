namespace Spoor.Audit.Watching;

/// <summary>A record that is kept, because it belongs to a pool or may explain one.</summary>
/// <param name="RecordId">What only copies of it have: its id with what it tells, or its place.</param>
/// <param name="Time">When; null where it does not say.</param>
/// <param name="IssuedKey">The key that it handed out.</param>
/// <param name="StatedKey">The caller's key where the record states a pool.</param>
/// <param name="IsConfiguration">It changes what pools or roles are, and is never forgotten.</param>
/// <param name="Json">The record, with the members that the audit reads, secrets masked.</param>
internal sealed record KeptRecord(string RecordId, string? Time, string? IssuedKey, string? StatedKey, bool IsConfiguration, string Json)
{
    public static KeptRecord Read(AuditRow row) => new(
        row.Name(KeptColumns.Count),
        row.Text(KeptColumns.Count + 1),
        row.Text(KeptColumns.Count + 2),
        row.Text(KeptColumns.Count + 3),
        row.IsTrue(KeptColumns.Count + 4),
        KeptColumns.Write(row));
}
