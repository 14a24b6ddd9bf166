using System.Text;

namespace Spoor.Cli.Shell;

/// <summary>A statement of several lines as one, for an editor that edits a line.</summary>
internal static class StatementLine
{
    /// <summary>The statement with blanks for line breaks and without its <c>--</c> comments, which would swallow all that follows them.</summary>
    public static string Of(string statement)
    {
        var line = new StringBuilder(statement.Length);
        var quote = '\0';
        for (var i = 0; i < statement.Length; i++)
        {
            var c = statement[i];
            if (quote == '\0' && c == '-' && i + 1 < statement.Length && statement[i + 1] == '-')
            {
                var end = statement.IndexOf('\n', i);
                i = end < 0 ? statement.Length : end - 1;
                continue;
            }

            quote = c is not ('\'' or '"' or '`') ? quote : quote == '\0' ? c : quote == c ? '\0' : quote;
            line.Append(c switch { '\r' => "", '\n' => " ", _ => c.ToString() });
        }

        return line.ToString().TrimEnd();
    }
}
