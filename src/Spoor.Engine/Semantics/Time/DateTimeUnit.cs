using Spoor.Core.Errors;

namespace Spoor.Engine.Semantics.Time;

/// <summary>Units of date_trunc, date_add and date_diff.</summary>
internal static class DateTimeUnit
{
    private const long Millisecond = 1000;

    /// <summary>Length of a unit of fixed length in microseconds; false for months and longer, and for unknown units.</summary>
    internal static bool TryLength(string unit, out long microseconds)
    {
        microseconds = unit switch
        {
            "millisecond" => Millisecond,
            "second" => CivilTime.MicrosecondsPerSecond,
            "minute" => 60 * CivilTime.MicrosecondsPerSecond,
            "hour" => 3600 * CivilTime.MicrosecondsPerSecond,
            "day" => CivilTime.MicrosecondsPerDay,
            "week" => 7 * CivilTime.MicrosecondsPerDay,
            _ => 0,
        };
        return microseconds > 0;
    }

    /// <summary>Number of months in a unit.</summary>
    /// <exception cref="QueryException">INVALID_FUNCTION_ARGUMENT: not a unit.</exception>
    internal static int Months(string unit) => unit switch
    {
        "month" => 1,
        "quarter" => 3,
        "year" => 12,
        _ => throw new QueryException(ErrorCode.InvalidFunctionArgument, span: null, $"'{unit}' is not a valid TIMESTAMP field"),
    };

    internal static long Truncate(string unit, long local)
    {
        if (unit == "week")
        {
            var day = CivilTime.FromMicroseconds(local);
            return (day.EpochDay - day.DayOfWeek + 1) * CivilTime.MicrosecondsPerDay;
        }

        if (TryLength(unit, out var length))
        {
            return local - (((local % length) + length) % length);
        }

        var months = Months(unit);
        var time = CivilTime.FromMicroseconds(local);
        return new CivilTime(time.Year, time.Month - ((time.Month - 1) % months), 1, 0).EpochMicroseconds;
    }

    internal static long Add(string unit, long count, long local) => TryLength(unit, out var length)
        ? checked(local + (count * length))
        : CivilTime.FromMicroseconds(local).AddMonths(checked(count * Months(unit))).EpochMicroseconds;

    /// <summary>Whole units from one local time to another, towards zero.</summary>
    internal static long Difference(string unit, long from, long to)
    {
        if (TryLength(unit, out var length))
        {
            return (to - from) / length;
        }

        var unitMonths = Months(unit);
        var (start, end) = (CivilTime.FromMicroseconds(from), CivilTime.FromMicroseconds(to));
        var months = ((end.Year - start.Year) * 12L) + end.Month - start.Month;
        if (from <= to && start.AddMonths(months).EpochMicroseconds > to)
        {
            months--;
        }
        else if (from > to && start.AddMonths(months).EpochMicroseconds < to)
        {
            months++;
        }

        return months / unitMonths;
    }
}
