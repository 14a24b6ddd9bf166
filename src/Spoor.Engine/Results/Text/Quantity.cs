using System.Globalization;

namespace Spoor.Engine.Results.Text;

/// <summary>Numbers as people read them, the same in statistics and reports.</summary>
public static class Quantity
{
    private static readonly string[] s_units = ["B", "kB", "MB", "GB", "TB"];

    /// <summary>A whole number with thousands separated: <c>30,477</c>.</summary>
    public static string Count(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A number and its noun: <c>1 object</c>, <c>2 objects</c>.</summary>
    public static string Of(long value, string noun) => $"{Count(value)} {noun}{(value == 1 ? "" : "s")}";

    /// <summary>Bytes in decimal units, as object stores bill them: <c>8.1 MB</c>.</summary>
    public static string Bytes(long value)
    {
        double amount = value;
        var unit = 0;
        while (amount >= 1000 && unit < s_units.Length - 1)
        {
            amount /= 1000;
            unit++;
        }

        return unit == 0 ? $"{value} B" : $"{amount.ToString("0.0", CultureInfo.InvariantCulture)} {s_units[unit]}";
    }

    /// <summary>Seconds with two digits: <c>1.24 s</c>.</summary>
    public static string Seconds(TimeSpan value) => $"{value.TotalSeconds.ToString("0.00", CultureInfo.InvariantCulture)} s";
}
