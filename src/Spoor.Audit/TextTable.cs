using Spoor.Audit.Cognito;

namespace Spoor.Audit;

/// <summary>A column of a text table.</summary>
/// <param name="Title">Heading.</param>
/// <param name="Width">Characters at most; shorter when no cell needs them.</param>
/// <param name="IsNumber">Aligned right.</param>
internal sealed record TextColumn(string Title, int Width, bool IsNumber = false);

/// <summary>Lines of aligned columns, two blanks between them.</summary>
internal static class TextTable
{
    public static IEnumerable<string> Lines(IReadOnlyList<TextColumn> columns, IReadOnlyList<string?[]> rows)
    {
        var widths = columns.Select((column, index) => Math.Min(column.Width, rows.Select(row => VisibleText.Of(row[index]).Length).Append(column.Title.Length).Max())).ToArray();
        return rows.Prepend([.. columns.Select(column => column.Title)]).Select(row => Line(columns, widths, row));
    }

    private static string Line(IReadOnlyList<TextColumn> columns, int[] widths, string?[] row) =>
        string.Join("  ", columns.Select((column, index) =>
        {
            var cell = VisibleText.Fit(row[index], widths[index]);
            return column.IsNumber ? cell.PadLeft(widths[index]) : cell.PadRight(widths[index]);
        })).TrimEnd();
}
