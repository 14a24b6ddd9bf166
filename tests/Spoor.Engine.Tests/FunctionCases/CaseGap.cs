using Spoor.Testing;

namespace Spoor.Engine.Tests.FunctionCases;

/// <summary>A case that is known to disagree with Trino.</summary>
/// <param name="IsDebt">Whether it is to be fixed; else it is by design.</param>
/// <param name="File">The file of cases, without its ending.</param>
/// <param name="Key">Which case of the file: <see cref="TrinoCase.Key"/>.</param>
/// <param name="Outcome">What comes instead.</param>
/// <param name="Reason">Why.</param>
internal sealed record CaseGap(bool IsDebt, string File, string Key, CaseOutcome Outcome, string Reason)
{
    /// <summary>All gaps, as <c>gaps.txt</c> lists them.</summary>
    /// <exception cref="FormatException">A line is no gap.</exception>
    public static IReadOnlyList<CaseGap> ReadAll() =>
    [
        .. System.IO.File.ReadLines(Path.Combine(Repository.Root, "tests/Spoor.Engine.Tests/FunctionCases/gaps.txt"))
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(Read),
    ];

    private static CaseGap Read(string line) => line.Split(" | ", 4) switch
    {
        ["debt" or "by design", var key, var outcome, var reason]
            when key.Split(": ") is [var file, var name] && Enum.TryParse<CaseOutcome>(outcome, ignoreCase: true, out var parsed) && reason.Length > 0 =>
            new CaseGap(line[0] == 'd', file, name, parsed, reason),
        _ => throw new FormatException($"gaps.txt: '{line}' is not KIND | FILE: KEY | OUTCOME | REASON."),
    };
}
