namespace Spoor.Audit.Logs;

/// <summary>A place of a <see cref="StatementTemplate"/>.</summary>
/// <param name="Phrase">What belongs there: <c>pool</c>, <c>in the window</c>.</param>
/// <param name="Column">The column that the phrase is about; empty for none.</param>
internal readonly record struct StatementPlace(string Phrase, string Column);
