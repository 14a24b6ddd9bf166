using Spoor.CloudTrail.Scan.Contract;

namespace Spoor.Engine.Sessions;

/// <summary>The settings under which a statement runs.</summary>
/// <param name="Database">Database of unqualified names, lower-case.</param>
/// <param name="BadData">Fail (as Athena) or skip, count and list.</param>
/// <param name="StartedAt">What <c>now()</c> and <c>NOW</c> of partition projection mean, UTC; null for the time of the run.</param>
public sealed record QuerySession(string Database = "default", BadDataPolicy BadData = BadDataPolicy.Fail, DateTimeOffset? StartedAt = null)
{
    /// <summary>The rows that the session keeps; null where it keeps none.</summary>
    public SessionTables? Tables { get; init; }

    /// <summary>Whether the statistics of a query tell how many of the records that it read repeat an <c>eventID</c>; slower, as every record is walked.</summary>
    public bool CountsDuplicates { get; init; }
}
