using Spoor.Audit.Logs;

namespace Spoor.Audit.Traces;

/// <summary>A row of Queries/sessions.sql.</summary>
internal sealed record TracedSession(
    string Key, string? Pool, string? Identity, string? Access, string? Role, string? Name, int Depth, string? ParentKey, string? Flow, string? IssueEventId, string? IssuedTime, string? Expiration,
    string? FirstTime, string? LastTime, long Calls, long Errors, string Certainty, string? SourceIp)
{
    public static TracedSession Read(AnswerRow<SessionColumn> row) => new(
        Key: row.Name(SessionColumn.AccessKeyId),
        Pool: row.Text(SessionColumn.Pool),
        Identity: row.Text(SessionColumn.Identity),
        Access: row.Text(SessionColumn.Access),
        Role: row.Text(SessionColumn.Role),
        Name: row.Text(SessionColumn.SessionName),
        Depth: (int)row.Number(SessionColumn.Depth),
        ParentKey: row.Text(SessionColumn.ParentKey),
        Flow: row.Text(SessionColumn.Flow),
        IssueEventId: row.Text(SessionColumn.IssueEventId),
        IssuedTime: row.Text(SessionColumn.IssuedTime),
        Expiration: row.Text(SessionColumn.Expiration),
        FirstTime: row.Text(SessionColumn.FirstTime),
        LastTime: row.Text(SessionColumn.LastTime),
        Calls: row.Number(SessionColumn.Calls),
        Errors: row.Number(SessionColumn.Errors),
        Certainty: row.Name(SessionColumn.Certainty),
        SourceIp: row.Text(SessionColumn.SourceIp));
}

/// <summary>A row of Queries/issues.sql.</summary>
internal sealed record TracedIssue(
    string EventId, string? CognitoEventId, string? StsEventId, string? Time, string Flow, string? Pool, string? Identity, string? Role, string? SessionName, string? Key, string? ErrorCode, string? SourceIp)
{
    public IEnumerable<string> EventIds => ((string?[])[CognitoEventId, StsEventId]).OfType<string>().DefaultIfEmpty(EventId);

    public static TracedIssue Read(AnswerRow<IssueColumn> row) => new(
        EventId: row.Name(IssueColumn.EventId),
        CognitoEventId: row.Text(IssueColumn.CognitoEventId),
        StsEventId: row.Text(IssueColumn.StsEventId),
        Time: row.Text(IssueColumn.EventTime),
        Flow: row.Name(IssueColumn.Flow),
        Pool: row.Text(IssueColumn.Pool),
        Identity: row.Text(IssueColumn.Identity),
        Role: row.Text(IssueColumn.Role),
        SessionName: row.Text(IssueColumn.SessionName),
        Key: row.Text(IssueColumn.AccessKeyId),
        ErrorCode: row.Text(IssueColumn.ErrorCode),
        SourceIp: row.Text(IssueColumn.SourceIp));
}

/// <summary>A row of Queries/users.sql.</summary>
internal sealed record TracedUser(string Identity, string? Pool, string? UserPool, string Sub, string EventId)
{
    public static TracedUser Read(AnswerRow<UserColumn> row) => new(
        Identity: row.Name(UserColumn.Identity),
        Pool: row.Text(UserColumn.Pool),
        UserPool: row.Text(UserColumn.UserPool),
        Sub: row.Name(UserColumn.UserSub),
        EventId: row.Name(UserColumn.EventId));
}

/// <summary>A row of Queries/user_events.sql.</summary>
internal sealed record TracedUserEvent(string EventId, string? Time, string Action, string? ErrorCode, string? SourceIp, string? UserPool, string? Sub, string? Name)
{
    public static TracedUserEvent Read(AnswerRow<UserEventColumn> row) => new(
        EventId: row.Name(UserEventColumn.EventId),
        Time: row.Text(UserEventColumn.EventTime),
        Action: row.Name(UserEventColumn.Action),
        ErrorCode: row.Text(UserEventColumn.ErrorCode),
        SourceIp: row.Text(UserEventColumn.SourceIp),
        UserPool: row.Text(UserEventColumn.UserPool),
        Sub: row.Text(UserEventColumn.UserSub),
        Name: row.Text(UserEventColumn.UserName));
}

/// <summary>A row of Queries/calls.sql.</summary>
internal sealed record TracedCall(
    string EventId, string? Time, string Service, string Action, string? ErrorCode, string? SourceIp, string? Key, string? Role, string? Pool, string? Identity, string Via, string Certainty,
    string? SessionName, string? AskedRole, string? IssuedKey)
{
    public static TracedCall Read(AnswerRow<CallColumn> row) => new(
        EventId: row.Name(CallColumn.EventId),
        Time: row.Text(CallColumn.EventTime),
        Service: row.Name(CallColumn.Service),
        Action: row.Name(CallColumn.Action),
        ErrorCode: row.Text(CallColumn.ErrorCode),
        SourceIp: row.Text(CallColumn.SourceIp),
        Key: row.Text(CallColumn.AccessKeyId),
        Role: row.Text(CallColumn.Role),
        Pool: row.Text(CallColumn.Pool),
        Identity: row.Text(CallColumn.Identity),
        Via: row.Name(CallColumn.Via),
        Certainty: row.Name(CallColumn.Certainty),
        SessionName: row.Text(CallColumn.SessionName),
        AskedRole: row.Text(CallColumn.AskedRole),
        IssuedKey: row.Text(CallColumn.IssuedKey));
}

/// <summary>A row of Queries/cognito.sql or changes.sql.</summary>
internal sealed record TracedRecord(string EventId, string? Time, string Service, string Action, string? ErrorCode, string? SourceIp, string? Pool, string? Identity, string? Role, string? Caller)
{
    public static TracedRecord ReadCognito(AnswerRow<CognitoColumn> row) => new(
        EventId: row.Name(CognitoColumn.EventId),
        Time: row.Text(CognitoColumn.EventTime),
        Service: "cognito-identity.amazonaws.com",
        Action: row.Name(CognitoColumn.Action),
        ErrorCode: row.Text(CognitoColumn.ErrorCode),
        SourceIp: row.Text(CognitoColumn.SourceIp),
        Pool: row.Text(CognitoColumn.Pool),
        Identity: row.Text(CognitoColumn.Identity),
        Role: null,
        Caller: null);

    public static TracedRecord ReadChange(AnswerRow<ChangeColumn> row) => new(
        EventId: row.Name(ChangeColumn.EventId),
        Time: row.Text(ChangeColumn.EventTime),
        Service: row.Name(ChangeColumn.Service),
        Action: row.Name(ChangeColumn.Action),
        ErrorCode: row.Text(ChangeColumn.ErrorCode),
        SourceIp: row.Text(ChangeColumn.SourceIp),
        Pool: row.Text(ChangeColumn.Pool),
        Identity: null,
        Role: row.Text(ChangeColumn.Role),
        Caller: row.Text(ChangeColumn.CallerArn));
}
