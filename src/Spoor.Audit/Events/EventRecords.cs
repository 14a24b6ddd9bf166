using Spoor.Audit.Cognito;

namespace Spoor.Audit.Events;

/// <summary>The records of events that have several: what was corrected and its correction, and a call's record in another account. Each is evidence.</summary>
internal sealed class EventRecords
{
    private readonly Dictionary<string, List<string>> _records = new(StringComparer.Ordinal);

    private EventRecords()
    {
    }

    /// <summary>Every event has one record.</summary>
    public static EventRecords None { get; } = new();

    /// <summary>Reads them from the session's tables.</summary>
    public static async Task<EventRecords> ReadAsync(AuditSession session)
    {
        var records = new EventRecords();
        await session.ForEachAsync(EventTables.Statement("event_records"), row =>
        {
            if (!records._records.TryGetValue(row.Name(0), out var ids))
            {
                records._records.Add(row.Name(0), ids = []);
            }

            ids.Add(row.Name(1));
        });
        return records;
    }

    /// <summary>Ids of all records of an event; of most it is the event's own.</summary>
    public IEnumerable<string> Of(string eventId) => _records.TryGetValue(eventId, out var ids) ? ids : [eventId];
}
