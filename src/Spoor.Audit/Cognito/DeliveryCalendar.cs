using Spoor.Audit.Coverage;

namespace Spoor.Audit.Cognito;

/// <summary>On which days objects were delivered, by account and region, as far as their names tell.</summary>
internal sealed class DeliveryCalendar
{
    private readonly List<DateOnly> _days;
    private readonly SortedDictionary<(string Account, string Region), HashSet<DateOnly>> _delivered = [];

    public DeliveryCalendar(CognitoAuditRequest request, LogsListing listing)
    {
        foreach (var (account, region, day) in listing.LogObjects.Select(key => ObjectPlace.Of(listing.Root, key)))
        {
            if (account is not null && region is not null && day is { } date)
            {
                if (!_delivered.TryGetValue((account, region), out var days))
                {
                    _delivered.Add((account, region), days = []);
                }

                days.Add(date);
            }
        }

        // A delivery on the next day tells that logging went on, so the span is that of all deliveries; the window cuts it.
        var all = _delivered.Values.SelectMany(days => days).ToHashSet();
        _days = all.Count == 0 ? [] : [.. Span(all.Min(), all.Max()).Where(day => IsInWindow(day, request))];
        var inside = all.Where(day => IsInWindow(day, request)).ToList();
        (FirstDay, LastDay) = inside.Count == 0 ? (null, null) : (ReportNumbers.Day(inside.Min()), ReportNumbers.Day(inside.Max()));
    }

    /// <summary>First day of the window with a delivery; null when names tell of none.</summary>
    public string? FirstDay { get; }

    /// <summary>Last such day.</summary>
    public string? LastDay { get; }

    /// <summary>Accounts and regions with days of the window on which nothing was delivered, while something was delivered before, after or elsewhere.</summary>
    public IEnumerable<(string Account, string Region, List<DateOnly> Days)> Missing() =>
        from place in _delivered
        let missing = _days.Where(day => !place.Value.Contains(day)).ToList()
        where missing.Count > 0
        select (place.Key.Account, place.Key.Region, missing);

    /// <summary>Days in a row as <c>2025-03-04 to 2025-03-06</c>, at most <paramref name="most"/> such parts.</summary>
    public static string Describe(IReadOnlyList<DateOnly> days, int most)
    {
        var parts = new List<(DateOnly First, DateOnly Last)>();
        foreach (var day in days)
        {
            if (parts.Count > 0 && parts[^1].Last.AddDays(1) == day)
            {
                parts[^1] = (parts[^1].First, day);
            }
            else
            {
                parts.Add((day, day));
            }
        }

        var shown = parts.Take(most).Select(part => part.First == part.Last ? ReportNumbers.Day(part.First) : $"{ReportNumbers.Day(part.First)} to {ReportNumbers.Day(part.Last)}");
        return string.Join(", ", shown) + (parts.Count > most ? " and more" : "");
    }

    private static IEnumerable<DateOnly> Span(DateOnly first, DateOnly last)
    {
        for (var day = first; day <= last; day = day.AddDays(1))
        {
            yield return day;
        }
    }

    private static bool IsInWindow(DateOnly day, CognitoAuditRequest request)
    {
        var begin = new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero);
        return (request.From is not { } from || begin.Date >= from.UtcDateTime.Date) && (request.To is not { } to || begin < to);
    }
}
