namespace Spoor.Audit.Findings;

/// <summary>What a parameter of a rule can be. A thresholds file may change a value, never its kind.</summary>
internal enum RuleParameterKind
{
    Number,
    Text,
    Boolean,
    ListOfTexts,
    ListOfNumbers,
}

/// <summary>A threshold of a rule.</summary>
/// <param name="Name">Stands as <c>{name}</c> in the rule's query.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Sql">Its value as a literal.</param>
internal sealed record RuleParameter(string Name, RuleParameterKind Kind, string Sql);
