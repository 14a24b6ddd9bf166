using Spoor.Core.Collections;

namespace Spoor.Audit.Logs;

/// <summary>One row of an answer, by name of its columns. Valid while its batch is.</summary>
/// <typeparam name="TColumn">The answer's columns.</typeparam>
internal readonly struct AnswerRow<TColumn>(AuditRow row, AnswerColumns<TColumn> columns)
    where TColumn : struct, Enum
{
    /// <summary>The text, or null.</summary>
    public string? Text(TColumn column) => row.Text(columns[column]);

    /// <summary>The text, or null, as the pool has it.</summary>
    public string? Text(TColumn column, TextPool pool) => row.Text(columns[column], pool);

    /// <summary>Whether there is no value.</summary>
    public bool IsNull(TColumn column) => row.IsNull(columns[column]);

    /// <summary>The text as UTF-8; empty for none. Valid until the next value is asked for.</summary>
    public ReadOnlySpan<byte> Utf8(TColumn column) => row.Utf8(columns[column]);

    /// <summary>A text that the statement never leaves null, or empty when it does.</summary>
    public string Name(TColumn column) => row.Name(columns[column]);

    /// <summary>The whole number; 0 for none.</summary>
    public long Number(TColumn column) => row.Number(columns[column]);

    /// <summary>The texts of an array; none when it is null. Nulls among them are left out.</summary>
    public ValueList<string> Texts(TColumn column) => row.Texts(columns[column]);

    /// <summary>Whether the value is true; null is not.</summary>
    public bool IsTrue(TColumn column) => row.IsTrue(columns[column]);
}
