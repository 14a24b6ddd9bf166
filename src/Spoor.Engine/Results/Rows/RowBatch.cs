using System.Buffers;
using Spoor.Engine.Results.Text;

namespace Spoor.Engine.Results.Rows;

/// <summary>Some rows of a result, by column. Valid until the next batch is asked for.</summary>
public abstract class RowBatch
{
    /// <summary>Number of rows; never 0.</summary>
    public abstract int RowCount { get; }

    /// <summary>Whether the value is SQL NULL.</summary>
    public abstract bool IsNull(int column, int row);

    /// <summary>Writes the value in Athena's text form as UTF-8 (<c>[a, b]</c>, <c>{k=v}</c>, <c>2020-01-02 03:04:05.678</c>); nothing for NULL.</summary>
    public abstract void WriteText(int column, int row, IBufferWriter<byte> output);

    /// <summary>Writes the value as JSON: numbers and booleans bare, arrays, objects for rows and maps, anything else its text form as a string; <c>null</c> for NULL.</summary>
    public abstract void WriteJson(int column, int row, System.Text.Json.Utf8JsonWriter output);

    /// <summary>Appends the text form of a value that is not NULL; the fast way of <see cref="WriteText"/>.</summary>
    internal virtual void AppendText(int column, int row, TextBuffer output) => WriteText(column, row, output);

    /// <summary>Keeps the batch valid when the next one is asked for, until what is returned is disposed of.</summary>
    internal virtual IDisposable? Keep() => null;

    /// <summary>The value in Athena's text form as UTF-8; empty for NULL. Valid until the next value is asked for.</summary>
    public virtual ReadOnlySpan<byte> GetUtf8(int column, int row)
    {
        var output = new ArrayBufferWriter<byte>();
        WriteText(column, row, output);
        return output.WrittenSpan;
    }

    /// <summary>The value in Athena's text form; null for NULL.</summary>
    public string? GetText(int column, int row) => IsNull(column, row) ? null : System.Text.Encoding.UTF8.GetString(GetUtf8(column, row));
}
