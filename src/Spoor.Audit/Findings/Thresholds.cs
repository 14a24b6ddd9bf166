using Spoor.Core.Collections;
using Spoor.Core.Errors;
using Spoor.Core.Text;
using YamlDotNet.RepresentationModel;

namespace Spoor.Audit.Findings;

/// <summary>A thresholds file: for rules by id, values of their parameters, and <c>enabled: false</c> for rules that are not to run.</summary>
internal sealed class Thresholds
{
    /// <summary>What it is called in a folder of rules, and here.</summary>
    public const string FileName = "thresholds.yaml";

    private const string Enabled = "enabled";

    private readonly YamlText _yaml;
    private readonly Dictionary<string, (YamlScalarNode Key, List<(YamlScalarNode Key, RuleParameter Parameter)> Parameters)> _rules = new(StringComparer.Ordinal);

    private Thresholds(string file) => _yaml = new YamlText(file);

    /// <summary>Reads a file's text.</summary>
    /// <param name="file">The name that errors say.</param>
    /// <param name="text">Its content.</param>
    /// <exception cref="QueryException">InvalidArguments: it is not of that form.</exception>
    public static Thresholds Read(string file, string text)
    {
        var thresholds = new Thresholds(file);
        foreach (var (key, value) in thresholds._yaml.Read(text))
        {
            var parameters = thresholds._yaml.Entries(value).Select(entry => (entry.Key, thresholds._yaml.Parameter(entry.Key, entry.Value))).ToList();
            thresholds._rules[key.Value ?? ""] = (key, parameters);
        }

        return thresholds;
    }

    /// <summary>The parameters of a built-in rule, which has no others.</summary>
    public ValueList<RuleParameter> Of(string rule) => _rules.TryGetValue(rule, out var found) ? found.Parameters.Select(entry => entry.Parameter).ToValueList() : [];

    /// <summary>The rules with the values of this file, without those that it switches off.</summary>
    /// <exception cref="QueryException">InvalidArguments: the file names a rule or a parameter that does not exist, or gives a value of another kind.</exception>
    public IEnumerable<FindingRule> ApplyTo(IReadOnlyList<FindingRule> rules)
    {
        var ids = rules.Select(rule => rule.Id).ToList();
        foreach (var (id, (key, _)) in _rules.Where(entry => !ids.Contains(entry.Key)))
        {
            throw _yaml.Error(key, $"there is no rule '{id}'", NearestName.Hint(id, ids) ?? "'spoor audit rules' lists the rules.");
        }

        return rules.Where(IsEnabled).Select(Apply).ToList();
    }

    private bool IsEnabled(FindingRule rule) => !_rules.TryGetValue(rule.Id, out var found)
        || !found.Parameters.Exists(entry => entry.Parameter is { Name: Enabled, Kind: RuleParameterKind.Boolean, Sql: "false" });

    private FindingRule Apply(FindingRule rule)
    {
        if (!_rules.TryGetValue(rule.Id, out var found))
        {
            return rule;
        }

        var parameters = rule.Parameters.ToList();
        foreach (var (key, parameter) in found.Parameters.Where(entry => entry.Parameter.Name != Enabled))
        {
            var index = parameters.FindIndex(known => known.Name == parameter.Name);
            if (index < 0)
            {
                throw _yaml.Error(key, $"the rule '{rule.Id}' has no parameter '{parameter.Name}'", Suggestion(parameter.Name, rule));
            }

            parameters[index] = parameter.Kind == parameters[index].Kind
                ? parameter
                : throw _yaml.Error(key, $"'{parameter.Name}' must be {Describe(parameters[index].Kind)}", $"Its value is {parameters[index].Sql}.");
        }

        return rule with { Parameters = parameters.ToValueList() };
    }


    private static string Suggestion(string name, FindingRule rule)
    {
        var known = rule.Parameters.Select(parameter => parameter.Name).Append(Enabled).ToList();
        return NearestName.Hint(name, known) ?? $"It has {string.Join(", ", known)}.";
    }

    private static string Describe(RuleParameterKind kind) => kind switch
    {
        RuleParameterKind.Number => "a number",
        RuleParameterKind.Text => "a text",
        RuleParameterKind.Boolean => "true or false",
        RuleParameterKind.ListOfTexts => "a list of texts",
        RuleParameterKind.ListOfNumbers => "a list of numbers",
        _ => throw new System.Diagnostics.UnreachableException($"No words for {kind}."),
    };
}
