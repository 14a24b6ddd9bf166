namespace Spoor.Audit.Reports.Verdicts;

/// <summary>A sentence of what a report comes to, to be read aloud.</summary>
/// <param name="Kind"><c>seen</c>, <c>alarm</c> or <c>unseen</c>.</param>
/// <param name="Text">The sentence. It never says more than was read: nothing seen is no proof of nothing.</param>
public sealed record VerdictSentence(string Kind, string Text);
