namespace Spoor.Engine.Tests.FunctionCases;

/// <summary>How an answer differs from the one expected.</summary>
/// <param name="Text">Both answers.</param>
/// <param name="IsOfRows">Rows came but others were expected: a wrong answer, which nobody notices.</param>
internal sealed record CaseDifference(string Text, bool IsOfRows = false);
