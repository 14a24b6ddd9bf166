using Spoor.Audit.Logs;

namespace Spoor.Audit.Policies;

/// <summary>A row of Queries/calls.sql.</summary>
/// <param name="EventId">Id of the record.</param>
/// <param name="Time">When.</param>
/// <param name="Service">Event source.</param>
/// <param name="Action">Event name.</param>
/// <param name="Region">Region.</param>
/// <param name="EventType">Event type.</param>
/// <param name="ErrorCode">Error; null for a success.</param>
/// <param name="Request">JSON text of the parameters.</param>
/// <param name="Resources">JSON text of the resources.</param>
/// <param name="Role">ARN of the role.</param>
/// <param name="Identity">Pool identity that the record states.</param>
internal sealed record RoleCall(
    string EventId, string? Time, string Service, string Action, string? Region, string? EventType, string? ErrorCode, string? Request, string? Resources, string Role, string? Identity)
{
    /// <summary>Source and name, as the report shows calls.</summary>
    public string Event => $"{Service} {Action}";

    /// <summary>Events of a service's own, and sign-ins, are no calls of the API.</summary>
    public bool IsApiCall => EventType is null or "AwsApiCall" or "AwsVpceEvent" or "AwsConsoleAction";

    public static RoleCall Read(AnswerRow<CallColumn> row) => new(
        EventId: row.Name(CallColumn.EventId),
        Time: row.Text(CallColumn.EventTime),
        Service: row.Name(CallColumn.Service),
        Action: row.Name(CallColumn.Action),
        Region: row.Text(CallColumn.Region),
        EventType: row.Text(CallColumn.EventType),
        ErrorCode: row.Text(CallColumn.ErrorCode),
        Request: row.Text(CallColumn.Request),
        Resources: row.Text(CallColumn.Resources),
        Role: row.Name(CallColumn.Role),
        Identity: row.Text(CallColumn.Identity));
}
