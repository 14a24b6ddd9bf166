using System.Text;
using Spoor.CloudTrail.Scan.Contract;
using Spoor.CloudTrail.Scan.Json;

namespace Spoor.CloudTrail.Scan.Values;

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
            kept[i] = later.Add(Encoding.UTF8.GetString(resolved, 0, JsonValueText.Unescape(memberKey.Text, resolved)));
        }

        var position = 0;
        _members.RemoveAll(_ => !kept[position++]);
    }
}
