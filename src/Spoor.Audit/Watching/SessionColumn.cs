namespace Spoor.Audit.Watching;

/// <summary>The columns of Queries/sessions.sql.</summary>
internal enum SessionColumn
{
    AccessKeyId,
    Pool,
    Identity,
    Access,
    Role,
    SessionName,
    Depth,
    ParentKey,
    Flow,
    IssueEventId,
    BeginTime,
    Expiration,
    Certainty,
    SourceIp,
}
