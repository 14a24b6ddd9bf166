using Spoor.Audit.Cognito.Model;
using Spoor.Audit.Coverage;
using Spoor.Audit.Logs;
using Spoor.Audit.Reports;

namespace Spoor.Audit.Cognito.Build;

/// <summary>On which days objects were delivered, by account and region, as far as their names tell.</summary>
internal sealed class DeliveryCalendar
{
    private readonly List<DateOnly> _days;
    private readonly Dictionary<string, DateOnly> _firstDays;
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

        var all = _delivered.Values.SelectMany(days => days).ToHashSet();
        _days = all.Count == 0 ? [] : [.. Days(all.Min(), all.Max(), request)];
        _firstDays = _delivered.GroupBy(place => place.Key.Account, place => place.Value.Min()).ToDictionary(group => group.Key, group => group.Min());
        BeginsBefore = request.From is { } asked && all.Count > 0 && DateOnly.FromDateTime(asked.UtcDateTime) < all.Min().AddDays(-1) ? (asked, all.Min()) : null;
        var inside = all.Where(day => IsInWindow(day, request)).ToList();
        (FirstDay, LastDay) = inside.Count == 0 ? (null, null) : (ReportNumbers.Day(inside.Min()), ReportNumbers.Day(inside.Max()));
    }

    /// <summary>First day of the window with a delivery; null when names tell of none.</summary>
    public string? FirstDay { get; }

    /// <summary>Last such day.</summary>
    public string? LastDay { get; }

    /// <summary>Where the window begins and the first day of which anything was delivered, when that is later; what happens before midnight may be delivered after it.</summary>
    public (DateTimeOffset From, DateOnly FirstDay)? BeginsBefore { get; }

    /// <summary>
    /// Accounts and regions with days of the window on which nothing was delivered, from the account's first delivery on: before that, nobody says that it had a trail.
    /// </summary>
    public IEnumerable<(string Account, string Region, List<DateOnly> Days)> Missing() =>
        from place in _delivered
        let missing = _days.Where(day => day > _firstDays[place.Key.Account] && !place.Value.Contains(day)).ToList()
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

    /// <summary>
    /// The window's days. A delivery on the next day tells that logging went on, so a window without ends is the span of all deliveries. One that ends behind them is not
    /// covered there.
    /// </summary>
    private static IEnumerable<DateOnly> Days(DateOnly first, DateOnly last, CognitoAuditRequest request)
    {
        var end = request.To is { } to ? Later(last, Earlier(DateOnly.FromDateTime(to.UtcDateTime), DateOnly.FromDateTime(request.Clock.GetUtcNow().UtcDateTime).AddDays(-1))) : last;
        return Span(first, end).Where(day => IsInWindow(day, request));
    }

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;

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
