using System.Globalization;
using System.Text;
using Spoor.Core.Text;

namespace Spoor.Core.Errors;

/// <summary>Shows an error for a terminal: the sentence in brief, the line of the statement with the offending text underlined, and the hint.</summary>
public static class ErrorExcerpt
{
    private const int MaximumWidth = 100;
    private const int TabWidth = 4;
    private const char Cut = '…';

    /// <summary>Several lines without a newline at the end; without source lines when the error has no place in <paramref name="sql"/>.</summary>
    /// <example><code>
    /// SYNTAX_ERROR: line 1:8: mismatched input ','
    /// 1 | SELECT , 1
    ///   |        ^
    /// Hint: ...
    /// </code></example>
    public static string Format(string sql, QueryException error)
    {
        var text = new StringBuilder();
        text.Append(error.Code == ErrorCode.HiveParseException ? error.Message : $"{error.Code.ToTrinoName()}: {error.BriefWithPlace}");
        if (error.Span is { } span && span.Start <= sql.Length)
        {
            AppendSource(text, sql, span);
        }

        if (error.Hint is { } hint)
        {
            text.Append("\nHint: ").Append(hint);
        }

        return text.ToString();
    }

    private static void AppendSource(StringBuilder text, string sql, TextSpan span)
    {
        var lineStart = span.Start == 0 ? 0 : sql.LastIndexOf('\n', span.Start - 1) + 1;
        var lineEnd = sql.IndexOf('\n', span.Start);
        var line = sql[lineStart..(lineEnd < 0 ? sql.Length : lineEnd)].TrimEnd('\r');
        var before = Render(line[..Math.Min(line.Length, span.Start - lineStart)], 0);
        var marked = Render(line[Math.Min(line.Length, span.Start - lineStart)..Math.Min(line.Length, span.Start + span.Length - lineStart)], Width(before));
        var after = Render(line[Math.Min(line.Length, span.Start + span.Length - lineStart)..], Width(before) + Width(marked));
        Narrow(ref before, ref marked, ref after);

        var number = span.Line.ToString(CultureInfo.InvariantCulture);
        var margin = new string(' ', number.Length);
        text.Append('\n').Append($"{number} | {before}{marked}{after}".TrimEnd());
        text.Append('\n').Append(margin).Append(" | ").Append(' ', Width(before)).Append('^', Math.Max(1, Width(marked)));
    }

    // A line that is too long keeps the offending text and as much before and behind it as fits.
    private static void Narrow(ref string before, ref string marked, ref string after)
    {
        marked = KeepStart(marked, MaximumWidth / 2);
        var free = MaximumWidth - Width(marked);
        if (Width(before) + Width(after) <= free)
        {
            return;
        }

        var behind = Math.Max(free / 2, free - Width(before));
        after = KeepStart(after, behind);
        before = KeepEnd(before, free - Width(after));
    }

    private static string KeepStart(string text, int width)
    {
        if (Width(text) <= width)
        {
            return text;
        }

        var kept = new StringBuilder();
        var used = 1;
        foreach (var rune in text.EnumerateRunes())
        {
            used += Width(rune);
            if (used > width)
            {
                break;
            }

            kept.Append(rune);
        }

        return kept.Append(Cut).ToString();
    }

    private static string KeepEnd(string text, int width)
    {
        var excess = Width(text) - width;
        if (excess <= 0)
        {
            return text;
        }

        var kept = new StringBuilder().Append(Cut);
        var skipped = -1;
        foreach (var rune in text.EnumerateRunes())
        {
            if (skipped < excess)
            {
                skipped += Width(rune);
            }
            else
            {
                kept.Append(rune);
            }
        }

        return kept.ToString();
    }

    // Tabs become blanks, and control characters a sign, so that the underline stands where the text does.
    private static string Render(string text, int column)
    {
        var rendered = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value == '\t')
            {
                var blanks = TabWidth - (column % TabWidth);
                rendered.Append(' ', blanks);
                column += blanks;
                continue;
            }

            var shown = Rune.IsControl(rune) ? Rune.ReplacementChar : rune;
            rendered.Append(shown);
            column += Width(shown);
        }

        return rendered.ToString();
    }

    private static int Width(string text)
    {
        var width = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            width += Width(rune);
        }

        return width;
    }

    // The ranges of Unicode's East Asian Width that terminals show in two cells, roughly.
    private static int Width(Rune rune)
    {
        if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format)
        {
            return 0;
        }

        var isWide = rune.Value is (>= 0x1100 and <= 0x115F) or (>= 0x2E80 and <= 0xA4CF) or (>= 0xAC00 and <= 0xD7A3) or (>= 0xF900 and <= 0xFAFF)
            or (>= 0xFE30 and <= 0xFE6F) or (>= 0xFF00 and <= 0xFF60) or (>= 0xFFE0 and <= 0xFFE6) or (>= 0x1F300 and <= 0x1FAFF) or (>= 0x20000 and <= 0x3FFFD);
        return isWide ? 2 : 1;
    }
}
