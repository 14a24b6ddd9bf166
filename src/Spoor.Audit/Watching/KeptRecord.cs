using Spoor.Audit.Logs;

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
        RecordId: row.Name(KeptColumns.PlaceOf(KeptFact.RecordId)),
        Time: row.Text(KeptColumns.PlaceOf(KeptFact.Time)),
        IssuedKey: row.Text(KeptColumns.PlaceOf(KeptFact.IssuedKey)),
        StatedKey: row.Text(KeptColumns.PlaceOf(KeptFact.StatedKey)),
        IsConfiguration: row.IsTrue(KeptColumns.PlaceOf(KeptFact.IsConfiguration)),
        Json: KeptColumns.Write(row));
}
