using System.Text;
using Spoor.Storage.Files;

namespace Spoor.Cli.Shell;

/// <summary>Statements entered before, newest last, kept in a file in Spoor's home. Several shells may share the file: each only appends.</summary>
internal sealed class History
{
    private const int MaximumEntries = 1000;
    private readonly string? _path;
    private readonly List<string> _entries;

    /// <summary>Reads the history kept at <paramref name="path"/>; null keeps it in memory alone.</summary>
    public History(string? path)
    {
        _path = path;
        _entries = path is not null && File.Exists(path) ? Read(path) : [];
    }

    /// <summary>All entries, oldest first.</summary>
    public IReadOnlyList<string> Entries => _entries;

    /// <summary>Adds a statement, unless it repeats the last one.</summary>
    public void Add(string statement)
    {
        if (string.IsNullOrWhiteSpace(statement) || (_entries.Count > 0 && _entries[^1] == statement))
        {
            return;
        }

        _entries.Add(statement);
        if (_path is null)
        {
            return;
        }

        try
        {
            PrivateFiles.CreateFolder(Path.GetDirectoryName(_path)!); // Not null: the path is a file in the home folder.
            using var file = PrivateFiles.Open(_path, FileMode.Append, FileShare.ReadWrite);
            file.Write(Encoding.UTF8.GetBytes(Escape(statement) + "\n"));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // A read-only home must not stop a person from asking; the entry stays in memory.
        }
    }

    private static List<string> Read(string path)
    {
        try
        {
            return [.. File.ReadLines(path).TakeLast(MaximumEntries).Select(Unescape)];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    // One statement a line: a statement of several lines keeps its breaks as \n.
    private static string Escape(string statement) =>
        statement.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\r", "", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    private static string Unescape(string line)
    {
        var builder = new StringBuilder(line.Length);
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '\\' && i + 1 < line.Length)
            {
                builder.Append(line[++i] == 'n' ? '\n' : line[i]);
            }
            else
            {
                builder.Append(line[i]);
            }
        }

        return builder.ToString();
    }
}
