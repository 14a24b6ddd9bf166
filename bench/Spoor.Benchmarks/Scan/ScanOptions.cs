namespace Spoor.Benchmarks.Scan;

/// <summary>What the command line asks for.</summary>
/// <param name="Quick">A tenth of the data and one run: shows that everything works, not how fast it is.</param>
/// <param name="Runs">Measured runs of each work, after one that is not measured.</param>
/// <param name="DataFolder">Where the trails are made, and found again by the next run.</param>
/// <param name="JsonFile">Where the results go as JSON; null for nowhere.</param>
/// <param name="MarkdownFile">Where the printed report goes too; null for nowhere.</param>
/// <param name="Shape">Only shapes whose names begin so; null for all.</param>
internal sealed record ScanOptions(bool Quick, int Runs, string DataFolder, string? JsonFile, string? MarkdownFile, string? Shape)
{
    public static ScanOptions Parse(string[] arguments)
    {
        var quick = arguments.Contains("--quick");
        var runs = Value("--runs") is { } text ? int.Parse(text) : quick ? 1 : 5;
        return new ScanOptions(quick, runs, Value("--data") ?? Path.Combine(Path.GetTempPath(), "spoor-bench"), Value("--json"), Value("--markdown"), Value("--shape"));

        string? Value(string name) => Array.IndexOf(arguments, name) is >= 0 and var at && at + 1 < arguments.Length ? arguments[at + 1] : null;
    }
}
