namespace Spoor.Engine.Tests.FunctionCases;

/// <summary>How an answer differs from the one expected.</summary>
/// <param name="Outcome">What kind of difference it is.</param>
/// <param name="Text">Both answers.</param>
internal sealed record CaseDifference(CaseOutcome Outcome, string Text);
