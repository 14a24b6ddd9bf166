using System.Globalization;
using System.Text.RegularExpressions;
using Spoor.Core.Errors;
using Spoor.Core.Text;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Spoor.Audit.Findings;

/// <summary>A YAML text of mappings, as rules and thresholds are written, that knows file and line of each entry so that errors can name them.</summary>
/// <param name="file">The name that errors say.</param>
/// <param name="firstLine">Line of the file in which the text begins.</param>
internal sealed partial class YamlText(string file, int firstLine = 1)
{
    /// <summary>Keys and values of the text's one mapping, in their order; none for a text without content.</summary>
    /// <exception cref="QueryException">InvalidArguments: no YAML, or no mapping.</exception>
    public IEnumerable<(YamlScalarNode Key, YamlNode Value)> Read(string text)
    {
        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(text));
        }
        catch (YamlException exception)
        {
            throw new QueryException(
                ErrorCode.InvalidArguments, null, $"{file}:{Line(exception.Start)}: this is no YAML: {exception.Message}",
                "Write 'name: value' lines; put a text that holds ': ' or '#' in quotes, or below 'name: >-'.", exception);
        }

        return stream.Documents.Count == 0 ? [] : Entries(stream.Documents[0].RootNode);
    }

    /// <summary>Keys and values of a mapping, in their order.</summary>
    public IEnumerable<(YamlScalarNode Key, YamlNode Value)> Entries(YamlNode node)
    {
        if (node is YamlScalarNode { Style: ScalarStyle.Plain, Value: null or "" })
        {
            return [];
        }

        return node is YamlMappingNode mapping
            ? mapping.Children.Select(entry => (entry.Key as YamlScalarNode ?? throw Error(entry.Key, "a name is expected", "Write 'name: value'."), entry.Value))
            : throw Error(node, "lines of the form 'name: value' are expected", "docs/findings.md shows one.");
    }

    /// <summary>A text.</summary>
    public string Text(YamlNode node, string name) => node is YamlScalarNode { Value: { Length: > 0 } text }
        ? text.Trim()
        : throw Error(node, $"'{name}' must be a text", $"Write '{name}: ...'.");

    /// <summary>A parameter with its value.</summary>
    public RuleParameter Parameter(YamlScalarNode key, YamlNode value)
    {
        var name = key.Value ?? "";
        if (!ParameterName().IsMatch(name))
        {
            throw Error(key, $"'{name}' is no name of a parameter", "Use small letters, digits and '_', and begin with a letter.");
        }

        if (value is not YamlSequenceNode list)
        {
            var (kind, sql) = Scalar(value, name);
            return new RuleParameter(name, kind, sql);
        }

        var items = list.Children.Select(item => Scalar(item, name)).ToList();
        var kinds = items.Select(item => item.Kind).Distinct().ToList();
        return kinds switch
        {
            [] => new RuleParameter(name, RuleParameterKind.ListOfTexts, "CAST(ARRAY[] AS array(varchar))"),
            [RuleParameterKind.Number] => new RuleParameter(name, RuleParameterKind.ListOfNumbers, Array(items)),
            [RuleParameterKind.Text] => new RuleParameter(name, RuleParameterKind.ListOfTexts, $"CAST({Array(items)} AS array(varchar))"),
            _ => throw Error(list, $"the list '{name}' must hold texts only, or numbers only", "Put numbers that are meant as texts in quotes."),
        };
    }

    /// <summary>An error at a place of the file.</summary>
    public QueryException Error(YamlNode node, string message, string hint) => new(ErrorCode.InvalidArguments, null, $"{file}:{Line(node.Start)}: {message}", hint);

    private static string Array(IEnumerable<(RuleParameterKind Kind, string Sql)> items) => $"ARRAY[{string.Join(", ", items.Select(item => item.Sql))}]";

    private (RuleParameterKind Kind, string Sql) Scalar(YamlNode node, string name)
    {
        if (node is not YamlScalarNode { Value: { } value } scalar || (scalar.Style == ScalarStyle.Plain && value.Length == 0))
        {
            throw Error(node, $"'{name}' must be a number, a text, true, false or a list", $"Write '{name}: 5' or '{name}: [a, b]'.");
        }

        if (scalar.Style != ScalarStyle.Plain)
        {
            return (RuleParameterKind.Text, SqlLiteral.Text(value));
        }

        return value is "true" or "false" ? (RuleParameterKind.Boolean, value)
            : Number().IsMatch(value) ? (RuleParameterKind.Number, value)
            : (RuleParameterKind.Text, SqlLiteral.Text(value));
    }

    private string Line(Mark mark) => (mark.Line + firstLine - 1).ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex("^[a-z][a-z0-9_]*$")]
    private static partial Regex ParameterName();

    [GeneratedRegex("^-?[0-9]{1,18}([.][0-9]{1,9})?$")]
    private static partial Regex Number();
}
