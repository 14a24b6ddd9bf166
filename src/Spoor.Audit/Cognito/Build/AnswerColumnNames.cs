namespace Spoor.Audit.Cognito.Build;

/// <summary>The columns of Queries/totals.sql.</summary>
internal enum TotalsColumn
{
    Records,
    RepeatedRecords,
    Aggregates,
    Insights,
    WithoutTime,
    FirstTime,
    LastTime,
    WithoutId,
    ConflictingIds,
    Corrected,
    Copies,
}

/// <summary>The columns of Queries/evidence.sql.</summary>
internal enum EvidenceColumn
{
    Pool,
    Action,
    Events,
    Errors,
    FirstTime,
    LastTime,
}

/// <summary>The columns of Queries/pool_facts.sql.</summary>
internal enum PoolFactColumn
{
    Pool,
    Account,
    HasDataEvents,
    Flows,
}

/// <summary>The columns of Queries/first_events.sql.</summary>
internal enum FirstEventColumn
{
    Pool,
    EventId,
}

/// <summary>The columns of Queries/sources.sql.</summary>
internal enum SourceColumn
{
    Pool,
    SourceIp,
    UserAgent,
    Issues,
    Calls,
    FirstTime,
    LastTime,
}

/// <summary>The columns of Queries/evidence_events.sql.</summary>
internal enum EvidenceEventColumn
{
    EventId,
    EventTime,
    Action,
    Pool,
    Identity,
    Account,
    SourceIp,
    ErrorCode,
    ErrorMessage,
}

/// <summary>The columns of Queries/issue_list.sql.</summary>
internal enum IssueColumn
{
    EventTime,
    Flow,
    Pool,
    Identity,
    Access,
    Account,
    Region,
    Role,
    SessionName,
    AccessKeyId,
    Expiration,
    SourceIp,
    UserAgent,
    ErrorCode,
    Calls,
    CognitoEventId,
    StsEventId,
    OtherEventIds,
    OtherIdentities,
    ErrorMessage,
}

/// <summary>The columns of Queries/session_list.sql.</summary>
internal enum SessionColumn
{
    AccessKeyId,
    Certainty,
    Depth,
    ParentKey,
    Flow,
    Pool,
    Identity,
    Access,
    Role,
    SessionName,
    IssuedTime,
    Expiration,
    SourceIp,
    FirstTime,
    LastTime,
    Calls,
    Errors,
    CognitoEventId,
    IssueEventId,
    FirstCallEventId,
    OtherEventIds,
}

/// <summary>The columns of Queries/use_list.sql.</summary>
internal enum UseColumn
{
    EventId,
    EventTime,
    Via,
    Certainty,
    Depth,
    Pool,
    Identity,
    Access,
    Account,
    CallerAccount,
    Region,
    Role,
    OriginRole,
    SessionName,
    AccessKeyId,
    IssueEventId,
    Service,
    Action,
    ReadOnly,
    SourceIp,
    UserAgent,
    InvokedBy,
    ErrorCode,
    AskedRole,
    IssuedKey,
    StatedMethods,
}

/// <summary>The columns of Queries/actions.sql.</summary>
internal enum ActionColumn
{
    Certainty,
    Role,
    Service,
    Action,
    Calls,
    Errors,
    FirstTime,
    LastTime,
}

/// <summary>The columns of Queries/identities.sql.</summary>
internal enum IdentityColumn
{
    Pool,
    Identity,
    Access,
    Issues,
    Calls,
    FirstTime,
    LastTime,
}

/// <summary>The columns of Queries/providers.sql.</summary>
internal enum ProviderColumn
{
    Identity,
    Logins,
    Methods,
}

/// <summary>The columns of Queries/users.sql.</summary>
internal enum UserColumn
{
    Identity,
    UserPool,
    UserSub,
    EventId,
}

/// <summary>The columns of Queries/sign_ins.sql.</summary>
internal enum SignInColumn
{
    EventId,
    EventTime,
    Action,
    EventType,
    UserPool,
    UserSub,
    UserName,
    Identity,
    Pool,
    SourceIp,
    UserAgent,
    ErrorCode,
}

/// <summary>The columns of Queries/config_list.sql.</summary>
internal enum ConfigColumn
{
    EventId,
    EventTime,
    InWindow,
    Service,
    Action,
    Account,
    Pool,
    Role,
    UserPool,
    CallerArn,
    SourceIp,
    Request,
    ErrorCode,
}

/// <summary>The columns of Queries/dormant.sql.</summary>
internal enum DormantColumn
{
    Kind,
    Name,
    KnownPool,
    EventTime,
    EventId,
    LastKind,
}

/// <summary>The columns of Queries/known_names.sql.</summary>
internal enum NameColumn
{
    Kind,
    Name,
}
