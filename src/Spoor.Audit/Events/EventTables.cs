using Spoor.Audit.Logs;
using Spoor.Sql.Syntax.Printing;

namespace Spoor.Audit.Events;

/// <summary>From table <c>records</c> to <c>events</c>: each event once, whatever was delivered again, corrected or recorded in another account too.</summary>
/// <remarks>
/// Which records are one record, the scan has decided (<c>"$event_id"</c>, <c>"$event_content"</c>). <c>records</c> has columns record_id, content, object, position, event_time,
/// service, action, category, account, caller_type, caller_account, access_key_id, request_id, request, shared_event_id, original_event_id, original_request_id, and others, which
/// <c>events</c> gets with event_id and counts.
/// </remarks>
internal static class EventTables
{
    /// <summary>The tables between, in the order in which they are made.</summary>
    public static string[] Names { get; } = ["shared_ids", "shared_records", "corrections", "settled_records"];

    /// <summary>The text of <c>Queries/NAME.sql</c>.</summary>
    public static SqlFragment Statement(string name) => StatementTemplate.Beside(typeof(EventTables), name).Fill();

    /// <summary>Makes the tables and defines <c>events</c>.</summary>
    public static async Task KeepAsync(LogsSession session)
    {
        foreach (var name in Names)
        {
            await session.KeepAsync(name, Statement(name));
        }

        session.Define("events", Statement("events"));
    }
}
