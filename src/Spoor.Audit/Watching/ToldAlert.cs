using Microsoft.Data.Sqlite;
using Spoor.Audit.Findings;

namespace Spoor.Audit.Watching;

/// <summary>What was told of one rule, pool, identity and subject: first as a finding, then as its updates.</summary>
/// <param name="Id">Of the finding.</param>
/// <param name="RuleId">Rule.</param>
/// <param name="Pool">Pool; null as long as no record told it.</param>
/// <param name="Identity">Identity; likewise.</param>
/// <param name="Subject">What it is about.</param>
/// <param name="Revision">How often it was told.</param>
/// <param name="EventIds">All evidence that was told so far.</param>
/// <param name="Told">The other members as they were told last; empty when that is not known.</param>
internal sealed record ToldAlert(string Id, string RuleId, string? Pool, string? Identity, string? Subject, long Revision, IReadOnlyList<string> EventIds, string Told)
{
    public static ToldAlert Read(SqliteDataReader reader) => new(
        reader.GetString(0), reader.GetString(1), Text(reader, 2), Text(reader, 3), Text(reader, 4), reader.GetInt64(5), reader.GetString(6).Split('\n', StringSplitOptions.RemoveEmptyEntries),
        reader.GetString(7));

    /// <summary>Whether the finding is this one. A pool or an identity that only later records told makes no other finding of it.</summary>
    public bool IsOf(Finding finding) => Subject == finding.Subject
        && (Pool is null || finding.Pool is null || Pool == finding.Pool)
        && (Identity is null || finding.Identity is null || Identity == finding.Identity)
        && (Subject is not null || (Identity is not null && Identity == finding.Identity) || Pool == finding.Pool);

    private static string? Text(SqliteDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);
}
