namespace Spoor.Conformance.Architecture;

/// <summary>The product's source files.</summary>
internal static class SourceTree
{
    /// <summary>The folder <c>src</c>.</summary>
    public static string Root { get; } = Path.Combine(Repository(), "src");

    /// <summary>The path of a file of the repository.</summary>
    public static string PathOf(params string[] parts) => Path.Combine([Repository(), .. parts]);

    /// <summary>The paths of all C# files below <see cref="Root"/>, with <c>/</c>, in order.</summary>
    public static IEnumerable<string> Files() => Directory
        .EnumerateFiles(Root, "*.cs", SearchOption.AllDirectories)
        .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'))
        .Where(path => !path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("/bin/", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal);

    /// <summary>The text of one of <see cref="Files"/>.</summary>
    public static string Read(string file) => File.ReadAllText(Path.Combine(Root, file));

    private static string Repository()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Spoor.slnx")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("The tests run outside the repository.");
        }

        return folder;
    }
}
