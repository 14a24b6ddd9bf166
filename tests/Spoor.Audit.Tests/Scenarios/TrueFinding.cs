namespace Spoor.Audit.Tests.Scenarios;

/// <summary>Something that a rule must find.</summary>
/// <param name="Scene">The scenario.</param>
/// <param name="Rule">Id of the rule.</param>
/// <param name="Required">The records that are the fact: all must be named by one of the rule's findings.</param>
/// <param name="Context">Records that may be named beside them.</param>
internal sealed record TrueFinding(string Scene, string Rule, IReadOnlyList<string> Required, IReadOnlyList<string> Context)
{
    public bool Covers(IEnumerable<string> eventIds) => eventIds.All(id => Required.Contains(id) || Context.Contains(id));
}
