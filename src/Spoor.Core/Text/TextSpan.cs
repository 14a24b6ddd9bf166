namespace Spoor.Core.Text;

/// <summary>A place in a statement's text.</summary>
/// <param name="Start">Offset of the first character, from 0.</param>
/// <param name="Length">Number of UTF-16 characters; 0 at the end of the text.</param>
/// <param name="Line">Line of the first character, from 1.</param>
/// <param name="Column">Column of the first character, from 1, as Trino counts it.</param>
public readonly record struct TextSpan(int Start, int Length, int Line, int Column)
{
    /// <summary>The place that reaches from this one to the end of <paramref name="last"/>.</summary>
    public TextSpan To(TextSpan last) => this with { Length = Math.Max(Length, last.Start + last.Length - Start) };
}
