namespace Spoor.Audit.Traces;

/// <summary>A row of Queries/sessions.sql.</summary>
internal sealed record TracedSession(
    string Key, string? Pool, string? Identity, string? Access, string? Role, string? Name, int Depth, string? ParentKey, string? Flow, string? IssueEventId, string? IssuedTime, string? Expiration,
    string? FirstTime, string? LastTime, long Calls, long Errors, string Certainty, string? SourceIp)
{
    public static TracedSession Read(AuditRow row) => new(
        row.Name(0), row.Text(1), row.Text(2), row.Text(3), row.Text(4), row.Text(5), (int)row.Number(6), row.Text(7), row.Text(8), row.Text(9), row.Text(10), row.Text(11),
        row.Text(12), row.Text(13), row.Number(14), row.Number(15), row.Name(16), row.Text(17));
}

/// <summary>A row of Queries/issues.sql.</summary>
internal sealed record TracedIssue(
    string EventId, string? CognitoEventId, string? StsEventId, string? Time, string Flow, string? Pool, string? Identity, string? Role, string? SessionName, string? Key, string? ErrorCode, string? SourceIp)
{
    public IEnumerable<string> EventIds => ((string?[])[CognitoEventId, StsEventId]).OfType<string>().DefaultIfEmpty(EventId);

    public static TracedIssue Read(AuditRow row) => new(
        row.Name(0), row.Text(1), row.Text(2), row.Text(3), row.Name(4), row.Text(5), row.Text(6), row.Text(7), row.Text(8), row.Text(9), row.Text(10), row.Text(11));
}

/// <summary>A row of Queries/users.sql.</summary>
internal sealed record TracedUser(string Identity, string? Pool, string? UserPool, string Sub, string EventId)
{
    public static TracedUser Read(AuditRow row) => new(row.Name(0), row.Text(1), row.Text(2), row.Name(3), row.Name(4));
}

/// <summary>A row of Queries/user_events.sql.</summary>
internal sealed record TracedUserEvent(string EventId, string? Time, string Action, string? ErrorCode, string? SourceIp, string? UserPool, string? Sub, string? Name)
{
    public static TracedUserEvent Read(AuditRow row) => new(row.Name(0), row.Text(1), row.Name(2), row.Text(3), row.Text(4), row.Text(5), row.Text(6), row.Text(7));
}

/// <summary>A row of Queries/calls.sql.</summary>
internal sealed record TracedCall(
    string EventId, string? Time, string Service, string Action, string? ErrorCode, string? SourceIp, string? Key, string? Role, string? Pool, string? Identity, string Via, string Certainty,
    string? SessionName, string? AskedRole, string? IssuedKey)
{
    public static TracedCall Read(AuditRow row) => new(
        row.Name(0), row.Text(1), row.Name(2), row.Name(3), row.Text(4), row.Text(5), row.Text(6), row.Text(7), row.Text(8), row.Text(9), row.Name(10), row.Name(11), row.Text(12), row.Text(13), row.Text(14));
}

/// <summary>A row of Queries/cognito.sql or changes.sql.</summary>
internal sealed record TracedRecord(string EventId, string? Time, string Service, string Action, string? ErrorCode, string? SourceIp, string? Pool, string? Identity, string? Role, string? Caller)
{
    public static TracedRecord ReadCognito(AuditRow row) => new(
        row.Name(0), row.Text(1), "cognito-identity.amazonaws.com", row.Name(2), row.Text(3), row.Text(4), row.Text(5), row.Text(6), null, null);

    public static TracedRecord ReadChange(AuditRow row) => new(
        row.Name(0), row.Text(1), row.Name(2), row.Name(3), row.Text(4), row.Text(5), row.Text(6), null, row.Text(7), row.Text(8));
}
