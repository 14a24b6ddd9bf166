using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;

namespace Spoor.Audit.Html;

/// <summary>One HTML file that needs nothing else: styles and scripts are in it, and its policy lets it load and run nothing but these.</summary>
/// <param name="Title">Title of the document.</param>
/// <param name="Styles">Style sheets, by the names of embedded files; <c>Html/base.css</c> comes before them.</param>
/// <param name="Body">The content.</param>
/// <param name="Scripts">Scripts that run at the end of the body, by the names of embedded files.</param>
internal sealed record HtmlPage(string Title, IReadOnlyList<string> Styles, Markup Body, IReadOnlyList<string> Scripts)
{
    /// <summary>Writes the page, UTF-8 by its own word.</summary>
    public async Task WriteAsync(TextWriter output, CancellationToken cancellationToken)
    {
        var scripts = Scripts.Select(ReadFile).ToList();
        await output.WriteAsync(Head(scripts).Text.AsMemory(), cancellationToken);
        await output.WriteAsync(Body.Text.AsMemory(), cancellationToken);
        foreach (var script in scripts)
        {
            await output.WriteAsync($"<script>{script}</script>\n".AsMemory(), cancellationToken);
        }

        await output.WriteAsync("</body>\n</html>\n".AsMemory(), cancellationToken);
    }

    private Markup Head(List<string> scripts) => Markup.Of($"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta http-equiv="Content-Security-Policy" content="{new Markup(Policy(scripts))}">
        <title>{Title}</title>
        <style>
        {new Markup(string.Concat(Styles.Prepend("Html/base.css").Select(ReadFile)))}</style>
        </head>
        <body>

        """);

    // A script is named by its hash, so that one which got into the page by any other way does not run.
    private static string Policy(List<string> scripts)
    {
        var hashes = scripts.Select(script => $" 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(script)))}'");
        return $"default-src 'none'; style-src 'unsafe-inline'{(scripts.Count == 0 ? "" : $"; script-src{string.Concat(hashes)}")}";
    }

    private static string ReadFile(string name)
    {
        var resource = $"Spoor.Audit.{name.Replace('/', '.')}";
        using var stream = typeof(HtmlPage).Assembly.GetManifestResourceStream(resource) ?? throw new UnreachableException($"{name} is not embedded.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
