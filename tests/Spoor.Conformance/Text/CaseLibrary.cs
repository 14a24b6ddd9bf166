using Spoor.Core.Collections;

namespace Spoor.Conformance.Text;

/// <summary>The case files beside the tests.</summary>
internal static class CaseLibrary
{
    private static readonly string s_folder = Path.Combine(AppContext.BaseDirectory, "Cases");

    /// <summary>Names of the files, without their ending: <c>functions/string</c>.</summary>
    public static IEnumerable<string> Names() => Directory
        .EnumerateFiles(s_folder, "*.test", SearchOption.AllDirectories)
        .Select(path => Path.ChangeExtension(Path.GetRelativePath(s_folder, path), null).Replace('\\', '/'))
        .Order(StringComparer.Ordinal);

    /// <summary>The cases of a file.</summary>
    public static ValueList<ConformanceCase> Read(string name) => CaseFile.Read(File.ReadAllText(Path.Combine(s_folder, name + ".test")));

    /// <summary>Known gaps: <c>file: title</c> of each case that we fail, with the kind and the reason.</summary>
    public static IReadOnlyDictionary<string, string> Gaps() => File
        .ReadLines(Path.Combine(s_folder, "gaps.txt"))
        .Where(line => line.Length > 0 && line[0] != '#')
        .Select(line => line.Split(" | ", 3))
        .ToDictionary(parts => parts[1], parts => $"{parts[0]}: {parts[2]}");
}
