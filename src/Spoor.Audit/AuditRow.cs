using System.Globalization;
using Spoor.Engine.Results;

namespace Spoor.Audit;

/// <summary>One row of an answer, by position of its columns. Valid while its batch is.</summary>
internal readonly struct AuditRow(RowBatch batch, int row)
{
    /// <summary>The text, or null.</summary>
    public string? Text(int column) => batch.GetText(column, row);

    /// <summary>A text that the statement never leaves null, or empty when it does.</summary>
    public string Name(int column) => Text(column) ?? "";

    public long Number(int column) => long.Parse(batch.GetText(column, row) ?? "0", CultureInfo.InvariantCulture);

    public bool IsTrue(int column) => batch.GetText(column, row) == "true";
}
