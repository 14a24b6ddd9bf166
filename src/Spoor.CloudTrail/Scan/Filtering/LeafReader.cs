using Spoor.CloudTrail.Scan.Json;
using Spoor.CloudTrail.Scan.Values;
using Spoor.Sql.Types;

namespace Spoor.CloudTrail.Scan.Filtering;

/// <summary>Reads a filter's leaf from a record: the value that its column would get.</summary>
/// <param name="leaf">The leaf.</param>
/// <param name="slot">Its place among the record's slots.</param>
/// <param name="format">Decides what a nested value is in a text.</param>
internal sealed class LeafReader(ScanLeaf leaf, int slot, RecordFormat format)
{
    private readonly TextConverter? _text = leaf.Type is VarcharType ? new TextConverter(leaf.Type, takesNestedText: format != RecordFormat.HiveJsonLines) : null;

    /// <summary>What the leaf is; of a text also its UTF-8, valid until the context's next text.</summary>
    public LeafState Read(ReadOnlySpan<byte> record, ReadOnlySpan<ValueSlot> slots, ConversionContext context, out ReadOnlySpan<byte> utf8)
    {
        var value = slots[slot].In(record);
        utf8 = default;
        if (value.IsNull)
        {
            return LeafState.Null;
        }

        return _text is not null && _text.TryRead(value, context, out utf8) ? LeafState.Text : LeafState.Undecided;
    }
}
