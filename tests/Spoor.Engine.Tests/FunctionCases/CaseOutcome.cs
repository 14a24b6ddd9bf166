namespace Spoor.Engine.Tests.FunctionCases;

/// <summary>What came where a case disagrees; a gap is listed with it, so that an error may not turn into a wrong answer unseen.</summary>
internal enum CaseOutcome
{
    /// <summary>Other rows than expected: a wrong answer, which nobody notices.</summary>
    Value,

    /// <summary>Rows where an error was expected.</summary>
    NoError,

    /// <summary>An error that was not expected, or another one than expected.</summary>
    Error,
}
