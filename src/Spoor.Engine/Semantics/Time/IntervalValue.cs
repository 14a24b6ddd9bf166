using System.Runtime.InteropServices;

namespace Spoor.Engine.Semantics.Time;

/// <summary>An INTERVAL as DuckDB holds it.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct IntervalValue(int Months, int Days, long Microseconds)
{
    /// <summary>Days and microseconds together.</summary>
    internal long TotalMicroseconds => (Days * CivilTime.MicrosecondsPerDay) + Microseconds;
}
