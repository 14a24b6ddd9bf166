using System.Diagnostics;
using Spoor.CloudTrail.Scan.Contract;
using Spoor.CloudTrail.Scan.Json;
using Spoor.CloudTrail.Scan.Values;

namespace Spoor.CloudTrail.Scan.Filtering;

/// <summary>Decides a <see cref="ScanFilter"/> on the values of a record, before any is converted. Nothing is allocated per record.</summary>
internal abstract class RecordFilter
{
    /// <summary>Whether the record may give a row: the condition holds, or cannot be decided here.</summary>
    public abstract bool MayPass(ReadOnlySpan<byte> record, ReadOnlySpan<ValueSlot> slots, ConversionContext context);

    /// <summary>The paths that the filter's leaves need.</summary>
    public static IEnumerable<ScanLeaf> Leaves(ScanFilter? filter) => filter switch
    {
        LeafFilter leaf => [leaf.Leaf],
        AllOf all => all.Terms.SelectMany(Leaves),
        AnyOf any => any.Terms.SelectMany(Leaves),
        _ => [],
    };

    /// <summary>The filter in a form that runs; null when it decides nothing on values.</summary>
    /// <param name="filter">The condition.</param>
    /// <param name="readerOf">Readers of its leaves.</param>
    /// <param name="learnt">What <see cref="LeafFollowed"/> asks for; null where there is none in the condition.</param>
    public static RecordFilter? Compile(ScanFilter? filter, Func<ScanLeaf, LeafReader> readerOf, ILearntTexts? learnt = null) => filter switch
    {
        LeafFollowed followed => learnt is null ? null : new Leaf(readerOf(followed.Leaf), new LeafTest.Followed(learnt)),
        LeafFilter leaf => new Leaf(readerOf(leaf.Leaf), TestOf(leaf)),
        AllOf all => all.Terms.Select(term => Compile(term, readerOf, learnt)).OfType<RecordFilter>().ToArray() is { Length: > 0 } terms ? new All(terms) : null,
        AnyOf any => any.Terms.Select(term => Compile(term, readerOf, learnt)).ToArray() is var terms && Array.TrueForAll(terms, term => term is not null)
            ? new Any([.. terms.OfType<RecordFilter>()])
            : null,
        _ => null,
    };

    private static LeafTest TestOf(LeafFilter filter) => filter switch
    {
        LeafEquals equal => new LeafTest.InSet(equal.Texts, equal.IsNegated),
        LeafLike like => new LeafTest.Like(like.Pattern, like.IsNegated),
        LeafRange range => new LeafTest.InRange(range.Lower, range.Upper),
        LeafIsNull { IsNegated: var isNegated } => new LeafTest.IsNull(isNegated),
        _ => throw new UnreachableException($"No test for {filter.GetType().Name}."),
    };

    private sealed class Leaf(LeafReader reader, LeafTest test) : RecordFilter
    {
        public override bool MayPass(ReadOnlySpan<byte> record, ReadOnlySpan<ValueSlot> slots, ConversionContext context) =>
            reader.Read(record, slots, context, out var utf8) switch
            {
                LeafState.Null => test.PassesNull,
                LeafState.Text => test.Passes(utf8),
                _ => true,
            };
    }

    private sealed class All(RecordFilter[] terms) : RecordFilter
    {
        public override bool MayPass(ReadOnlySpan<byte> record, ReadOnlySpan<ValueSlot> slots, ConversionContext context)
        {
            foreach (var term in terms)
            {
                if (!term.MayPass(record, slots, context))
                {
                    return false;
                }
            }

            return true;
        }
    }

    private sealed class Any(RecordFilter[] terms) : RecordFilter
    {
        public override bool MayPass(ReadOnlySpan<byte> record, ReadOnlySpan<ValueSlot> slots, ConversionContext context)
        {
            foreach (var term in terms)
            {
                if (term.MayPass(record, slots, context))
                {
                    return true;
                }
            }

            return false;
        }
    }
}
