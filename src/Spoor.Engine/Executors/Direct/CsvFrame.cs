using Spoor.Engine.Results.Text;

namespace Spoor.Engine.Executors.Direct;

/// <summary>The texts around the values of a <see cref="CsvColumn"/>, and the whole text of SQL NULL.</summary>
internal sealed class CsvFrame(string before, string after, string whenNull)
{
    /// <summary>Nothing around the values: the elements of an array.</summary>
    public static CsvFrame None { get; } = Part("", "");

    /// <summary>Before a value.</summary>
    public FixedText Before { get; } = new(before);

    /// <summary>Behind a value.</summary>
    public FixedText After { get; } = new(after);

    /// <summary>Instead of all that when the value is NULL.</summary>
    public FixedText Null { get; } = new(whenNull);

    /// <summary>The frame of a column of the result: quotes, and a comma or line feed between values.</summary>
    public static CsvFrame Cell(bool isFirst, bool isLast)
    {
        var (before, after) = (isFirst ? "" : ",", isLast ? "\n" : "");
        return new CsvFrame($"{before}\"", $"\"{after}", before + after);
    }

    /// <summary>The frame of a part of a value, such as a row's field.</summary>
    public static CsvFrame Part(string before, string after) => new(before, after, $"{before}null{after}");

    /// <summary>The frame of one of a row's fields: the first has what stands before the row, the last what stands behind it.</summary>
    public CsvFrame Field(string? name, bool isFirst, bool isLast)
    {
        var label = name is null ? "" : $"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}=";
        return Part($"{(isFirst ? $"{before}{{" : ", ")}{label}", isLast ? $"}}{after}" : "");
    }
}
