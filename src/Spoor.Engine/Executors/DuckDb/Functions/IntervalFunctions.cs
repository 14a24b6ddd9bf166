using Spoor.Core.Errors;
using Spoor.Engine.Executors.DuckDb.Native;
using Spoor.Engine.Semantics.Numbers;
using Spoor.Engine.Semantics.Time;
using static Spoor.Engine.Executors.DuckDb.Native.ScalarFunctionType;

namespace Spoor.Engine.Executors.DuckDb.Functions;

/// <summary>Arithmetic of intervals: whole milliseconds and months. Trino lets a result that is too large wrap around; here it is an error.</summary>
/// <seealso href="https://github.com/trinodb/trino/blob/456/core/trino-main/src/main/java/io/trino/type/IntervalDayTimeOperators.java"/>
internal static class IntervalFunctions
{
    internal static IEnumerable<ScalarFunction> Native { get; } =
    [
        new("spoor_interval_add", [Interval, Interval], Interval, (ref row) => Set(ref row, (Int128)Left(ref row).Months + Right(ref row).Months, Milliseconds(Left(ref row)) + Milliseconds(Right(ref row)))),
        new("spoor_interval_subtract", [Interval, Interval], Interval, (ref row) => Set(ref row, (Int128)Left(ref row).Months - Right(ref row).Months, Milliseconds(Left(ref row)) - Milliseconds(Right(ref row)))),
        new("spoor_interval_times", [Interval, BigInt], Interval, (ref row) => Set(ref row, Left(ref row).Months * (Int128)row.Value<long>(1), Milliseconds(Left(ref row)) * row.Value<long>(1))),
        new("spoor_interval_multiply", [Interval, ScalarFunctionType.Double], Interval, Multiply),
        new("spoor_interval_divide", [Interval, ScalarFunctionType.Double], Interval, Divide),
    ];

    private static IntervalValue Left(ref ScalarFunctionRow row) => row.Value<IntervalValue>(0);

    private static IntervalValue Right(ref ScalarFunctionRow row) => row.Value<IntervalValue>(1);

    private static Int128 Milliseconds(IntervalValue interval) => ((interval.Days * (Int128)CivilTime.MicrosecondsPerDay) + interval.Microseconds) / 1000;

    private static void Multiply(ref ScalarFunctionRow row)
    {
        var factor = row.Value<double>(1);
        if (double.IsNaN(factor))
        {
            throw Invalid("Cannot multiply by double NaN");
        }

        Set(ref row, Whole(Left(ref row).Months * factor), Whole((double)Milliseconds(Left(ref row)) * factor));
    }

    private static void Divide(ref ScalarFunctionRow row)
    {
        var divisor = row.Value<double>(1);
        if (double.IsNaN(divisor) || divisor == 0)
        {
            throw Invalid($"Cannot divide by double {JavaNumber.Format(divisor)}");
        }

        Set(ref row, Whole(Left(ref row).Months / divisor), Whole((double)Milliseconds(Left(ref row)) / divisor));
    }

    // What is not finite is larger than any interval.
    private static Int128 Whole(double value) => Math.Abs(value) < 1e30 ? (Int128)value : Int128.MaxValue / 1000;

    private static void Set(ref ScalarFunctionRow row, Int128 months, Int128 milliseconds)
    {
        var microseconds = milliseconds * 1000;
        if (months < int.MinValue || months > int.MaxValue || microseconds < long.MinValue || microseconds > long.MaxValue)
        {
            throw new QueryException(ErrorCode.NumericValueOutOfRange, span: null, $"interval overflow: {(months == 0 ? $"{milliseconds} milliseconds" : $"{months} months")}");
        }

        row.Set(new IntervalValue((int)months, 0, (long)microseconds));
    }

    private static QueryException Invalid(string message) => new(ErrorCode.InvalidFunctionArgument, span: null, message);
}
