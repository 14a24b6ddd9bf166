using System.Text;
using Spoor.CloudTrail.Scan.Contract;
using Spoor.Core.Text;

namespace Spoor.CloudTrail.Scan.Cutting;

/// <summary>Decides from a record's bytes alone that it cannot match, before it is parsed (Palkar et al., "Filter Before You Parse", VLDB 2018).</summary>
/// <remarks>
/// A literal that a leaf must equal stands in the record's bytes as it is, unless the writer escaped characters of it. So a record with an
/// escape that can hide a character of the literal always counts as a match. One instance per reader: it remembers where the next hits are.
/// </remarks>
internal abstract class RecordPrefilter
{
    // With more literals than this the searches cost more than they save.
    private const int MostLiterals = 8;

    /// <summary>Starts a new object.</summary>
    public abstract void Reset();

    /// <summary>Whether the record may match.</summary>
    /// <param name="data">The window from the record's first byte on; the record is its first <paramref name="length"/> bytes.</param>
    /// <param name="length">The record's length.</param>
    /// <param name="offset">The record's offset in the object.</param>
    /// <param name="escapes">What was seen on the way over it.</param>
    public abstract bool MayMatch(ReadOnlySpan<byte> data, int length, long offset, RecordEscapes escapes);

    /// <summary>The prefilter of a condition; null when it cannot leave anything out.</summary>
    /// <param name="filter">The condition.</param>
    /// <param name="learnt">What <see cref="LeafFollowed"/> asks for; null where there is none in the condition.</param>
    public static RecordPrefilter? Compile(ScanFilter? filter, ILearntTexts? learnt = null) => filter switch
    {
        LeafEquals { IsNegated: false, IsDynamic: true, Texts.Count: > 1 } equal when SetPrefilter.TryCompile(equal.Texts) is { } set => set,
        LeafEquals { IsNegated: false, Texts.Count: <= MostLiterals } equal => CompileAny(equal.Texts.Texts.Select(SearchText.OfWhole).ToList()),
        LeafEquals { IsNegated: false, Texts.Count: > MostLiterals } equal => SetPrefilter.TryCompile(equal.Texts),
        LeafLike { IsNegated: false } like => like.Pattern.Literals.Select(SearchText.OfPart).OfType<SearchText>().MaxBy(text => text.Bytes.Length) is { } longest
            ? new Literal(longest)
            : null,
        ContainsText { AnyOf.Count: > 0 and <= MostLiterals } contains => CompileAny(contains.AnyOf.Select(SearchText.OfNested).ToList()),
        LeafFollowed followed => learnt is null ? null : new FollowedPrefilter(followed, learnt),
        AllOf all => all.Terms.Select(term => Compile(term, learnt)).OfType<RecordPrefilter>().ToArray() is { Length: > 0 } terms ? new All(terms) : null,
        AnyOf { Terms.Count: > 0 and <= MostLiterals } any => any.Terms.Select(term => Compile(term, learnt)).ToArray() is var terms && Array.TrueForAll(terms, term => term is not null)
            ? new Any([.. terms.OfType<RecordPrefilter>().DistinctBy(term => term.ToString())])
            : null,
        _ => null,
    };

    private static Any? CompileAny(List<SearchText?> texts) => texts.Contains(null) ? null : new Any([.. texts.OfType<SearchText>().Select(text => new Literal(text))]);

    private sealed class All(RecordPrefilter[] terms) : RecordPrefilter
    {
        public override string ToString() => terms.Length == 1 ? terms[0].ToString()! : $"({string.Join(" and ", (object[])terms)})"; // Every kind has a text.

        public override void Reset() => Array.ForEach(terms, term => term.Reset());

        public override bool MayMatch(ReadOnlySpan<byte> data, int length, long offset, RecordEscapes escapes)
        {
            foreach (var term in terms)
            {
                if (!term.MayMatch(data, length, offset, escapes))
                {
                    return false;
                }
            }

            return true;
        }
    }

    private sealed class Any(RecordPrefilter[] terms) : RecordPrefilter
    {
        public override string ToString() => terms.Length == 1 ? terms[0].ToString()! : $"({string.Join(" or ", (object[])terms)})"; // Every kind has a text.

        public override void Reset() => Array.ForEach(terms, term => term.Reset());

        public override bool MayMatch(ReadOnlySpan<byte> data, int length, long offset, RecordEscapes escapes)
        {
            foreach (var term in terms)
            {
                if (term.MayMatch(data, length, offset, escapes))
                {
                    return true;
                }
            }

            return false;
        }
    }

    private sealed class Literal(SearchText text) : RecordPrefilter
    {
        private readonly SearchAhead _search = new(text.Bytes);
        private readonly HiddenText? _hidden = text.IsNested ? null : new HiddenText(text.Bytes);

        public override string ToString() => SqlLiteral.Text(Encoding.UTF8.GetString(text.Bytes));

        public override void Reset() => _search.Reset();

        // A backslash in a nested value's text is one in the bytes, too.
        private readonly bool _isEscape = text.Bytes.Contains((byte)'\\');

        public override bool MayMatch(ReadOnlySpan<byte> data, int length, long offset, RecordEscapes escapes) =>
            (!_isEscape || escapes != RecordEscapes.None) && MayHold(data, length, offset, escapes);

        private bool MayHold(ReadOnlySpan<byte> data, int length, long offset, RecordEscapes escapes) =>
            ((escapes & text.HiddenBy) != 0 && (_hidden is null || _hidden.MayStandIn(data[..length]))) || _search.Find(data, length, offset, offset) >= 0;
    }
}
