using System.Text;
using Spoor.CloudTrail.Scan.Json;
using Spoor.Sql.Types;

namespace Spoor.CloudTrail.Scan.Values;

/// <summary>array: the elements in order. Under OpenX a scalar is an array of itself and "" is NULL.</summary>
internal sealed class ArrayConverter(ValueConverter element) : ValueConverter
{
    protected override bool WriteValue(in JsonValue value, ColumnWriter writer, int index, ConversionContext context)
    {
        if (value.Kind != JsonKind.Array)
        {
            return context.IsLenient ? WriteAlone(value, writer, index, context) : context.Refuse(value, "Invalid JSON: start of array expected");
        }

        writer.BeginList(index);
        var walker = new JsonWalker(value.Text, 0, isFinal: true);
        walker.EnterContainer((byte)']', out var isEnd);
        while (!isEnd)
        {
            var slot = default(ValueSlot);
            RecordExtractor.ReadSlot(ref walker, ref slot, depth: 1);
            if (!element.Write(slot.In(value.Text), writer.Child(0), writer.AppendElement(), context))
            {
                return false;
            }

            walker.PassSeparator((byte)']', out isEnd);
        }

        writer.EndList(index);
        return true;
    }

    private bool WriteAlone(in JsonValue value, ColumnWriter writer, int index, ConversionContext context)
    {
        if (value.Kind == JsonKind.String && value.Text.IsEmpty)
        {
            writer.WriteNull(index);
            return true;
        }

        writer.BeginList(index);
        if (!element.Write(value, writer.Child(0), writer.AppendElement(), context))
        {
            return false;
        }

        writer.EndList(index);
        return true;
    }
}

/// <summary>map: the members in order; of members with one key the last counts. Under OpenX a blank text is NULL.</summary>
internal sealed class MapConverter(ValueConverter key, ValueConverter element) : ValueConverter
{
    // Up to here keys are compared with each other; above, a set of them is cheaper than n squared.
    private const int FewMembers = 16;

    private readonly List<(ValueSlot Key, ValueSlot Value)> _members = [];

    protected override bool WriteValue(in JsonValue value, ColumnWriter writer, int index, ConversionContext context)
    {
        if (value.Kind != JsonKind.Object)
        {
            return NestedText.WriteBlankAsNull(value, writer, index, context);
        }

        // A map inside this map's values has a converter of its own, so the list is not in use twice.
        ReadMembers(value.Text);
        RemoveEarlierDuplicates(value.Text);
        writer.BeginList(index);
        foreach (var (memberKey, memberValue) in _members)
        {
            var at = writer.AppendElement();
            if (!key.Write(memberKey.In(value.Text), writer.Child(0), at, context) || !element.Write(memberValue.In(value.Text), writer.Child(1), at, context))
            {
                return false;
            }
        }

        writer.EndList(index);
        return true;
    }

    private void ReadMembers(ReadOnlySpan<byte> text)
    {
        _members.Clear();
        var walker = new JsonWalker(text, 0, isFinal: true);
        walker.EnterContainer((byte)'}', out var isEnd);
        while (!isEnd)
        {
            var memberKey = new ValueSlot { Kind = JsonKind.String };
            var memberValue = default(ValueSlot);
            walker.ReadKey(out memberKey.Offset, out memberKey.Length, out memberKey.HasEscapes);
            RecordExtractor.ReadSlot(ref walker, ref memberValue, depth: 1);
            _members.Add((memberKey, memberValue));
            walker.PassSeparator((byte)'}', out isEnd);
        }
    }

    private void RemoveEarlierDuplicates(ReadOnlySpan<byte> text)
    {
        var hasEscapes = false;
        foreach (var (memberKey, _) in _members)
        {
            hasEscapes |= memberKey.HasEscapes;
        }

        if (_members.Count > FewMembers || hasEscapes)
        {
            RemoveBySet(text);
            return;
        }

        for (var i = _members.Count - 2; i >= 0; i--)
        {
            for (var later = i + 1; later < _members.Count; later++)
            {
                if (_members[i].Key.In(text).Text.SequenceEqual(_members[later].Key.In(text).Text))
                {
                    _members.RemoveAt(i);
                    break;
                }
            }
        }
    }

    private void RemoveBySet(ReadOnlySpan<byte> text)
    {
        var later = new HashSet<string>(_members.Count);
        var kept = new bool[_members.Count];
        for (var i = _members.Count - 1; i >= 0; i--)
        {
            var memberKey = _members[i].Key.In(text);
            var resolved = memberKey.Text.ToArray();
            kept[i] = later.Add(Encoding.UTF8.GetString(resolved, 0, JsonText.Unescape(memberKey.Text, resolved)));
        }

        var position = 0;
        _members.RemoveAll(_ => !kept[position++]);
    }
}

/// <summary>row: fields by name, ignoring case; the last of several counts. Under OpenX a blank text is a row of NULLs and an array gives the fields by position.</summary>
internal sealed class RowConverter : ValueConverter
{
    private readonly NameTable _names;
    private readonly ValueConverter[] _fields;
    private readonly ValueSlot[] _slots;

    public RowConverter(RowType type, RecordFormat format, SerDeOptions options)
    {
        var keys = KeyMapping.For(format, options);
        _names = new NameTable([.. type.Fields.Select(field => keys.KeyOf(field.Name ?? ""))], keys.Matching);
        _fields = [.. type.Fields.Select(field => Compile(field.Type, format, options))];
        _slots = new ValueSlot[_fields.Length];
    }

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

/// <summary>What stands where an object should.</summary>
internal static class NestedText
{
    /// <summary>Whether the value is a text of white space only.</summary>
    public static bool IsBlank(in JsonValue value) => value.Kind == JsonKind.String && value.Text.Trim(" \t"u8).IsEmpty;

    /// <summary>Refuses a value that is no object, in the words of its SerDe.</summary>
    public static bool RefuseObject(in JsonValue value, ConversionContext context) => context.Refuse(
        value,
        context.IsLenient ? "java.lang.String cannot be cast to org.openx.data.jsonserde.json.JSONObject" : "Invalid JSON: start of object expected");

    /// <summary>Whether the value may stand where an object should, and means that there is none; else it is refused.</summary>
    public static bool StandsForNoObject(in JsonValue value, ConversionContext context) =>
        context.IsLoose || (context.IsLenient && IsBlank(value)) || RefuseObject(value, context);

    /// <summary>Under OpenX writes NULL for a blank text; refuses all else.</summary>
    public static bool WriteBlankAsNull(in JsonValue value, ColumnWriter writer, int index, ConversionContext context)
    {
        if (!StandsForNoObject(value, context))
        {
            return false;
        }

        writer.WriteNull(index);
        return true;
    }
}
