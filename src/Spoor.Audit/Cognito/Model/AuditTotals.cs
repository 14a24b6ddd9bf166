namespace Spoor.Audit.Cognito.Model;

/// <summary>What was read. Objects listed are those left out, read and failed; records read are those in and outside the window.</summary>
/// <param name="ObjectsListed">Objects below the location.</param>
/// <param name="ObjectsLeftOut">Digests, insights and the like.</param>
/// <param name="ObjectsRead">Objects read to their end.</param>
/// <param name="ObjectsFailed">Objects that could not be read and were skipped.</param>
/// <param name="BytesRead">Bytes as stored.</param>
/// <param name="BytesDecompressed">Bytes of JSON.</param>
/// <param name="RecordsRead">Records in all objects.</param>
/// <param name="RecordsSkipped">Records that could not be read.</param>
/// <param name="RecordsInWindow">Of the records read, those of the window; a record without a time is in every window.</param>
/// <param name="ReadFirstTime">Time of the first of all records read, in and outside the window; null when none can be told.</param>
/// <param name="ReadLastTime">Time of the last.</param>
/// <param name="RecordsUsed">Records of the window that the report rests on (Cognito's, calls, configuration), repeated deliveries included. All others were only passed over.</param>
/// <param name="RepeatedRecords">Of these, deliveries of an event that had been delivered already; they count nowhere else.</param>
/// <param name="Aggregates">Of these, summaries of category <c>Aggregated</c>; they are no calls and count nowhere else.</param>
/// <param name="Insights">Of these, insight records; likewise.</param>
/// <param name="RecordsWithoutTime">Of these, records without <c>eventTime</c>, which are in every window.</param>
/// <param name="FirstTime">Time of the first record used.</param>
/// <param name="LastTime">Time of the last.</param>
/// <param name="FirstDay">First day of the window of which objects were delivered, by their names; null when they have none.</param>
/// <param name="LastDay">The last such day.</param>
/// <param name="Seconds">How long the audit took.</param>
public sealed record AuditTotals(
    long ObjectsListed, long ObjectsLeftOut, long ObjectsRead, long ObjectsFailed, long BytesRead, long BytesDecompressed, long RecordsRead, long RecordsSkipped,
    long RecordsInWindow, string? ReadFirstTime, string? ReadLastTime,
    long RecordsUsed, long RepeatedRecords, long Aggregates, long Insights, long RecordsWithoutTime, string? FirstTime, string? LastTime, string? FirstDay, string? LastDay,
    double Seconds);
