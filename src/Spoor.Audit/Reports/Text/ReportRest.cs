namespace Spoor.Audit.Reports.Text;

/// <summary>Says in a report for people what it leaves out, and where that is.</summary>
internal static class ReportRest
{
    /// <summary><c>… and 12 more identities: the JSON form has all</c>.</summary>
    /// <param name="count">How many are left out.</param>
    /// <param name="what">What they are; empty where that is plain.</param>
    /// <param name="has">What the JSON form has of them.</param>
    public static string Of(long count, string what = "", string has = "has all") => $"… and {ReportNumbers.Number(count)} more{(what.Length == 0 ? "" : $" {what}")}: the JSON form {has}";
}
