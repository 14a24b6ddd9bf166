namespace Spoor.Benchmarks.Scan;

/// <summary>A trail on disk.</summary>
internal sealed class Trail
{
    // Digests, insights and aggregates lie beside them.
    private static readonly string[] s_logFolders = ["CloudTrail", "CloudTrail-NetworkActivity"];

    public Trail(TrailShape shape, string folder)
    {
        Shape = shape;
        Folder = folder;
        Logs = [.. Directory.EnumerateFiles(folder, "*.json.gz", SearchOption.AllDirectories).Where(IsLog).Order(StringComparer.Ordinal)];
    }

    public TrailShape Shape { get; }

    public string Folder { get; }

    /// <summary>The log files.</summary>
    public IReadOnlyList<string> Logs { get; }

    /// <summary>The same files as patterns, each of which matches some.</summary>
    public IEnumerable<string> LogPatterns => s_logFolders.Where(name => Logs.Any(file => file.Contains($"/{name}/", StringComparison.Ordinal))).Select(name => Path.Combine(Folder, $"AWSLogs/*/{name}/**/*.json.gz"));

    private static bool IsLog(string file) => s_logFolders.Any(name => file.Contains($"/{name}/", StringComparison.Ordinal));
}
