using Spoor.Core.Collections;
using Spoor.Core.Errors;

namespace Spoor.Audit.Findings;

/// <summary>The rules of an audit: the built-in ones, and those of a folder.</summary>
public static class RuleSet
{
    /// <summary>The built-in rules with their own thresholds, by id.</summary>
    public static ValueList<FindingRule> BuiltIn { get; } = ReadBuiltIn();

    /// <summary>The default thresholds, with comments.</summary>
    public static string DefaultThresholds => EmbeddedFile.Read(typeof(RuleSet), Thresholds.FileName);

    /// <summary>The built-in rules and those of a folder, with the thresholds that are in force.</summary>
    /// <param name="folder">A folder with rules (<c>*.sql</c>) and perhaps a <c>thresholds.yaml</c>; null for none.</param>
    /// <param name="thresholds">A thresholds file, which counts over that of the folder; null for none.</param>
    /// <exception cref="QueryException">A file is missing or at fault; the message says which, where and how to mend it.</exception>
    public static ValueList<FindingRule> Load(string? folder, string? thresholds)
    {
        var rules = BuiltIn.ToList();
        if (folder is not null)
        {
            AddFolder(rules, folder);
        }

        string[] files = [.. InFolder(folder), .. thresholds is null ? [] : (string[])[thresholds]];
        foreach (var file in files)
        {
            rules = [.. Thresholds.Read(file, ReadFile(file)).ApplyTo(rules)];
        }

        return rules.ToValueList();
    }

    private static IEnumerable<string> InFolder(string? folder) =>
        folder is not null && Path.Combine(folder, Thresholds.FileName) is var path && File.Exists(path) ? [path] : [];

    private static void AddFolder(List<FindingRule> rules, string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw new QueryException(ErrorCode.NotFound, null, $"There is no folder '{folder}'", $"{Setting.Rules:* names a folder with rules|A folder of rules holds them}, one .sql file each; docs/findings.md shows how to write one.");
        }

        var files = rules.ToDictionary(rule => rule.Id, _ => "the built-in rules", StringComparer.Ordinal);
        foreach (var path in Directory.EnumerateFiles(folder, "*.sql").Order(StringComparer.Ordinal))
        {
            var rule = RuleFile.Read(path, ReadFile(path));
            if (!files.TryAdd(rule.Id, path))
            {
                throw new QueryException(
                    ErrorCode.InvalidArguments, null, $"{path}: the id '{rule.Id}' is taken by {files[rule.Id]}",
                    "Give the rule another id. To be rid of a built-in rule, write 'enabled: false' below its id in a thresholds file.");
            }

            rule.Text.Fill(rule.Parameters).CheckSyntax();
            rules.Add(rule);
        }

        if (rules.Count == BuiltIn.Count)
        {
            throw new QueryException(ErrorCode.NotFound, null, $"The folder '{folder}' holds no rule", "A rule is a file that ends in .sql; docs/findings.md shows how to write one.");
        }
    }

    private static ValueList<FindingRule> ReadBuiltIn()
    {
        var thresholds = Thresholds.Read(Thresholds.FileName, DefaultThresholds);
        var folder = $"{typeof(RuleSet).Namespace}.";
        return typeof(RuleSet).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith($"{folder}Rules.", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => name[folder.Length..])
            .Select(name => RuleFile.Read(name, EmbeddedFile.Read(typeof(RuleSet), name)))
            .Select(rule => rule with { Parameters = thresholds.Of(rule.Id) })
            .ToValueList();
    }

    private static string ReadFile(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new QueryException(ErrorCode.NotFound, null, $"The file '{path}' cannot be read: {exception.Message}", null, exception);
        }
    }
}
