using System.Text.RegularExpressions;

namespace Spoor.Conformance.Architecture;

/// <summary>Which folder of a project uses which other of the same project. A folder's name is its path below <c>src</c>; a project's own folder bears the project's name.</summary>
/// <remarks>
/// A file uses the folders that its <c>using</c> lines and its full names say; the build refuses a <c>using</c> that is not needed. The folders around a file need no such line, as its
/// namespace lies in theirs: those it uses when one of their types' names stands in it.
/// </remarks>
internal sealed partial class FolderGraph
{
    private readonly SortedDictionary<string, SortedDictionary<string, SortedSet<string>>> _files = new(StringComparer.Ordinal);

    /// <summary>The graph of files, given as paths with <c>/</c> below <c>src</c> and their texts.</summary>
    public FolderGraph(IEnumerable<(string Path, string Text)> files)
    {
        var all = files.Select(file => new SourceFile(FolderOf(file.Path), file.Path, Comments().Replace(file.Text, ""))).ToList();
        var types = all.GroupBy(file => file.Folder).ToDictionary(
            folder => folder.Key, folder => folder.SelectMany(file => DeclaredTypes().Matches(file.Text)).Select(match => match.Groups["name"].Value).ToHashSet());
        foreach (var file in all)
        {
            _files.TryAdd(file.Folder, new(StringComparer.Ordinal));
            foreach (var used in FullNames().Matches(file.Text).Select(match => FolderNamed(match.Value, types)).OfType<string>())
            {
                Add(file, used);
            }

            var words = new Lazy<HashSet<string>>(() => Words().Matches(file.Text).Select(match => match.Value).ToHashSet());
            for (var around = FolderOf(file.Folder); around.Length > 0; around = FolderOf(around))
            {
                if (types.TryGetValue(around, out var declared) && words.Value.Overlaps(declared))
                {
                    Add(file, around);
                }
            }
        }
    }

    /// <summary>All folders with C# files.</summary>
    public IEnumerable<string> Folders => _files.Keys;

    /// <summary>The folders of the same project that a folder uses, in order.</summary>
    public IEnumerable<string> UsedBy(string folder) => _files[folder].Keys;

    /// <summary>The files by which one folder uses another.</summary>
    public IEnumerable<string> Files(string folder, string used) => _files[folder][used];

    /// <summary>The folders in layers: each uses only those of layers before. What is left at the end uses one another in a circle.</summary>
    public (IReadOnlyList<IReadOnlyList<string>> Layers, IReadOnlyList<string> Circle) Layers()
    {
        var layers = new List<IReadOnlyList<string>>();
        var placed = new HashSet<string>();
        while (Folders.Where(folder => !placed.Contains(folder) && UsedBy(folder).All(placed.Contains)).ToList() is { Count: > 0 } layer)
        {
            layers.Add(layer);
            placed.UnionWith(layer);
        }

        // What only uses the circle is not a part of it.
        var left = Folders.Where(folder => !placed.Contains(folder)).ToHashSet();
        while (left.FirstOrDefault(folder => !left.Any(user => UsedBy(user).Contains(folder))) is { } user)
        {
            left.Remove(user);
        }

        return (layers, [.. left.Order(StringComparer.Ordinal)]);
    }

    private void Add(SourceFile file, string used)
    {
        if (used == file.Folder || ProjectOf(used) != ProjectOf(file.Folder))
        {
            return;
        }

        var uses = _files[file.Folder];
        if (!uses.TryGetValue(used, out var files))
        {
            uses[used] = files = new(StringComparer.Ordinal);
        }

        files.Add(Path.GetFileName(file.Path));
    }

    // The longest beginning of a full name that is a folder with types.
    private static string? FolderNamed(string name, Dictionary<string, HashSet<string>> types)
    {
        var parts = name.Split('.');
        for (var count = parts.Length; count >= 2; count--)
        {
            var folder = string.Join('/', [$"{parts[0]}.{parts[1]}", .. parts[2..count]]);
            if (types.ContainsKey(folder))
            {
                return folder;
            }
        }

        return null;
    }

    private static string FolderOf(string path) => path.LastIndexOf('/') is var end and >= 0 ? path[..end] : "";

    private static string ProjectOf(string folder) => folder.Split('/')[0];

    [GeneratedRegex(@"^\s*//.*$", RegexOptions.Multiline)]
    private static partial Regex Comments();

    // Types at the top level of a file stand at the beginning of a line.
    [GeneratedRegex(@"^(?:[a-z]+ )*(?:class|struct|interface|enum|record|delegate [\w<>?\[\]., ]+) (?<name>[A-Z]\w*)", RegexOptions.Multiline)]
    private static partial Regex DeclaredTypes();

    [GeneratedRegex(@"(?<!namespace )\bSpoor(?:\.[A-Z]\w*)+")]
    private static partial Regex FullNames();

    [GeneratedRegex(@"\b[A-Z]\w*")]
    private static partial Regex Words();

    private sealed record SourceFile(string Folder, string Path, string Text);
}
