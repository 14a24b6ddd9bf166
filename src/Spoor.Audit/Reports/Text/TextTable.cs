using Spoor.Engine.Results.Writers;

namespace Spoor.Audit.Reports.Text;

/// <summary>A column of a text table.</summary>
/// <param name="Title">Heading.</param>
/// <param name="Width">Characters at most; shorter when no cell needs them.</param>
/// <param name="IsNumber">Aligned right.</param>
internal sealed record TextColumn(string Title, int Width, bool IsNumber = false);

/// <summary>Lines of text: aligned columns, two blanks between them, and wrapped sentences.</summary>
internal static class TextTable
{
    public static IEnumerable<string> Lines(IReadOnlyList<TextColumn> columns, IReadOnlyList<string?[]> rows)
    {
        var widths = columns.Select((column, index) => Math.Min(column.Width, rows.Select(row => VisibleText.Of(row[index] ?? "").Length).Append(column.Title.Length).Max())).ToArray();
        return rows.Prepend([.. columns.Select(column => column.Title)]).Select(row => Line(columns, widths, row));
    }

    /// <summary>The text in lines of at most <paramref name="width"/> characters where its words allow; the first begins with <paramref name="mark"/>, the others with as many blanks.</summary>
    public static IEnumerable<string> Wrap(string mark, string text, int width)
    {
        var line = mark;
        foreach (var word in VisibleText.Of(text).Split(' '))
        {
            if (line.Length + word.Length > width && line.Trim().Length > 0)
            {
                yield return line.TrimEnd();
                line = new string(' ', mark.Length);
            }

            line += word + " ";
        }

        yield return line.TrimEnd();
    }

    private static string Line(IReadOnlyList<TextColumn> columns, int[] widths, string?[] row) =>
        string.Join("  ", columns.Select((column, index) =>
        {
            var cell = VisibleText.CutMiddle(VisibleText.Of(row[index] ?? ""), widths[index]);
            return column.IsNumber ? cell.PadLeft(widths[index]) : cell.PadRight(widths[index]);
        })).TrimEnd();
}
