using Spoor.Testing;

namespace Spoor.Engine.Tests.FunctionCases;

/// <summary>The cases that are known to give other values than Trino's tests expect, each with its reason in <c>wrong-rows.txt</c>.</summary>
internal static class KnownWrongRows
{
    /// <summary>Where the listed cases of a file of cases come from.</summary>
    public static SortedSet<string> Of(string name) => new(
        File.ReadLines(Path.Combine(Repository.Root, "tests/Spoor.Engine.Tests/FunctionCases/wrong-rows.txt"))
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split(" | ", 3))
            .Where(parts => parts[0] == name)
            .Select(parts => parts[1]),
        StringComparer.Ordinal);
}
