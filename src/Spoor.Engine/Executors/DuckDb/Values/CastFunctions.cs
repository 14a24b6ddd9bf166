using System.Globalization;
using System.Text;
using Spoor.Core.Errors;
using Spoor.Engine.Executors.DuckDb.Native;
using Spoor.Engine.Semantics.Numbers;
using Spoor.Engine.Semantics.Time;
using static Spoor.Engine.Executors.DuckDb.Native.ScalarFunctionType;

namespace Spoor.Engine.Executors.DuckDb.Values;

/// <summary>C# functions that the cast printers print calls of.</summary>
internal static class CastFunctions
{
    internal static IEnumerable<ScalarFunction> Native { get; } =
    [
        new("spoor_varchar_to_boolean", [Varchar], ScalarFunctionType.Boolean, ToBoolean),
        new("spoor_varchar_to_tinyint", [Varchar], BigInt, (ref row) => ToInteger(ref row, "TINYINT", sbyte.MinValue, sbyte.MaxValue)),
        new("spoor_varchar_to_smallint", [Varchar], BigInt, (ref row) => ToInteger(ref row, "SMALLINT", short.MinValue, short.MaxValue)),
        new("spoor_varchar_to_integer", [Varchar], BigInt, (ref row) => ToInteger(ref row, "INT", int.MinValue, int.MaxValue)),
        new("spoor_varchar_to_bigint", [Varchar], BigInt, (ref row) => ToInteger(ref row, "BIGINT", long.MinValue, long.MaxValue)),
        new("spoor_varchar_to_double", [Varchar], ScalarFunctionType.Double, (ref row) => row.Set(ToDouble(row.Text(0), "DOUBLE"))),
        new("spoor_varchar_to_real", [Varchar], Real, (ref row) => row.Set((float)ToDouble(row.Text(0), "REAL"))),
        new("spoor_varchar_to_decimal", [Varchar, Integer, Integer], Varchar, ToDecimal),
        new("spoor_varchar_to_date", [Varchar], Date, ToDate),
        new("spoor_varchar_to_time", [Varchar, Integer], Time, ToTime),
        new("spoor_varchar_to_timestamp", [Varchar, Integer], Timestamp, ToTimestamp),
        new("spoor_varchar_to_timestamp_zoned", [Varchar, Integer], ZonedTimestamp, ToZonedTimestamp),
        new("spoor_double_to_real", [ScalarFunctionType.Double], Real, (ref row) => row.Set((float)row.Value<double>(0))),
        new("spoor_double_to_varchar", [ScalarFunctionType.Double], Varchar, (ref row) => row.SetText(JavaNumber.Scientific(row.Value<double>(0)))),
        new("spoor_real_to_varchar", [Real], Varchar, (ref row) => row.SetText(JavaNumber.Scientific(row.Value<float>(0)))),
        new("spoor_from_utf8_text", [Blob], Varchar, (ref row) => row.SetText(Encoding.UTF8.GetString(row.Bytes(0)))),
        new("spoor_interval_day_to_varchar", [Interval], Varchar, (ref row) => row.SetText(IntervalText.DayToSecond(row.Value<IntervalValue>(0)))),
        new("spoor_interval_year_to_varchar", [Interval], Varchar, (ref row) => row.SetText(IntervalText.YearToMonth(row.Value<IntervalValue>(0)))),
        new("spoor_decimal_to_varchar", [Varchar], Varchar, (ref row) => row.SetText(ExactNumber.TryParse(row.Text(0), out var number) ? number.ToString() : row.Text(0))),
        new("spoor_to_decimal", [Varchar, Varchar, Integer, Integer], Varchar, NumberToDecimal),
        new("spoor_fit", [Varchar, Integer], Varchar, (ref row) => Fit(ref row, isNumber: false)),
        new("spoor_fit_number", [Varchar, Integer], Varchar, (ref row) => Fit(ref row, isNumber: true)),
        new("spoor_timestamp_to_varchar", [Timestamp, Integer], Varchar, (ref row) => row.SetText(TimeText.Timestamp(row.Value<long>(0), row.Value<int>(1)))),
        new("spoor_zoned_to_varchar", [ZonedTimestamp, Integer], Varchar, ZonedToText),
        new("spoor_time_to_varchar", [Time, Integer], Varchar, (ref row) => row.SetText(TimeText.Time(row.Value<long>(0), row.Value<int>(1)))),
        new("spoor_zoned", [Timestamp, Varchar], ZonedTimestamp, ToZoned),
        new("spoor_local", [ZonedTimestamp], Timestamp, (ref row) => row.Set(TimeZones.ToLocal(row.Instant(0), Encoding.UTF8.GetString(row.Zone(0))))),
        new("spoor_round_timestamp", [Timestamp, Integer], Timestamp, (ref row) => row.Set(TimeText.Round(row.Value<long>(0), row.Value<int>(1)))),
        new("spoor_round_timestamp_zoned", [ZonedTimestamp, Integer], ZonedTimestamp, (ref row) => row.SetZoned(TimeText.Round(row.Instant(0), row.Value<int>(1)), Encoding.UTF8.GetString(row.Zone(0)))),
        new("spoor_round_time", [Time, Integer], Time, (ref row) => row.Set(TimeText.Round(row.Value<long>(0), row.Value<int>(1)) % CivilTime.MicrosecondsPerDay)),
    ];

