using Spoor.Engine.Results.Writers;

namespace Spoor.Audit.Reports.Text;

/// <summary>The lines of a report for people: 100 columns, plain text, no character that a terminal would obey.</summary>
internal sealed class ReportLines
{
    /// <summary>Columns of a line.</summary>
    public const int Width = 100;

    private readonly List<string> _lines = [];

    /// <summary>Begins a section.</summary>
    public void Section(string title)
    {
        Add("");
        Add($"{title} {new string('─', Math.Max(0, Width - title.Length - 1))}");
    }

    /// <summary>Adds a line, however long.</summary>
    public void Add(string line) => _lines.Add(VisibleText.Of(line));

    /// <summary>Adds lines that <see cref="TextTable"/> has made.</summary>
    public void AddRange(IEnumerable<string> lines) => _lines.AddRange(lines);

    /// <summary>Adds a text in as many lines as it takes; the first begins with the mark.</summary>
    public void AddWrapped(string mark, string text) => _lines.AddRange(TextTable.Wrap(mark, text, Width));

    /// <summary>Says what the lines before leave out, if anything.</summary>
    public void AddRest(long count, string what = "", string indent = "", string has = "has all")
    {
        if (count > 0)
        {
            Add($"{indent}{ReportRest.Of(count, what, has)}");
        }
    }

    /// <summary>Says of an empty section that it is meant to be.</summary>
    public void AddNothing(int count)
    {
        if (count == 0)
        {
            Add("none");
        }
    }

    /// <summary>Writes the lines.</summary>
    public async Task WriteAsync(TextWriter output, CancellationToken cancellationToken)
    {
        foreach (var line in _lines)
        {
            await output.WriteLineAsync(line.AsMemory(), cancellationToken);
        }
    }
}
