using System.Security.Cryptography;
using System.Text;

namespace Spoor.Audit.Reports.Html;

/// <summary>One HTML file that needs nothing else: styles and scripts are in it, and its policy lets it load and run nothing but these.</summary>
/// <param name="Title">Title of the document.</param>
/// <param name="Styles">Style sheets; <c>base.css</c> comes before them.</param>
/// <param name="Body">The content.</param>
/// <param name="Scripts">Scripts that run at the end of the body.</param>
internal sealed record HtmlPage(string Title, IReadOnlyList<string> Styles, Markup Body, IReadOnlyList<string> Scripts)
{
    /// <summary>Writes the page, UTF-8 by its own word.</summary>
    public async Task WriteAsync(TextWriter output, CancellationToken cancellationToken)
    {
        await output.WriteAsync(Head().Text.AsMemory(), cancellationToken);
        await output.WriteAsync(Body.Text.AsMemory(), cancellationToken);
        foreach (var script in Scripts)
        {
            await output.WriteAsync($"<script>{script}</script>\n".AsMemory(), cancellationToken);
        }

        await output.WriteAsync("</body>\n</html>\n".AsMemory(), cancellationToken);
    }

    private Markup Head() => Markup.Of($"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta http-equiv="Content-Security-Policy" content="{new Markup(Policy(Scripts))}">
        <title>{Title}</title>
        <style>
        {new Markup(string.Concat(Styles.Prepend(EmbeddedFile.Read(typeof(HtmlPage), "base.css"))))}</style>
        </head>
        <body>

        """);

    // A script is named by its hash, so that one which got into the page by any other way does not run.
    private static string Policy(IReadOnlyList<string> scripts)
    {
        var hashes = scripts.Select(script => $" 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(script)))}'");
        return $"default-src 'none'; style-src 'unsafe-inline'{(scripts.Count == 0 ? "" : $"; script-src{string.Concat(hashes)}")}";
    }
}
