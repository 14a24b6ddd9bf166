using System.Globalization;

namespace Spoor.Benchmarks.Audit;

/// <summary>What the command line asks for.</summary>
/// <param name="Objects">Objects of the trail.</param>
/// <param name="Records">Records of each object.</param>
/// <param name="Runs">Measured runs; the least counts.</param>
/// <param name="DataFolder">Where the trail is made, and found again by the next run.</param>
internal sealed record AuditOptions(int Objects, int Records, int Runs, string DataFolder)
{
    public static AuditOptions Parse(string[] arguments)
    {
        return new AuditOptions(
            Number("--objects", 300), Number("--records", 10_000), Number("--runs", 2), Value("--data") ?? Path.Combine(Path.GetTempPath(), "spoor-bench"));

        int Number(string name, int otherwise) => Value(name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;

        string? Value(string name) => Array.IndexOf(arguments, name) is >= 0 and var at && at + 1 < arguments.Length ? arguments[at + 1] : null;
    }
}
