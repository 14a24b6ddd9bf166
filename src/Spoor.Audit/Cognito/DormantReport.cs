namespace Spoor.Audit.Cognito;

/// <summary>A pool or role that is known from configuration or earlier records, and handed out or did nothing in the window.</summary>
/// <param name="Kind"><c>pool</c> or <c>role</c>.</param>
/// <param name="Name">Id of the pool, ARN of the role.</param>
/// <param name="Pool">Of a role: a pool that gives it.</param>
/// <param name="LastTime">Time of the last record that names it.</param>
/// <param name="EventId">That record.</param>
public sealed record DormantReport(string Kind, string Name, string? Pool, string? LastTime, string EventId);
