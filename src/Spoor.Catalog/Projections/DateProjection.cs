using System.Globalization;
using Spoor.Catalog.Definitions;
using Spoor.Core.Errors;
using Spoor.Core.Types;

namespace Spoor.Catalog.Projections;

/// <summary>Times from a first to a last one, both included and both cut to what the format can say; steps start at the first.</summary>
/// <seealso href="https://docs.aws.amazon.com/athena/latest/ug/partition-projection-supported-types.html#partition-projection-date-type"/>
internal sealed class DateProjection : ProjectedColumn
{
    private readonly JavaDatePattern _format;
    private readonly DateBound _first;
    private readonly DateBound _last;
    private readonly DateInterval _interval;
    private readonly ProjectionProperties _properties;

    private DateProjection(Column column, JavaDatePattern format, DateBound first, DateBound last, DateInterval interval, ProjectionProperties properties)
        : base(column)
    {
        _format = format;
        _first = first;
        _last = last;
        _interval = interval;
        _properties = properties;
    }

    public static DateProjection Create(Column column, ProjectionProperties properties)
    {
        if (column.Type is not (VarcharType or CharType or TimestampType { WithTimeZone: false }) && column.Type != ScalarTypes.Date)
        {
            throw properties.Failed($"Unsupported column type: {column.Type}", "A date projection needs a column of type string, date or timestamp.");
        }

        var formatText = properties.Require("format");
        var range = properties.Require("range");
        if (!JavaDatePattern.TryCreate(formatText, out var format, out var error))
        {
            throw properties.InvalidValue("format", formatText, $"{error}.");
        }

        // A comma may be part of the format ("EEE, dd MMM"), so the range is cut where both sides are bounds.
        for (var comma = range.IndexOf(',', StringComparison.Ordinal); comma >= 0; comma = range.IndexOf(',', comma + 1))
        {
            if (DateBound.TryParse(range[..comma], format, out var first) && DateBound.TryParse(range[(comma + 1)..], format, out var last))
            {
                return new DateProjection(column, format, first, last, ReadInterval(format, properties), properties);
            }
        }

        throw InvalidRange(properties, formatText);
    }

    public override IEnumerable<string> Values(DateTimeOffset now)
    {
        var (first, last) = Bounds(now);
        return Steps(first, last).Select(_format.Format).Distinct(StringComparer.Ordinal);
    }

    public override bool Contains(string value, DateTimeOffset now)
    {
        var (first, last) = Bounds(now);
        if (!_format.TryParse(value, out var start) || _format.Format(start) != value)
        {
            return false;
        }

        if (_interval.Months > 0 || !_format.HasYear)
        {
            return Steps(first, last).Any(step => _format.Format(step) == value);
        }

        // The first step at or after the start of the period that the value names must still lie in it.
        var steps = Math.Max(0, (start.Ticks - first.Ticks + _interval.Ticks - 1) / _interval.Ticks);
        var candidate = first.Ticks + (steps * _interval.Ticks);
        return candidate <= last.Ticks && _format.Format(new DateTime(candidate, DateTimeKind.Utc)) == value;
    }

    public override string ToColumnText(string value) =>
        ColumnFormat is { } columnFormat && _format.TryParse(value, out var time) ? time.ToString(columnFormat, CultureInfo.InvariantCulture) : value;

    public override string? FromColumnText(string text)
    {
        if (ColumnFormat is null)
        {
            return text;
        }

        return DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time)
            ? _format.Format(time)
            : null;
    }

    private string? ColumnFormat => Column.Type switch
    {
        TimestampType => "yyyy-MM-dd HH:mm:ss.fff",
        ScalarType => "yyyy-MM-dd",
        _ => null,
    };

    private (DateTime First, DateTime Last) Bounds(DateTimeOffset now)
    {
        var first = Cut(_first.At(now.UtcDateTime));
        var last = Cut(_last.At(now.UtcDateTime));
        return first <= last ? (first, last) : throw InvalidRange(_properties, _format.Text);
    }

    // A pattern with contradicting fields cannot read its own text; the time then stays as it is.
    private DateTime Cut(DateTime time) => _format.TryParse(_format.Format(time), out var cut) ? cut : time;

    private IEnumerable<DateTime> Steps(DateTime first, DateTime last)
    {
        var time = first;
        do
        {
            yield return time;
        }
        while (_interval.TryAdd(time, sign: 1, out time) && time <= last);
    }

    private static DateInterval ReadInterval(JavaDatePattern format, ProjectionProperties properties)
    {
        var amountText = properties.Find("interval") ?? "1";
        if (!long.TryParse(amountText.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var amount) || amount == 0)
        {
            throw properties.InvalidValue("interval", amountText, "It is a positive integer.");
        }

        var isFinerThanDay = format.Has('H') || format.Has('h') || format.Has('m') || format.Has('s') || format.Has('S');
        if (isFinerThanDay && properties.Find("interval.unit") is null)
        {
            throw properties.Failed(
                $"Property: '{properties.FullName("interval.unit")}' needs to be set when provided '{properties.FullName("format")}' is less than single-day precision. Interval defaults to 1 day or 1 month, respectively. Otherwise, interval is required",
                $"Add '{properties.FullName("interval.unit")}'='HOURS' (or MINUTES, SECONDS).");
        }

        var unit = properties.Find("interval.unit") ?? (format.Has('d') || format.Has('D') ? "DAYS" : "MONTHS");
        return DateInterval.TryCreate(amount, unit, out var interval)
            ? interval
            : throw properties.InvalidValue("interval.unit", unit, "Known are: YEARS, MONTHS, WEEKS, DAYS, HOURS, MINUTES, SECONDS, MILLISECONDS.");
    }

    private static QueryException InvalidRange(ProjectionProperties properties, string format) => properties.Failed(
        $"Property: '{properties.FullName("range")}' needs to be a list of 2 valid dates formatted as '{format}' or as NOW expressions that are sequential",
        $"Write the earlier date, a comma and the later one, such as 'NOW-1YEARS,NOW'; it is '{properties.Find("range")}'.");
}
