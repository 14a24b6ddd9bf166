using System.Globalization;

namespace Spoor.Engine.Semantics.Time;

/// <summary>Intervals as text.</summary>
internal static class IntervalText
{
    /// <summary><c>2 03:04:05.678</c>.</summary>
    internal static string DayToSecond(IntervalValue interval)
    {
        var milliseconds = interval.TotalMicroseconds / 1000;
        var left = Math.Abs(milliseconds);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{(milliseconds < 0 ? "-" : "")}{left / 86_400_000} {left / 3_600_000 % 24:00}:{left / 60_000 % 60:00}:{left / 1000 % 60:00}.{left % 1000:000}");
    }

    /// <summary><c>1-2</c>.</summary>
    internal static string YearToMonth(IntervalValue interval) =>
        string.Create(CultureInfo.InvariantCulture, $"{(interval.Months < 0 ? "-" : "")}{Math.Abs(interval.Months) / 12}-{Math.Abs(interval.Months) % 12}");
}
