using System.Globalization;
using Spoor.Audit.Reports.Html;
using static Spoor.Audit.Reports.ReportNumbers;

namespace Spoor.Audit.Coverage;

/// <summary>Draws the days of one account and region as calendars of weeks, in SVG. All regions of a report share the days, so that gaps can be compared.</summary>
internal sealed class CoverageCalendar
{
    /// <summary>Shades of days with records; the lowest begins at one record.</summary>
    public const int Shades = 5;

    private const int WeeksInRow = 53;
    private const int MostRows = 10;
    private const int LabelWidth = 30;
    private const int LabelHeight = 18;
    private const int LargestShortSpan = 20;
    private const int LongestMonthName = 60;

    private static readonly string[] s_weekdays = ["Mon", "", "Wed", "", "Fri", "", "Sun"];

    private readonly DateOnly _first;
    private readonly DateOnly _last;
    private readonly int _cell;
    private readonly int _step;
    private readonly bool _hasNumbers;

    /// <summary>Calendars from the report's first day to its last; at most the last ten years of them.</summary>
    public CoverageCalendar(CoverageReport report)
    {
        var days = report.Regions.SelectMany(region => region.Days).Where(day => day.Counts.LogObjects > 0);
        var dates = days.Select(day => day.Day).OfType<DateOnly>().DefaultIfEmpty().ToList();
        _last = dates.Max();
        _first = dates.Min();
        if (_last.DayNumber - _first.DayNumber > WeeksInRow * MostRows * 7)
        {
            (_first, IsCut) = (_last.AddDays(-WeeksInRow * MostRows * 7), true);
        }

        MostRecords = days.Select(day => day.Counts.Records).DefaultIfEmpty().Max();
        _hasNumbers = _last.DayNumber - _first.DayNumber < LargestShortSpan * 7;
        (_cell, _step) = _hasNumbers ? (24, 28) : (13, 16);
    }

    /// <summary>Whether earlier days are not drawn.</summary>
    public bool IsCut { get; }

    /// <summary>Records of the fullest day.</summary>
    public long MostRecords { get; }

    /// <summary>First day drawn.</summary>
    public DateOnly First => _first;

    /// <summary>Width of a calendar in pixels.</summary>
    public int Width => LabelWidth + (_step * Math.Min(Weeks, WeeksInRow));

    private int Weeks => ((_last.DayNumber - MondayOf(_first).DayNumber) / 7) + 1;

    /// <summary>The region's calendars: one row per 53 weeks.</summary>
    public Markup Draw(RegionCoverage region)
    {
        var days = region.Days.Where(day => day.Day is not null && day.Counts.LogObjects > 0).ToDictionary(day => day.Day.GetValueOrDefault());
        var monday = MondayOf(_first);
        var rows = Enumerable.Range(0, (Weeks + WeeksInRow - 1) / WeeksInRow)
            .Select(row => DrawRow(region, days, monday.AddDays(row * WeeksInRow * 7), Math.Min(WeeksInRow, Weeks - (row * WeeksInRow))));
        return Markup.Join(rows);
    }

    /// <summary>Shade of a day, 0 without records, on a logarithmic scale up to the report's fullest day.</summary>
    internal int Shade(long records) => records <= 0
        ? 0
        : MostRecords <= 1 ? Shades : Math.Clamp(1 + (int)(Shades * Math.Log(records) / Math.Log(MostRecords)), 1, Shades);

    /// <summary>The marks of the legend, as days look.</summary>
    internal static Markup Sample(string kind) => Markup.Of($"<svg class=\"sample\" width=\"16\" height=\"16\" aria-hidden=\"true\">{Mark(kind, 1, 1, 14)}</svg>");

    private static DateOnly MondayOf(DateOnly day) => day.AddDays(-Math.Min(((int)day.DayOfWeek + 6) % 7, day.DayNumber));

    private Markup DrawRow(RegionCoverage region, Dictionary<DateOnly, DayCoverage> days, DateOnly monday, int weeks)
    {
        var (width, height) = (LabelWidth + (weeks * _step), LabelHeight + (7 * _step));
        var label = $"{region.Account} {region.Region}: {Number(region.Counts.Records)} records on {Number(days.Count)} days, {Number(region.GapDays)} days without delivery";
        var marks = Enumerable.Range(0, weeks * 7)
            .Where(index => index <= DateOnly.MaxValue.DayNumber - monday.DayNumber)
            .Select(index => (Day: monday.AddDays(index), X: LabelWidth + (index / 7 * _step), Y: LabelHeight + (index % 7 * _step)))
            .Where(place => place.Day >= _first && place.Day <= _last)
            .Select(place => DrawDay(region, days.GetValueOrDefault(place.Day), place.Day, place.X, place.Y));
        return Markup.Of($"""
            <svg class="calendar" role="img" aria-label="{label}" viewBox="0 0 {width} {height}" width="{width}" height="{height}">{Markup.Join(Months(monday, weeks))}{Markup.Join(Weekdays())}{Markup.Join(marks)}</svg>

            """);
    }

