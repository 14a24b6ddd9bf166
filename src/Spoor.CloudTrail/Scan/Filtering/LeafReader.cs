using System.Text;
using Spoor.CloudTrail.Scan.Contract;
using Spoor.CloudTrail.Scan.Json;
using Spoor.CloudTrail.Scan.Values;
using Spoor.Core.Types;

namespace Spoor.CloudTrail.Scan.Filtering;

/// <summary>Reads a filter's leaf from a record: the value that its column would get.</summary>
/// <param name="leaf">The leaf.</param>
/// <param name="slot">Its place among the record's slots.</param>
/// <param name="format">Decides what a nested value is in a text.</param>
internal sealed class LeafReader(ScanLeaf leaf, int slot, RecordFormat format)
{
    private readonly TextConverter? _text = leaf.Type is VarcharType ? new TextConverter(leaf.Type, takesNestedText: format != RecordFormat.HiveJsonLines) : null;

    private readonly byte[]? _key = leaf.Element is null ? null : Encoding.UTF8.GetBytes(leaf.Element.Key);

    /// <summary>What the leaf is; of a text also its UTF-8, valid until the context's next text.</summary>
    public LeafState Read(ReadOnlySpan<byte> record, ReadOnlySpan<ValueSlot> slots, ConversionContext context, out ReadOnlySpan<byte> utf8)
    {
        utf8 = default;
        var value = slots[slot].In(record);
        if (_key is not null && !value.IsNull)
        {
            if (value.Kind != JsonKind.Object)
            {
                return LeafState.Undecided;
            }

            value = FindElement(value.Text, context);
            if (leaf.Element is { IsRequired: true } && value.Kind == JsonKind.Missing)
            {
                return LeafState.Undecided;
            }
        }

        return value.IsNull ? LeafState.Null : _text is not null && _text.TryRead(value, context, out utf8) ? LeafState.Text : LeafState.Undecided;
    }

    // Of members with one key the last counts.
    private JsonValue FindElement(ReadOnlySpan<byte> map, ConversionContext context)
    {
        var found = default(ValueSlot);
        var walker = new JsonWalker(map, 0, isFinal: true);
        walker.EnterContainer((byte)'}', out var isEnd);
        while (!isEnd)
        {
            var key = new ValueSlot { Kind = JsonKind.String };
            var element = default(ValueSlot);
            walker.ReadKey(out key.Offset, out key.Length, out key.HasEscapes);
            RecordExtractor.ReadSlot(ref walker, ref element, depth: 1);
            if (context.TextOf(key.In(map)).SequenceEqual(_key))
            {
                found = element;
            }

            walker.PassSeparator((byte)'}', out isEnd);
        }

        return found.In(map);
    }
}
