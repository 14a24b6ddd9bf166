using System.Globalization;

namespace Spoor.Benchmarks.S3;

/// <summary>What the command line asks for.</summary>
/// <param name="Latency">Milliseconds that the server takes to answer.</param>
/// <param name="Objects">Objects of the trail, of about 10 KB each.</param>
/// <param name="Runs">Measured runs of each work, after one that is not measured.</param>
/// <param name="DataFolder">Where the trails are made, and found again by the next run.</param>
/// <param name="JsonFile">Where the results go as JSON; null for nowhere.</param>
/// <param name="MarkdownFile">Where the printed report goes too; null for nowhere.</param>
internal sealed record S3Options(int Latency, int Objects, int Runs, string DataFolder, string? JsonFile, string? MarkdownFile)
{
    public static S3Options Parse(string[] arguments)
    {
        return new S3Options(
            Number("--latency", 20),
            Number("--objects", 5000),
            Number("--runs", 5),
            Value("--data") ?? Path.Combine(Path.GetTempPath(), "spoor-bench"),
            Value("--json"),
            Value("--markdown"));

        int Number(string name, int usual) => Value(name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : usual;

        string? Value(string name) => Array.IndexOf(arguments, name) is >= 0 and var at && at + 1 < arguments.Length ? arguments[at + 1] : null;
    }
}
