using System.Diagnostics;

namespace Spoor.Audit.Policies.Iam;

/// <summary>The tables of facts about IAM, which people read and edit as files: comma-separated, no quotes, lines with <c>#</c> are comments, the first other line names the columns.</summary>
internal static class CsvTable
{
    /// <summary>The rows of <c>Tables/NAME.csv</c>, cell by column name.</summary>
    public static List<IReadOnlyDictionary<string, string>> Read(string name)
    {
        var lines = EmbeddedFile.Read(typeof(CsvTable), $"Tables/{name}.csv").ReplaceLineEndings("\n").Split('\n').Where(line => line.Length > 0 && line[0] != '#').ToList();
        var columns = lines[0].Split(',');
        return [.. lines.Skip(1).Select(line => Row(name, columns, line))];
    }

    // The last column is a note and may hold commas.
    private static Dictionary<string, string> Row(string name, string[] columns, string line)
    {
        var cells = line.Split(',', columns.Length);
        return cells.Length == columns.Length
            ? columns.Zip(cells).ToDictionary(pair => pair.First, pair => pair.Second)
            : throw new UnreachableException($"Tables/{name}.csv has {cells.Length} cells in: {line}");
    }
}
