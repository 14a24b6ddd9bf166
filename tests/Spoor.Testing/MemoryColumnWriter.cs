using System.Text;
using Spoor.CloudTrail.Scan.Contract;
using Spoor.Core.Types;

namespace Spoor.Testing;

/// <summary>Collects the values of a column, so that tests can look at them. Checks that each index is written exactly once.</summary>
/// <remarks>
/// Values are string (varchar, char, json), byte[] (varbinary), bool, long (integers, date, timestamp), double, Int128 (decimal, unscaled),
/// object?[] (array and row), and KeyValuePair&lt;object?, object?&gt;[] (map).
/// </remarks>
public sealed class MemoryColumnWriter : ColumnWriter
{
    private static readonly object s_list = new();

    private readonly Dictionary<int, object?> _values = [];
    private readonly Dictionary<int, (int First, int Count)> _lists = [];
    private readonly MemoryColumnWriter[] _children;
    private int _elements;
    private int _firstElement;

    /// <summary>A column of a type, with its parts.</summary>
    public MemoryColumnWriter(SqlType type)
    {
        Type = type;
        _children = type switch
        {
            ArrayType array => [new(array.Element)],
            MapType map => [new(map.Key), new(map.Value)],
            RowType row => [.. row.Fields.Select(field => new MemoryColumnWriter(field.Type))],
            _ => [],
        };
    }

    /// <inheritdoc/>
    public override SqlType Type { get; }

    /// <summary>The value at an index.</summary>
    public object? ValueAt(int index)
    {
        if (_values.TryGetValue(index, out var value) && !ReferenceEquals(value, s_list))
        {
            return value;
        }

        if (Type is RowType)
        {
            return Array.ConvertAll(_children, child => child.ValueAt(index));
        }

        var (first, count) = _lists[index];
        var elements = Enumerable.Range(first, count);
        return Type is ArrayType
            ? elements.Select(_children[0].ValueAt).ToArray()
            : elements.Select(at => KeyValuePair.Create(_children[0].ValueAt(at), _children[1].ValueAt(at))).ToArray();
    }

    /// <summary>Forgets all values, for the next batch.</summary>
    public void Clear()
    {
        _values.Clear();
        _lists.Clear();
        _elements = 0;
        Array.ForEach(_children, child => child.Clear());
    }

    /// <summary>A value as a text that shows its shape: <c>[a, NULL]</c>, <c>{k=v}</c>, <c>(f, g)</c>.</summary>
    public static string Show(object? value) => value switch
    {
        null => "NULL",
        byte[] bytes => Convert.ToHexString(bytes),
        object?[] items => $"[{string.Join(", ", items.Select(Show))}]",
        KeyValuePair<object?, object?>[] members => $"{{{string.Join(", ", members.Select(member => $"{Show(member.Key)}={Show(member.Value)}"))}}}",
        bool flag => flag ? "true" : "false",
        IFormattable number => number.ToString(null, System.Globalization.CultureInfo.InvariantCulture),
        _ => value.ToString()!, // A string.
    };

    /// <inheritdoc/>
    public override void WriteNull(int index) => _values.Add(index, null);

    /// <inheritdoc/>
    public override void WriteText(int index, ReadOnlySpan<byte> utf8) =>
        _values.Add(index, Type == ScalarTypes.Varbinary ? utf8.ToArray() : new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(utf8));

    /// <inheritdoc/>
    public override void WriteBoolean(int index, bool value) => _values.Add(index, value);

    /// <inheritdoc/>
    public override void WriteInt64(int index, long value) => _values.Add(index, value);

    /// <inheritdoc/>
    public override void WriteDouble(int index, double value) => _values.Add(index, value);

    /// <inheritdoc/>
    public override void WriteDecimal(int index, Int128 unscaled) => _values.Add(index, unscaled);

    /// <inheritdoc/>
    public override void BeginList(int index)
    {
        _values.Add(index, s_list);
        _firstElement = _elements;
    }

    /// <inheritdoc/>
    public override int AppendElement() => _elements++;

    /// <inheritdoc/>
    public override void EndList(int index) => _lists.Add(index, (_firstElement, _elements - _firstElement));

    /// <inheritdoc/>
    public override ColumnWriter Child(int position) => _children[position];
}
