using Spoor.Core.Collections;

namespace Spoor.Conformance.Text;

/// <summary>One case of a case file.</summary>
/// <param name="Line">Line of its first word in the file, from 1.</param>
/// <param name="Title">The comment above it, without the <c>#</c>: what it is about, and the document it stands in.</param>
/// <param name="Sql">The statement.</param>
/// <param name="Expected">What must come of it.</param>
internal sealed record ConformanceCase(int Line, string Title, string Sql, Expectation Expected);

/// <summary>What must come of a statement.</summary>
internal abstract record Expectation;

/// <summary>It succeeds and later cases of the file build on it.</summary>
internal sealed record ExpectedSuccess : Expectation;

/// <summary>No statement but an object of the bucket that later cases read; its content stands in the statement's place.</summary>
internal sealed record GivenObject(string Key) : Expectation;

/// <summary>It fails: Trino's error name, <c>line:column</c> (null where the error has no place), and the whole message.</summary>
internal sealed record ExpectedError(string Code, string? Place, string Message) : Expectation;

/// <summary>It gives rows: values in Athena's text form, joined by <c> | </c>, NULL as <c>NULL</c>.</summary>
/// <param name="Types">Types of the columns, joined by <c>, </c>.</param>
/// <param name="Rows">The rows.</param>
/// <param name="IsOrdered">Whether their order counts.</param>
internal sealed record ExpectedRows(string Types, ValueList<string> Rows, bool IsOrdered) : Expectation;
