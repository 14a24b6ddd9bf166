using System.Globalization;
using System.Net;
using System.Runtime.CompilerServices;
using System.Text;
using Spoor.Engine.Results.Writers;

namespace Spoor.Audit.Reports.Html;

/// <summary>HTML or SVG. It is made of literals of this program and of values that were escaped on the way in, so no text out of logs can become an element.</summary>
internal readonly record struct Markup(string Text)
{
    /// <summary>The literal with its holes escaped, except those that are markup already.</summary>
    public static Markup Of(MarkupHandler text) => new(text.ToString());

    /// <summary>The parts one after the other.</summary>
    public static Markup Join(IEnumerable<Markup> parts) => new(string.Concat(parts.Select(part => part.Text)));
}

/// <summary>Fills the holes of an interpolated <see cref="Markup"/>.</summary>
[InterpolatedStringHandler]
internal readonly ref struct MarkupHandler(int literalLength, int formattedCount)
{
    private readonly StringBuilder _text = new(literalLength + (16 * formattedCount));

    public void AppendLiteral(string literal) => _text.Append(literal);

    public void AppendFormatted(Markup markup) => _text.Append(markup.Text);

    public void AppendFormatted(string? text) => _text.Append(WebUtility.HtmlEncode(VisibleText.Of(text ?? "")));

    public void AppendFormatted(int number) => _text.Append(CultureInfo.InvariantCulture, $"{number}");

    public override string ToString() => _text.ToString();
}
