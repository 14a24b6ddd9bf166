using System.Buffers;
using System.Text;
using Spoor.CloudTrail.Scan.Contract;

namespace Spoor.CloudTrail.Scan.Cutting;

/// <summary>Looks for the texts of a large set at once: wherever the letters stand that all of them begin with, it looks the whole text up.</summary>
/// <remarks>Access keys begin with four letters that stand but once or twice in a record, so this costs little more than a search for one literal.</remarks>
internal sealed class SetPrefilter : RecordPrefilter
{
    private const int ShortestPrefix = 3;

    // All of JSON outside of texts: a value with another character is a text, and ends with a quote.
    private static readonly SearchValues<char> s_outsideTexts = SearchValues.Create("{}[]:,+-.0123456789Eaeflnrstu ");

    private readonly TextSet _texts;
    private readonly SearchAhead _search;
    private readonly HiddenText _hidden;
    private readonly RecordEscapes _hiddenBy;

    private SetPrefilter(TextSet texts, byte[] prefix, RecordEscapes hiddenBy)
    {
        _texts = texts;
        _search = new SearchAhead(prefix);
        _hidden = new HiddenText(texts.Texts.Select(Encoding.UTF8.GetBytes), prefix);
        _hiddenBy = hiddenBy;
    }

    /// <summary>The prefilter for one of the texts; null when they have too little in common, or need not stand in the bytes as they are.</summary>
    public static SetPrefilter? TryCompile(TextSet texts)
    {
        var searched = texts.Texts.Select(SearchText.OfWhole).ToList();
        if (searched.Contains(null) || texts.Texts.Any(text => text.AsSpan().ContainsAny('"', '\\') || text.Any(char.IsControl)))
        {
            return null;
        }

        // Blanks at the end may be padding.
        var trimmed = texts.Texts.Select(text => text.TrimEnd(' ')).ToList();
        var prefix = trimmed.Aggregate((common, text) => common[..common.AsSpan().CommonPrefixLength(text)]);
        return prefix.Length >= ShortestPrefix && prefix.AsSpan().ContainsAnyExcept(s_outsideTexts)
            ? new SetPrefilter(new TextSet(trimmed), Encoding.UTF8.GetBytes(prefix), searched.OfType<SearchText>().Aggregate(RecordEscapes.None, (all, text) => all | text.HiddenBy))
            : null;
    }

    public override string ToString() => $"one of {_texts.Count} texts";

    public override void Reset() => _search.Reset();

    public override bool MayMatch(ReadOnlySpan<byte> data, int length, long offset, RecordEscapes escapes)
    {
        if ((escapes & _hiddenBy) != 0 && _hidden.MayStandIn(data[..length]))
        {
            return true;
        }

        for (var hit = _search.Find(data, length, offset, offset); hit >= 0; hit = _search.Find(data, length, offset, hit + 1))
        {
            if (IsOneOfThem(data[(int)(hit - offset)..length]))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsOneOfThem(ReadOnlySpan<byte> rest) => rest.IndexOf((byte)'"') is >= 0 and var end && _texts.Contains(rest[..end].TrimEnd((byte)' '));
}
