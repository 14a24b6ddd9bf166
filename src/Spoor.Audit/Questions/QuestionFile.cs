using Spoor.Audit.Findings;
using Spoor.Core.Collections;
using Spoor.Core.Errors;
using Spoor.Core.Text;
using YamlDotNet.RepresentationModel;

namespace Spoor.Audit.Questions;

/// <summary>Reads a question: front matter, then one SELECT.</summary>
internal sealed class QuestionFile
{
    private const string Shape = "A question begins with '---', the line 'title: ...', perhaps group, needs, parameters and see, and '---'; then one SELECT follows. docs/questions.md has an example.";
    private const string DefaultGroup = "Own";

    private static readonly string[] s_keys = ["title", "group", "needs", "parameters", "see"];

    private readonly string _file;
    private readonly YamlText _yaml;

    private QuestionFile(string file) => (_file, _yaml) = (file, new YamlText(file, firstLine: 2));

    /// <summary>The question in a text.</summary>
    /// <param name="file">The file; its name is the question's.</param>
    /// <param name="text">The file's content.</param>
    /// <exception cref="QueryException">InvalidArguments: the front matter is at fault.</exception>
    public static Question Read(string file, string text) => new QuestionFile(file).Read(text.TrimStart('\uFEFF').ReplaceLineEndings("\n"));

    private Question Read(string text)
    {
        var (yaml, queryStart) = FrontMatter.Split(_file, text, Shape);
        var entries = Entries(_yaml.Read(yaml), s_keys);
        return new Question(
            Path.GetFileNameWithoutExtension(_file),
            Text(entries, "title") ?? throw new QueryException(ErrorCode.InvalidArguments, null, $"{_file}: the front matter has no 'title'", Shape),
            Text(entries, "group") ?? DefaultGroup,
            entries.TryGetValue("needs", out var needs) ? Need(needs) : null,
            entries.TryGetValue("parameters", out var parameters) ? _yaml.Entries(parameters).Select(entry => Parameter(entry.Key, entry.Value)).ToValueList() : [],
            Text(entries, "see"),
            text[queryStart..].Trim());
    }

    private QuestionNeed Need(YamlNode node)
    {
        var entries = Entries(_yaml.Entries(node), ["what", "where"]);
        return new QuestionNeed(Require(entries, "what", node), Require(entries, "where", node));
    }

    private QuestionParameter Parameter(YamlScalarNode key, YamlNode value)
    {
        var entries = Entries(_yaml.Entries(value), ["about", "default"]);
        var fallback = entries.TryGetValue("default", out var node) ? (node as YamlScalarNode)?.Value ?? throw _yaml.Error(node, "'default' must be a text", "Write 'default: ...'.") : null;
        return new QuestionParameter(key.Value ?? "", Require(entries, "about", value), fallback);
    }

    private Dictionary<string, YamlNode> Entries(IEnumerable<(YamlScalarNode Key, YamlNode Value)> read, string[] known)
    {
        var entries = new Dictionary<string, YamlNode>(StringComparer.Ordinal);
        foreach (var (key, value) in read)
        {
            var name = key.Value ?? "";
            entries[name] = known.Contains(name) ? value : throw _yaml.Error(key, $"there is no entry '{name}' here", NearestName.Hint(name, known) ?? $"The entries are {string.Join(", ", known)}.");
        }

        return entries;
    }

    private string Require(Dictionary<string, YamlNode> entries, string name, YamlNode parent) =>
        Text(entries, name) ?? throw _yaml.Error(parent, $"there is no '{name}'", $"Write '{name}: ...'.");

    private string? Text(Dictionary<string, YamlNode> entries, string name) => entries.TryGetValue(name, out var node) ? _yaml.Text(node, name) : null;
}
