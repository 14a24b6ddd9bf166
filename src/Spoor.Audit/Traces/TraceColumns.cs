namespace Spoor.Audit.Traces;

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
    IssuedTime,
    Expiration,
    FirstTime,
    LastTime,
    Calls,
    Errors,
    Certainty,
    SourceIp,
}

/// <summary>The columns of Queries/issues.sql.</summary>
internal enum IssueColumn
{
    EventId,
    CognitoEventId,
    StsEventId,
    EventTime,
    Flow,
    Pool,
    Identity,
    Role,
    SessionName,
    AccessKeyId,
    ErrorCode,
    SourceIp,
}

/// <summary>The columns of Queries/users.sql.</summary>
internal enum UserColumn
{
    Identity,
    Pool,
    UserPool,
    UserSub,
    EventId,
}

/// <summary>The columns of Queries/user_events.sql.</summary>
internal enum UserEventColumn
{
    EventId,
    EventTime,
    Action,
    ErrorCode,
    SourceIp,
    UserPool,
    UserSub,
    UserName,
}

/// <summary>The columns of Queries/calls.sql.</summary>
internal enum CallColumn
{
    EventId,
    EventTime,
    Service,
    Action,
    ErrorCode,
    SourceIp,
    AccessKeyId,
    Role,
    Pool,
    Identity,
    Via,
    Certainty,
    SessionName,
    AskedRole,
    IssuedKey,
}

/// <summary>The columns of Queries/cognito.sql.</summary>
internal enum CognitoColumn
{
    EventId,
    EventTime,
    Action,
    ErrorCode,
    SourceIp,
    Pool,
    Identity,
}

/// <summary>The columns of Queries/changes.sql.</summary>
internal enum ChangeColumn
{
    EventId,
    EventTime,
    Service,
    Action,
    ErrorCode,
    SourceIp,
    Pool,
    Role,
    CallerArn,
}
