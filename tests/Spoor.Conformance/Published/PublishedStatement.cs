using System.Text.RegularExpressions;

namespace Spoor.Conformance.Published;

/// <summary>One file of a folder of published statements: <c>SOURCE/NAME.sql</c>.</summary>
internal sealed partial record PublishedStatement(string Source, string Path, string Text)
{
    /// <summary>The folder in <c>SPOOR_QUERIES</c>, else <c>../shared/queries</c>; the test is skipped where neither exists.</summary>
    public static IReadOnlyList<PublishedStatement> ReadAll()
    {
        var folder = Environment.GetEnvironmentVariable("SPOOR_QUERIES") is { Length: > 0 } setting ? setting : Testing.SharedFolder.Require("queries");
        return
        [
            .. Directory.EnumerateFiles(folder, "*.sql", SearchOption.AllDirectories)
                .Order(StringComparer.Ordinal)
                .Select(path => System.IO.Path.GetRelativePath(folder, path).Replace('\\', '/'))
                .Select(path => new PublishedStatement(path.Split('/')[0], path, File.ReadAllText(System.IO.Path.Combine(folder, path)))),
        ];
    }

    /// <summary>
    /// Whether the text holds something that its publisher wants replaced: <c>&lt;bucket&gt;</c>, <c>{date}</c>, <c>[TABLE_NAME]</c>, <c>__TABLE__</c>, <c>%s</c>.
    /// <c>${column}</c> inside a text is partition projection's own template and counts only when it is written elsewhere.
    /// </summary>
    public bool HasPlaceholder => Placeholder().IsMatch(TemplateValue().Replace(Comment().Replace(Text, " "), "''"));

    [GeneratedRegex("""--[^\n]*|/\*.*?\*/""", RegexOptions.Singleline)]
    private static partial Regex Comment();

    // A location template with plain ${column} parts and nothing else that looks like a placeholder.
    [GeneratedRegex("""'s3://[^'<>\[\]{}$]*(\$\{[a-z_0-9]+\}[^'<>\[\]{}$]*)+'""", RegexOptions.IgnoreCase)]
    private static partial Regex TemplateValue();

    [GeneratedRegex("""<<?[A-Za-z][\w .-]*>>?(?!\s*[>,)])|(?<![\d)])\{[^{}0-9][^{}]*\}|\$\{[^}]*\}|\[[A-Za-z_][A-Za-z_ -]*\]|__[A-Z_]+__|(?<![:\w])%s\b|%\(\w+\)s|\b(?i:your)[-_]\w+""")]
    private static partial Regex Placeholder();
}
