namespace Spoor.Audit.Policies;

/// <summary>The columns of Queries/calls.sql.</summary>
internal enum CallColumn
{
    EventId,
    EventTime,
    Service,
    Action,
    Region,
    EventType,
    ErrorCode,
    Request,
    Resources,
    Role,
    Identity,
}
