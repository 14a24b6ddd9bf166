using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Spoor.Core.Collections;
using Spoor.Engine.Results.Rows;

namespace Spoor.Audit.Logs;

/// <summary>One row of an answer, by position of its columns. Valid while its batch is.</summary>
internal readonly struct AuditRow(RowBatch batch, int row)
{
    /// <summary>The text, or null.</summary>
    public string? Text(int column) => batch.GetText(column, row);

    /// <summary>Whether there is no value.</summary>
    public bool IsNull(int column) => batch.IsNull(column, row);

    /// <summary>The text as UTF-8; empty for none. Valid until the next value is asked for.</summary>
    public ReadOnlySpan<byte> Utf8(int column) => batch.GetUtf8(column, row);

    /// <summary>The text, or null, as the pool has it.</summary>
    public string? Text(int column, TextPool pool) => batch.IsNull(column, row) ? null : pool.Get(batch.GetUtf8(column, row));

    /// <summary>A text that the statement never leaves null, or empty when it does.</summary>
    public string Name(int column) => Text(column) ?? "";

    /// <summary>The whole number; 0 for none.</summary>
    public long Number(int column) => batch.IsNull(column, row) ? 0 : long.Parse(batch.GetUtf8(column, row), CultureInfo.InvariantCulture);

    /// <summary>The texts of an array; none when it is null. Nulls among them are left out.</summary>
    public ValueList<string> Texts(int column)
    {
        if (batch.IsNull(column, row))
        {
            return [];
        }

        var json = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(json))
        {
            batch.WriteJson(column, row, writer);
        }

        using var document = JsonDocument.Parse(json.WrittenMemory);
        return document.RootElement.EnumerateArray().Select(text => text.GetString()).OfType<string>().ToValueList();
    }

    public bool IsTrue(int column) => batch.GetUtf8(column, row).SequenceEqual("true"u8);
}
