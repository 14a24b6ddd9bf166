using System.Text.Json;
using Spoor.Core.Collections;
using Spoor.Engine;
using Spoor.Engine.Sessions;
using Spoor.Sql.Syntax.Printing;

namespace Spoor.Audit.Events;

/// <summary>A record and where it lies.</summary>
/// <param name="EventId">Its <c>eventID</c>.</param>
/// <param name="Json">The record as it was written.</param>
/// <param name="Object">Full name of the object.</param>
/// <param name="ByteOffset">Where the record begins in the decompressed object.</param>
public sealed record FoundEvent(string EventId, string Json, string Object, long ByteOffset)
{
    // What a reader looks for first; all else follows as the record has it.
    private static readonly string[] s_first =
    [
        "eventTime", "eventName", "eventSource", "errorCode", "errorMessage", "userIdentity", "sourceIPAddress", "userAgent", "awsRegion", "recipientAccountId", "requestParameters", "responseElements",
    ];

    /// <summary>Writes the record for people: indented, what matters first, nothing changed or left out.</summary>
    public void Write(Utf8JsonWriter output)
    {
        using var document = JsonDocument.Parse(Json, new JsonDocumentOptions { MaxDepth = 1000 });
        output.WriteStartObject();
        foreach (var member in document.RootElement.EnumerateObject().OrderBy(member => Array.IndexOf(s_first, member.Name) is >= 0 and var place ? place : s_first.Length))
        {
            member.WriteTo(output);
        }

        output.WriteEndObject();
    }
}

/// <summary>Finds records by <c>eventID</c>, or by how one begins.</summary>
public static class EventSearch
{
    private enum EventColumn
    {
        EventId,
        Record,
        Path,
        Offset,
    }

    /// <summary>The records in the table <c>cloudtrail</c> of named logs, in the order of their objects; those of the whole id alone, if there are any.</summary>
    /// <param name="engine">Has the table.</param>
    /// <param name="id">The id or its beginning.</param>
    /// <param name="session">Settings.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The records, and how many were read.</returns>
    /// <exception cref="Core.Errors.QueryException">The logs cannot be read.</exception>
    public static async Task<(ValueList<FoundEvent> Events, long RecordsRead)> FindAsync(QueryEngine engine, string id, QuerySession session, CancellationToken cancellationToken)
    {
        var pattern = $"{id.Replace("!", "!!", StringComparison.Ordinal).Replace("%", "!%", StringComparison.Ordinal).Replace("_", "!_", StringComparison.Ordinal)}%";
        SqlFragment sql = $"""SELECT eventid AS event_id, record, "$path" AS path, "$record_offset" AS "offset" FROM cloudtrail WHERE eventid LIKE {pattern} ESCAPE '!' ORDER BY 3, 4""";
        var events = new List<FoundEvent>();
        await using var result = await engine.ExecuteAsync(sql.ToString(), session, cancellationToken);
        await foreach (var batch in result.Batches.WithCancellation(cancellationToken))
        {
            for (var row = 0; row < batch.RowCount; row++)
            {
                string Text(EventColumn column) => batch.GetText((int)column, row) ?? "";
                events.Add(new FoundEvent(Text(EventColumn.EventId), Text(EventColumn.Record), Text(EventColumn.Path), long.Parse(Text(EventColumn.Offset), System.Globalization.CultureInfo.InvariantCulture)));
            }
        }

        var whole = events.Where(found => found.EventId == id).ToValueList();
        return (whole.Count > 0 ? whole : events.ToValueList(), result.Statistics.RecordsRead);
    }
}
