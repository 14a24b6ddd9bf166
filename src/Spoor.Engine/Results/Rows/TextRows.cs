namespace Spoor.Engine.Results.Rows;

/// <summary>Some rows of a result as text. Valid until the next ones are asked for.</summary>
/// <param name="Count">Number of rows.</param>
/// <param name="Text">Their text.</param>
internal readonly record struct TextRows(int Count, ReadOnlyMemory<byte> Text);
