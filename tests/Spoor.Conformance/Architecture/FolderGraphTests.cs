using Xunit;

namespace Spoor.Conformance.Architecture;

/// <summary>Folders are rooms: no two of a project use one another, and what each uses stands in docs/ARCHITECTURE.md.</summary>
public sealed class FolderGraphTests(ITestOutputHelper output)
{
    private const string Beginning = "<!-- Folders: written by the tests with UPDATE_GOLDEN=1 -->\n```\n";
    private const string End = "```\n";

    [Fact]
    public void No_two_folders_of_a_project_use_one_another()
    {
        var graph = Read();

        var circle = graph.Layers().Circle;

        Assert.True(circle.Count == 0, string.Join('\n', circle.SelectMany(folder => graph.UsedBy(folder).Intersect(circle).Select(
            used => $"{folder} uses {used}: {string.Join(", ", graph.Files(folder, used))}"))));
    }

    [Fact]
    public void A_folder_uses_only_what_the_architecture_says()
    {
        var page = SourceTree.PathOf("docs", "ARCHITECTURE.md");
        var text = File.ReadAllText(page).ReplaceLineEndings("\n");
        var start = text.IndexOf(Beginning, StringComparison.Ordinal) + Beginning.Length;
        Assert.True(start >= Beginning.Length, "docs/ARCHITECTURE.md has lost the list of folders.");
        var end = text.IndexOf(End, start, StringComparison.Ordinal);

        var graph = Print(Read());
        output.WriteLine(graph);
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(page, text[..start] + graph + text[end..]);
            return;
        }

        Assert.Equal(text[start..end], graph);
    }

    [Fact]
    public void Folders_hold_what_one_can_look_over()
    {
        var full = SourceTree.Files().GroupBy(file => Path.GetDirectoryName(file)).Where(folder => folder.Count() > 30).Select(folder => $"{folder.Key}: {folder.Count()} files");

        Assert.Empty(full);
    }

    [Fact]
    public void A_using_line_a_full_name_and_a_type_of_the_folder_around_are_uses()
    {
        var graph = new FolderGraph(
        [
            ("Spoor.A/Root.cs", "namespace Spoor.A;\npublic sealed class Root;\n"),
            ("Spoor.A/B/Used.cs", "namespace Spoor.A.B;\ninternal static partial class Used { }\n"),
            ("Spoor.A/C/ByLine.cs", "using Spoor.A.B;\nnamespace Spoor.A.C;\ninternal class ByLine;\n"),
            ("Spoor.A/D/ByName.cs", "namespace Spoor.A.D;\ninternal class ByName : Spoor.A.B.Used;\n"),
            ("Spoor.A/E/ByFolder.cs", "namespace Spoor.A.E;\ninternal class ByFolder(Root root);\n"),
            ("Spoor.A/F/NotAtAll.cs", "// Spoor.A.B.Used, Root\nnamespace Spoor.A.F;\ninternal class NotAtAll;\n"),
        ]);

        Assert.Equal(
            ["Spoor.A/C uses Spoor.A/B", "Spoor.A/D uses Spoor.A/B", "Spoor.A/E uses Spoor.A"],
            graph.Folders.SelectMany(folder => graph.UsedBy(folder).Select(used => $"{folder} uses {used}")));
    }

    [Fact]
    public void A_circle_is_found_without_those_that_only_use_it()
    {
        var graph = new FolderGraph(
        [
            ("Spoor.A/B/One.cs", "using Spoor.A.C;\nnamespace Spoor.A.B;\ninternal class One;\n"),
            ("Spoor.A/C/Two.cs", "using Spoor.A.B;\nnamespace Spoor.A.C;\ninternal class Two;\n"),
            ("Spoor.A/D/User.cs", "using Spoor.A.B;\nnamespace Spoor.A.D;\ninternal class User;\n"),
            ("Spoor.A/E/Free.cs", "namespace Spoor.A.E;\ninternal class Free;\n"),
        ]);

        var (layers, circle) = graph.Layers();

        Assert.Equal(["Spoor.A/B", "Spoor.A/C"], circle);
        Assert.Equal(["Spoor.A/E"], Assert.Single(layers));
    }

    private static FolderGraph Read() => new(SourceTree.Files().Select(file => (file, SourceTree.Read(file))));

    // Projects by name; in each, what is used stands above what uses it.
    private static string Print(FolderGraph graph)
    {
        var lines = new List<string>();
        foreach (var project in graph.Layers().Layers.SelectMany(layer => layer).GroupBy(folder => folder.Split('/')[0]).OrderBy(project => project.Key, StringComparer.Ordinal))
        {
            lines.Add(project.Key);
            string Name(string folder) => folder == project.Key ? "(its own folder)" : folder[(project.Key.Length + 1)..];
            lines.AddRange(project.Select(folder => $"  {Name(folder)}{(graph.UsedBy(folder).Any() ? $" uses {string.Join(", ", graph.UsedBy(folder).Select(Name))}" : "")}"));
        }

        return string.Concat(lines.Select(line => line + "\n"));
    }
}