    private static QueryException CannotCast(string text, string type) => Invalid($"Cannot cast '{text}' to {type}");

    private static QueryException Invalid(string message) => new(ErrorCode.InvalidCastArgument, span: null, message);

    private static void ToBoolean(ref ScalarFunctionRow row)
    {
        var text = row.Text(0);
        row.SetBoolean(text.ToUpperInvariant() switch
        {
            "T" or "TRUE" or "1" => true,
            "F" or "FALSE" or "0" => false,
            _ => throw CannotCast(text, "BOOLEAN"),
        });
    }

    private static void ToInteger(ref ScalarFunctionRow row, string type, long min, long max)
    {
        if (!long.TryParse(row.Bytes(0), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) || value < min || value > max)
        {
            throw CannotCast(row.Text(0), type);
        }

        row.Set(value);
    }

    /// <summary>Reads a number as Java's <c>Double.parseDouble</c> does.</summary>
    internal static double ToDouble(string text, string type)
    {
        var trimmed = text.Trim();
        return trimmed switch
        {
            "NaN" or "+NaN" or "-NaN" => double.NaN,
            "Infinity" or "+Infinity" => double.PositiveInfinity,
            "-Infinity" => double.NegativeInfinity,
            _ when trimmed.Length > 0 && !char.IsAsciiLetter(trimmed[0]) && !trimmed.Contains("nfinity", StringComparison.OrdinalIgnoreCase) && !trimmed.Contains("nan", StringComparison.OrdinalIgnoreCase)
                && double.TryParse(trimmed.TrimEnd('d', 'D', 'f', 'F'), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) => value,
            _ => throw CannotCast(text, type),
        };
    }

    private static void ToDecimal(ref ScalarFunctionRow row)
    {
        var text = row.Text(0);
        var (precision, scale) = (row.Value<int>(1), row.Value<int>(2));
        if (!ExactNumber.TryParse(text.Trim(), out var number))
        {
            throw Invalid($"Cannot cast VARCHAR '{text}' to DECIMAL({precision}, {scale}). Value is not a number.");
        }

        var rounded = number.Round(scale);
        if (!rounded.Fits(precision))
        {
            throw Invalid($"Cannot cast VARCHAR '{text}' to DECIMAL({precision}, {scale}). Value too large.");
        }

        row.SetText(rounded.ToString());
    }

    private static void NumberToDecimal(ref ScalarFunctionRow row)
    {
        var (text, precision, scale) = (row.Text(0).Trim('"'), row.Value<int>(2), row.Value<int>(3));
        if (!ExactNumber.TryParse(text, out var number) || !number.Round(scale).Fits(precision))
        {
            throw Invalid($"Cannot cast {row.Text(1)} '{text}' to DECIMAL({precision}, {scale})");
        }

        row.SetText(number.Round(scale).ToString());
    }

    private static void ToDate(ref ScalarFunctionRow row)
    {
        var text = row.Text(0);
        row.Set(TimeText.TryReadDate(text.Trim(), out var day) ? day : throw Invalid($"Value cannot be cast to date: {text}"));
    }

    private static void ToTime(ref ScalarFunctionRow row)
    {
        var text = row.Text(0);
        var index = 0;
        if (!TimeText.TryReadTime(text.Trim(), ref index, out var time) || index != text.Trim().Length)
        {
            throw Invalid($"Value cannot be cast to time: {text}");
        }

        row.Set(TimeText.Round(time, row.Value<int>(1)) % CivilTime.MicrosecondsPerDay);
    }

    private static void ToTimestamp(ref ScalarFunctionRow row)
    {
        var text = row.Text(0);
        if (!TimeText.TryReadTimestamp(text.Trim(), out var local, out var zone) || (zone is not null && !TimeZones.TryCanonical(zone, out _)))
        {
            throw Invalid($"Value cannot be cast to timestamp: {text}");
        }

        row.Set(TimeText.Round(local, row.Value<int>(1)));
    }

    private static void ToZonedTimestamp(ref ScalarFunctionRow row)
    {
        var text = row.Text(0);
        if (!TimeText.TryReadTimestamp(text.Trim(), out var local, out var zone) || !TimeZones.TryCanonical(zone ?? TimeZones.Utc, out var canonical))
        {
            throw Invalid($"Value cannot be cast to timestamp: {text}");
        }

        row.SetZoned(TimeZones.ToInstant(TimeText.Round(local, row.Value<int>(1)), canonical), canonical);
    }

    private static void ToZoned(ref ScalarFunctionRow row)
    {
        var zone = TimeZones.Canonical(row.Text(1));
        row.SetZoned(TimeZones.ToInstant(row.Value<long>(0), zone), zone);
    }

    private static void ZonedToText(ref ScalarFunctionRow row)
    {
        var zone = Encoding.UTF8.GetString(row.Zone(0));
        row.SetText($"{TimeText.Timestamp(TimeZones.ToLocal(row.Instant(0), zone), row.Value<int>(1))} {zone}");
    }

    private static void Fit(ref ScalarFunctionRow row, bool isNumber)
    {
        var text = row.Text(0);
        var limit = row.Value<int>(1);
        if (text.Length > limit)
        {
            var shown = isNumber ? $"{JavaNumber.Format(double.Parse(text, CultureInfo.InvariantCulture))} ({text})" : text;
            throw Invalid($"Value {shown} cannot be represented as varchar({limit})");
        }

        row.SetText(text);
    }
}
