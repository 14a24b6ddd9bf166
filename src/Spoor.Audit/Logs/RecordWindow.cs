using System.Globalization;
using Spoor.CloudTrail.Scan.Contract;
using Spoor.Sql.Syntax.Printing;

namespace Spoor.Audit.Logs;

/// <summary>A span of time, either end of which may be open, in every form in which records are asked whether they lie in it: in SQL, in the scan, as objects, one by one.</summary>
/// <remarks>A record without a time lies in every window: nobody knows when it was made.</remarks>
/// <param name="From">Its first instant; null for none. Records tell whole seconds, and fractions are cut off.</param>
/// <param name="To">The first instant behind it; null for none.</param>
internal readonly record struct RecordWindow(DateTimeOffset? From, DateTimeOffset? To)
{
    private const string DeliveryMinute = "yyyyMMdd'T'HHmm";

    /// <summary>Its ends as records write times; empty for no such end.</summary>
    public (string From, string To) Texts => (Text(From) ?? "", Text(To) ?? "");

    /// <summary>The condition that a column's time lies in it. Where there is no bound there is no condition, so that the scan need not look for the time.</summary>
    public SqlFragment Condition(SqlFragment column) => (Text(From), Text(To)) switch
    {
        (null, null) => $"true",
        ({ } from, null) => $"({column} >= {from} OR {column} IS NULL)",
        (null, { } to) => $"({column} < {to} OR {column} IS NULL)",
        var (from, to) => $"({column} >= {from} AND {column} < {to} OR {column} IS NULL)",
    };

    /// <summary>The condition that a column's day of delivery may be that of a record of the window: none is delivered before it was made. It prunes, where the condition on times decides.</summary>
    public SqlFragment DeliveryCondition(SqlFragment day) => From is { } from
        ? SqlFragment.Of($"({day} >= CAST({from.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)} AS date) OR {day} IS NULL)")
        : SqlFragment.Of($"true");

    /// <summary>The same of a record's leaf, for the scan; all must hold.</summary>
    public IEnumerable<ScanFilter> Filters(ScanLeaf time)
    {
        if (Text(From) is { } from)
        {
            yield return new AnyOf([new LeafRange(time, new TextBound(from, IsInclusive: true), null), new LeafIsNull(time)]);
        }

        if (Text(To) is { } to)
        {
            yield return new AnyOf([new LeafRange(time, null, new TextBound(to, IsInclusive: false)), new LeafIsNull(time)]);
        }
    }

    /// <summary>The same of a time as a record writes it.</summary>
    public bool Holds(string? time) =>
        time is null || ((Text(From) is not { } from || string.CompareOrdinal(time, from) >= 0) && (Text(To) is not { } to || string.CompareOrdinal(time, to) < 0));

    /// <summary>Whether an object may hold records of it: none is delivered before it was made.</summary>
    /// <param name="deliveryTime">The time in the object's name, <c>20250304T1205Z</c>, perhaps with seconds; empty where it has none, as it may then be of any time.</param>
    public bool MayHold(string deliveryTime) =>
        From?.UtcDateTime.ToString(DeliveryMinute, CultureInfo.InvariantCulture) is not { } earliest || deliveryTime.Length < earliest.Length || string.CompareOrdinal(deliveryTime[..earliest.Length], earliest) >= 0;

    private static string? Text(DateTimeOffset? time) => time is { } known ? AuditTime.Text(known) : null;
}
