using Spoor.Audit.Cognito;

namespace Spoor.Audit.Traces;

/// <summary>The small tables of an audit, as a trace needs them. Calls, of which there may be millions, stay in the session.</summary>
internal sealed record TraceTables(
    List<TracedSession> Sessions, List<TracedIssue> Issues, List<TracedUser> Users, List<TracedUserEvent> UserEvents, List<TracedRecord> CognitoEvents, List<TracedRecord> Changes)
{
    public static async Task<TraceTables> ReadAsync(AuditSession session) => new(
        await session.QueryAsync(Statement("sessions"), TracedSession.Read),
        await session.QueryAsync(Statement("issues"), TracedIssue.Read),
        await session.QueryAsync(Statement("users"), TracedUser.Read),
        await session.QueryAsync(Statement("user_events"), TracedUserEvent.Read),
        await session.QueryAsync(Statement("cognito"), TracedRecord.ReadCognito),
        await session.QueryAsync(Statement("changes"), TracedRecord.ReadChange));

    /// <summary>The text of <c>Queries/NAME.sql</c>.</summary>
    public static string Statement(string name) => StatementFile.Read("Traces", name);
}
