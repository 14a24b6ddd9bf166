using System.Globalization;
using Spoor.Engine.Results.Text;

namespace Spoor.Audit.Reports;

/// <summary>Numbers and times as reports show them to people.</summary>
internal static class ReportNumbers
{
    /// <summary>A whole number with thousands separated.</summary>
    public static string Number(long number) => Quantity.Count(number);

    /// <summary>A number and its noun.</summary>
    public static string Count(long number, string one, string many) => $"{Number(number)} {(number == 1 ? one : many)}";

    /// <summary><c>2025-03-04 12:34</c> of a record's time; another text as it is.</summary>
    public static string Minute(string? time) => time is { Length: >= 16 } && time[10] == 'T' ? $"{time[..10]} {time[11..16]}" : time ?? "";

    /// <summary><c>2025-03-04</c>.</summary>
    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Bytes in decimal units.</summary>
    public static string Size(long bytes) => Quantity.Bytes(bytes);
}
