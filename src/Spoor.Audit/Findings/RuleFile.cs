using Spoor.Core.Collections;
using Spoor.Core.Errors;
using Spoor.Core.Text;
using YamlDotNet.RepresentationModel;

namespace Spoor.Audit.Findings;

/// <summary>Reads a rule: front matter between two lines of <c>---</c>, then one query.</summary>
internal sealed class RuleFile
{
    private const string Shape = "A rule begins with '---', the lines id, title, severity, why, what_to_do and false_alarm, and '---'; then one SELECT follows. docs/findings.md has an example.";

    private static readonly string[] s_keys = ["id", "title", "severity", "why", "what_to_do", "false_alarm", "parameters", "severity_by_row"];

    private readonly string _file;
    private readonly YamlText _yaml;
    private readonly Dictionary<string, YamlNode> _entries = new(StringComparer.Ordinal);

    private RuleFile(string file) => (_file, _yaml) = (file, new YamlText(file, firstLine: 2));

    /// <summary>The rule in a text.</summary>
    /// <param name="file">The name that errors say.</param>
    /// <param name="text">The file's content.</param>
    /// <exception cref="QueryException">InvalidArguments: the front matter is at fault.</exception>
    public static FindingRule Read(string file, string text) => new RuleFile(file).Read(text.TrimStart('\uFEFF').ReplaceLineEndings("\n"));

    private FindingRule Read(string text)
    {
        var (frontMatter, queryStart) = FrontMatter.Split(_file, text, Shape);
        foreach (var (key, value) in _yaml.Read(frontMatter))
        {
            var name = key.Value ?? "";
            if (!s_keys.Contains(name))
            {
                throw _yaml.Error(key, $"there is no entry '{name}' in a rule", NearestName.Hint(name, s_keys) ?? $"The entries are {string.Join(", ", s_keys)}.");
            }

            _entries[name] = value;
        }

        return new FindingRule(
            Id(), Text("title"), Severity(), Text("why"), Text("what_to_do"), Text("false_alarm"), new RuleText(_file, text, queryStart, HasSeverityByRow()), Parameters());
    }

    private string Id()
    {
        var id = Text("id");
        return id.All(letter => letter is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '_')
            ? id
            : throw _yaml.Error(_entries["id"], $"'{id}' is no id", "Use small letters, digits and '_'.");
    }

    private FindingSeverity Severity()
    {
        var name = Text("severity");
        return FindingSeverities.TryParse(name, out var severity)
            ? severity
            : throw _yaml.Error(_entries["severity"], $"there is no severity '{name}'", $"It is one of {FindingSeverities.Names}.");
    }

    private bool HasSeverityByRow() => _entries.TryGetValue("severity_by_row", out var value)
        && (value is YamlScalarNode { Value: "true" or "false" } flag ? flag.Value == "true" : throw _yaml.Error(value, "'severity_by_row' must be true or false", "Leave it out where all findings have the rule's severity."));

    private ValueList<RuleParameter> Parameters() => _entries.TryGetValue("parameters", out var parameters)
        ? _yaml.Entries(parameters).Select(entry => _yaml.Parameter(entry.Key, entry.Value)).ToValueList()
        : [];

    private string Text(string name) => _entries.TryGetValue(name, out var value)
        ? _yaml.Text(value, name)
        : throw new QueryException(ErrorCode.InvalidArguments, null, $"{_file}: the front matter has no '{name}'", Shape);
}
