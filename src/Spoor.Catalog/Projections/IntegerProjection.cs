using System.Globalization;
using Spoor.Catalog.Definitions;
using Spoor.Core.Types;

namespace Spoor.Catalog.Projections;

/// <summary>Whole numbers from a first to a last one, both included.</summary>
internal sealed class IntegerProjection : ProjectedColumn
{
    private readonly long _first;
    private readonly long _last;
    private readonly long _interval;
    private readonly int _digits;

    private IntegerProjection(Column column, long first, long last, long interval, int digits)
        : base(column)
    {
        _first = first;
        _last = last;
        _interval = interval;
        _digits = digits;
    }

    public static IntegerProjection Create(Column column, ProjectionProperties properties)
    {
        var range = properties.Require("range");
        var bounds = range.Split(',').Select(ParseLong).ToArray();
        if (bounds.Length != 2 || bounds[0] > bounds[1])
        {
            throw properties.Failed($"Property: '{properties.FullName("range")}' needs to be a list of 2 integers that are sequential", "Write the lower bound, a comma and the upper bound: '1,31'.");
        }

        var interval = properties.Find("interval") is { } intervalText ? ParseLong(intervalText) : 1;
        if (interval <= 0)
        {
            throw properties.InvalidValue("interval", properties.Require("interval"), "It is a positive integer.");
        }

        var digits = properties.Find("digits") is { } digitsText ? ParseLong(digitsText) : 0;
        return digits is >= 0 and <= 100
            ? new IntegerProjection(column, bounds[0], bounds[1], interval, (int)digits)
            : throw properties.InvalidValue("digits", properties.Require("digits"), "It is a number from 0 to 100.");
    }

    public override IEnumerable<string> Values(DateTimeOffset now)
    {
        for (var value = _first; ; value += _interval)
        {
            yield return Format(value);

            // Comparing the distance, not the next value: that may be beyond the largest long.
            if ((ulong)_last - (ulong)value < (ulong)_interval)
            {
                yield break;
            }
        }
    }

    public override bool Contains(string value, DateTimeOffset now) =>
        long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
        && number >= _first
        && number <= _last
        && ((ulong)number - (ulong)_first) % (ulong)_interval == 0
        && Format(number) == value;

    public override string? FromColumnText(string text) =>
        Column.Type is VarcharType or CharType ? text
        : long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? Format(number)
        : null;

    // As Java's %0Nd: the sign counts as a digit.
    private string Format(long value)
    {
        var text = value.ToString(CultureInfo.InvariantCulture);
        return value < 0 ? "-" + text[1..].PadLeft(Math.Max(_digits - 1, 0), '0') : text.PadLeft(_digits, '0');
    }

    private static long ParseLong(string text) =>
        long.TryParse(text.Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw ProjectionProperties.Invalid($"For input string: \"{text.Trim()}\"", "Ranges are two integers with a comma between: '1,31'.");
}
