using Spoor.Audit.Logs;
using Spoor.Sql.Syntax.Printing;

namespace Spoor.Audit.Traces;

/// <summary>The small tables of an audit, as a trace needs them. Calls, of which there may be millions, stay in the session.</summary>
internal sealed record TraceTables(
    List<TracedSession> Sessions, List<TracedIssue> Issues, List<TracedUser> Users, List<TracedUserEvent> UserEvents, List<TracedRecord> CognitoEvents, List<TracedRecord> Changes)
{
    public static async Task<TraceTables> ReadAsync(IAnswers answers) => new(
        await answers.ReadAsync<SessionColumn, TracedSession>(Statement("sessions"), TracedSession.Read),
        await answers.ReadAsync<IssueColumn, TracedIssue>(Statement("issues"), TracedIssue.Read),
        await answers.ReadAsync<UserColumn, TracedUser>(Statement("users"), TracedUser.Read),
        await answers.ReadAsync<UserEventColumn, TracedUserEvent>(Statement("user_events"), TracedUserEvent.Read),
        await answers.ReadAsync<CognitoColumn, TracedRecord>(Statement("cognito"), TracedRecord.ReadCognito),
        await answers.ReadAsync<ChangeColumn, TracedRecord>(Statement("changes"), TracedRecord.ReadChange));

    /// <summary>The text of <c>Queries/NAME.sql</c>.</summary>
    public static SqlFragment Statement(string name, params (string Name, SqlFragment Sql)[] values) => StatementTemplate.Beside(typeof(TraceTables), name).Fill(values);
}
