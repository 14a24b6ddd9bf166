using Spoor.Core.Text;

namespace Spoor.Sql.Syntax;

/// <summary>One statement of a script, not yet parsed.</summary>
/// <param name="Text">From its first word to its last, without the semicolon and without comments around it.</param>
/// <param name="StartOffset">Offset of <paramref name="Text"/> in the script.</param>
/// <param name="StartLine">Line of the first word in the script, from 1.</param>
/// <param name="StartColumn">Column of the first word in the script, from 1.</param>
/// <param name="IsComplete">A semicolon ends it, so no later text can belong to it.</param>
public sealed record ScriptStatement(string Text, int StartOffset, int StartLine, int StartColumn, bool IsComplete)
{
    /// <summary>A place within <see cref="Text"/> as a place in the script.</summary>
    public TextSpan ToScript(TextSpan span) => span with
    {
        Start = span.Start + StartOffset,
        Line = span.Line + StartLine - 1,
        Column = span.Line == 1 ? span.Column + StartColumn - 1 : span.Column,
    };
}
