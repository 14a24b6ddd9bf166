using Spoor.CloudTrail.Scan.Filtering;
using Spoor.CloudTrail.Scan.Json;
using Spoor.CloudTrail.Scan.Values;

namespace Spoor.CloudTrail.Scan.Learning;

/// <summary>The texts of a record that a learner looks at.</summary>
public readonly ref struct LeafTexts
{
    private readonly ReadOnlySpan<byte> _record;
    private readonly ReadOnlySpan<ValueSlot> _slots;
    private readonly ReadOnlySpan<LeafReader> _leaves;
    private readonly ConversionContext _context;

    internal LeafTexts(ReadOnlySpan<byte> record, ReadOnlySpan<ValueSlot> slots, ReadOnlySpan<LeafReader> leaves, ConversionContext context)
    {
        _record = record;
        _slots = slots;
        _leaves = leaves;
        _context = context;
    }

    /// <summary>The leaf's text as UTF-8, until the next one is asked for; empty when it is NULL or no text.</summary>
    public ReadOnlySpan<byte> this[int leaf] => _leaves[leaf].Read(_record, _slots, _context, out var utf8) == LeafState.Text ? utf8 : [];
}
