namespace Spoor.Audit.Coverage;

/// <summary>The columns of Queries/records.sql.</summary>
internal enum RecordColumn
{
    Object,
    Position,
    EventId,
    Content,
    EventTime,
    Region,
    Account,
}
