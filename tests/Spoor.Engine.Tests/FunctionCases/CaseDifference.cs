namespace Spoor.Engine.Tests.FunctionCases;

/// <summary>How an answer differs from the one expected.</summary>
/// <param name="Text">Both answers.</param>
/// <param name="IsOfRows">Rows came but others were expected: a wrong answer, which nobody notices.</param>
/// <param name="IsMissingError">Rows came but an error was expected. Of whole queries these are mostly what Trino cannot plan.</param>
internal sealed record CaseDifference(string Text, bool IsOfRows = false, bool IsMissingError = false);
