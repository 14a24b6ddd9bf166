using Spoor.CloudTrail.Scan.Contract;
using Spoor.CloudTrail.Scan.Json;
using Spoor.Core.Types;

namespace Spoor.CloudTrail.Scan.Values;

/// <summary>row: fields by name, ignoring case; the last of several counts. Under OpenX a blank text is a row of NULLs and an array gives the fields by position.</summary>
internal sealed class RowConverter : ValueConverter
{
    private readonly NameTable _names;
    private readonly ValueConverter[] _fields;
    private readonly ValueSlot[] _slots;

    public RowConverter(RowType type, RecordFormat format, SerDeOptions options)
    {
        var keys = KeyMapping.For(format, options);
        Keys = [.. type.Fields.Select(field => keys.KeyOf(field.Name ?? ""))];
        _names = new NameTable(Keys, keys.Matching);
        _fields = [.. type.Fields.Select(field => Compile(field.Type, format, options))];
        _slots = new ValueSlot[_fields.Length];
    }

    /// <summary>Each field's key.</summary>
    public IReadOnlyList<string> Keys { get; }

    /// <summary>Each field's converter.</summary>
    public IReadOnlyList<ValueConverter> Fields => _fields;

    /// <summary>Whether each key means one field; of fields with one key, the first has the value and the others are NULL.</summary>
    public bool HasDistinctKeys => Keys.Distinct(StringComparer.OrdinalIgnoreCase).Count() == Keys.Count;

    protected override bool WriteValue(in JsonValue value, ColumnWriter writer, int index, ConversionContext context)
    {
        Array.Clear(_slots);
        switch (value.Kind)
        {
            case JsonKind.Object:
                ReadMembers(value.Text);
                break;
            case JsonKind.Array when context.IsLenient:
                ReadElements(value.Text);
                break;
            default:
                if (!NestedText.StandsForNoObject(value, context))
                {
                    return false;
                }

                break;
        }

        for (var i = 0; i < _fields.Length; i++)
        {
            if (!_fields[i].Write(_slots[i].In(value.Text), writer.Child(i), index, context))
            {
                return false;
            }
        }

        return true;
    }

    private void ReadMembers(ReadOnlySpan<byte> text)
    {
        var walker = new JsonWalker(text, 0, isFinal: true);
        walker.EnterContainer((byte)'}', out var isEnd);
        while (!isEnd)
        {
            walker.ReadKey(out var start, out var length, out var hasEscapes);
            var field = _names.Find(text.Slice(start, length), hasEscapes);
            var unwanted = default(ValueSlot);
            RecordExtractor.ReadSlot(ref walker, ref field < 0 ? ref unwanted : ref _slots[field], depth: 1);
            walker.PassSeparator((byte)'}', out isEnd);
        }
    }

    private void ReadElements(ReadOnlySpan<byte> text)
    {
        var walker = new JsonWalker(text, 0, isFinal: true);
        walker.EnterContainer((byte)']', out var isEnd);
        for (var field = 0; !isEnd; field++)
        {
            var unwanted = default(ValueSlot);
            RecordExtractor.ReadSlot(ref walker, ref field >= _slots.Length ? ref unwanted : ref _slots[field], depth: 1);
            walker.PassSeparator((byte)']', out isEnd);
        }
    }
}