    private IEnumerable<Markup> Weekdays() => s_weekdays.Select((name, index) => Markup.Of($"<text class=\"axis\" x=\"0\" y=\"{LabelHeight + (index * _step) + (_cell / 2) + 4}\">{name}</text>"));

    /// <summary>The month's name over the week that it begins in, and over the first week of all where the next name leaves room; the first name has the year.</summary>
    private IEnumerable<Markup> Months(DateOnly monday, int weeks)
    {
        var begins = Enumerable.Range(0, weeks).Where(week => EndOf(monday, week).Day <= 7).ToList();
        var isRoomAtFirst = begins.Count == 0 || begins[0] * _step > LongestMonthName;
        var named = isRoomAtFirst ? begins.Prepend(0) : begins;
        return named.Select((week, index) => Markup.Of($"<text class=\"axis\" x=\"{LabelWidth + (week * _step)}\" y=\"11\">{MonthName(EndOf(monday, week), week == 0, hasYear: index == 0)}</text>"));
    }

    private string MonthName(DateOnly end, bool isFirstWeek, bool hasYear)
    {
        var begin = DateOnly.FromDayNumber(Math.Max(end.DayNumber - 6, _first.DayNumber));
        var name = end.ToString(hasYear || end.Month == 1 ? "MMM yyyy" : "MMM", CultureInfo.InvariantCulture);
        return isFirstWeek && begin.Month != end.Month ? $"{begin.ToString("MMM", CultureInfo.InvariantCulture)}/{name}" : name;
    }

    /// <summary>The Sunday of a week.</summary>
    private static DateOnly EndOf(DateOnly monday, int week) => DateOnly.FromDayNumber(Math.Min(monday.DayNumber + (week * 7) + 6, DateOnly.MaxValue.DayNumber));

    private Markup DrawDay(RegionCoverage region, DayCoverage? told, DateOnly day, int x, int y)
    {
        var isGap = told is null && day > region.FirstDay && day < region.LastDay;
        var kind = told is not null ? $"shade{Shade(told.Counts.Records)}" : isGap ? "gap" : "none";
        var number = _hasNumbers && !isGap
            ? Markup.Of($"<text class=\"number {kind}\" x=\"{x + (_cell / 2)}\" y=\"{y + (_cell / 2) + 4}\">{day.Day}</text>")
            : default;
        var failed = told is { Counts.ObjectsFailed: > 0 } ? Failed(x, y, _cell) : default;
        return Markup.Of($"<g>{Mark(kind, x, y, _cell)}{number}{failed}<title>{Describe(told, day, isGap)}</title></g>");
    }

    private static Markup Mark(string kind, int x, int y, int size) => kind switch
    {
        "gap" => Markup.Of($"<rect class=\"gap\" x=\"{x}\" y=\"{y}\" width=\"{size}\" height=\"{size}\" rx=\"2\"/><path class=\"cross\" d=\"M{x + 3} {y + 3}l{size - 6} {size - 6}m0 {6 - size}l{6 - size} {size - 6}\"/>"),
        "failed" => Markup.Of($"{Mark("shade2", x, y, size)}{Failed(x, y, size)}"),
        _ => Markup.Of($"<rect class=\"day {kind}\" x=\"{x}\" y=\"{y}\" width=\"{size}\" height=\"{size}\" rx=\"2\"/>"),
    };

    /// <summary>A triangle in the upper right corner.</summary>
    private static Markup Failed(int x, int y, int size) => Markup.Of($"<path class=\"failed\" d=\"M{x + size} {y}v{size / 2}l{-(size / 2)} {-(size / 2)}z\"/>");

    private static string Describe(DayCoverage? told, DateOnly day, bool isGap)
    {
        if (told is null)
        {
            return $"{Day(day)}: {(isGap ? "no delivery (gap)" : "no delivery")}";
        }

        var counts = told.Counts;
        var failed = counts.ObjectsFailed == 0 ? "" : $", {Number(counts.ObjectsFailed)} of them failed";
        return $"{Day(day)}: {Count(counts.Records, "record", "records")} in {Count(counts.LogObjects, "object", "objects")}{failed}; events in {told.HoursWithEvents} of 24 hours";
    }
}
