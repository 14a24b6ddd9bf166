using System.Text;
using Spoor.CloudTrail.Scan.Contract;

namespace Spoor.CloudTrail.Scan.Filtering;

/// <summary>A condition on one value.</summary>
internal abstract class LeafTest
{
    /// <summary>Whether NULL meets it.</summary>
    public virtual bool PassesNull => false;

    /// <summary>Whether a text meets it.</summary>
    public abstract bool Passes(ReadOnlySpan<byte> utf8);

    /// <summary>The text is (not) one of a set.</summary>
    internal sealed class InSet(TextSet texts, bool isNegated) : LeafTest
    {
        public override bool Passes(ReadOnlySpan<byte> utf8) => texts.Contains(utf8) != isNegated;
    }

    /// <summary>The text is one of those that the scan has learnt.</summary>
    internal sealed class Followed(ILearntTexts texts) : LeafTest
    {
        public override bool Passes(ReadOnlySpan<byte> utf8) => texts.Contains(utf8);
    }

    /// <summary>The text is (not) LIKE a pattern.</summary>
    internal sealed class Like(LikePattern pattern, bool isNegated) : LeafTest
    {
        public override bool Passes(ReadOnlySpan<byte> utf8) => pattern.IsMatch(utf8) != isNegated;
    }

    /// <summary>The text lies between two others, in the order of bytes, which is Trino's order of texts.</summary>
    internal sealed class InRange(TextBound? lower, TextBound? upper) : LeafTest
    {
        private readonly byte[]? _lower = BytesOf(lower);
        private readonly byte[]? _upper = BytesOf(upper);

        // The least result of a comparison that is inside.
        private readonly int _leastAbove = lower is { IsInclusive: true } ? 0 : 1;
        private readonly int _leastBelow = upper is { IsInclusive: true } ? 0 : 1;

        public override bool Passes(ReadOnlySpan<byte> utf8) =>
            (_lower is null || Math.Sign(utf8.SequenceCompareTo(_lower)) >= _leastAbove) && (_upper is null || -Math.Sign(utf8.SequenceCompareTo(_upper)) >= _leastBelow);

        private static byte[]? BytesOf(TextBound? bound) => bound is null ? null : Encoding.UTF8.GetBytes(bound.Text);
    }

    /// <summary>The value is (not) NULL.</summary>
    internal sealed class IsNull(bool isNegated) : LeafTest
    {
        public override bool PassesNull => !isNegated;

        public override bool Passes(ReadOnlySpan<byte> utf8) => isNegated;
    }
}
