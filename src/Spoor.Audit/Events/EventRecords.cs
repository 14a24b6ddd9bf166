using Spoor.Audit.Logs;

namespace Spoor.Audit.Events;

/// <summary>The records of events that have several: what was corrected and its correction, and a call's record in another account. Each is evidence.</summary>
internal sealed class EventRecords
{
    private readonly Dictionary<string, List<string>> _records = new(StringComparer.Ordinal);

    private EventRecords()
    {
    }

    private enum Column
    {
        EventId,
        RecordId,
    }

    /// <summary>Every event has one record.</summary>
    public static EventRecords None { get; } = new();

    /// <summary>Reads them from the session's tables.</summary>
    public static async Task<EventRecords> ReadAsync(IAnswers answers)
    {
        var records = new EventRecords();
        await answers.ForEachAsync<Column>(EventTables.Statement("event_records"), row =>
        {
            if (!records._records.TryGetValue(row.Name(Column.EventId), out var ids))
            {
                records._records.Add(row.Name(Column.EventId), ids = []);
            }

            ids.Add(row.Name(Column.RecordId));
        });
        return records;
    }

    /// <summary>Ids of all records of an event; of most it is the event's own.</summary>
    public IEnumerable<string> Of(string eventId) => _records.TryGetValue(eventId, out var ids) ? ids : [eventId];
}
