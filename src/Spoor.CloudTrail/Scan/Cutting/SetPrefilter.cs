using System.Buffers;
using System.Text;

namespace Spoor.CloudTrail.Scan.Cutting;

/// <summary>Looks for the texts of a large set at once: wherever the letters stand that all of them begin with, it looks the whole text up.</summary>
/// <remarks>Access keys begin with four letters that stand but once or twice in a record, so this costs little more than a search for one literal.</remarks>
internal sealed class SetPrefilter : RecordPrefilter
{
    private const int ShortestPrefix = 3;

    // All of JSON outside of texts: a value with another character is a text, and ends with a quote.
    private static readonly SearchValues<char> s_outsideTexts = SearchValues.Create("{}[]:,+-.0123456789Eaeflnrstu ");

    private readonly TextSet _texts;
    private readonly LiteralSearch _search;
    private readonly HiddenText _hidden;
    private readonly RecordEscapes _hiddenBy;
    private long _hit = -1;
    private long _noneBefore;

    private SetPrefilter(TextSet texts, byte[] prefix, RecordEscapes hiddenBy)
    {
        _texts = texts;
        _search = new LiteralSearch(prefix);
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

    public override void Reset() => (_hit, _noneBefore) = (-1, 0);

    public override bool MayMatch(ReadOnlySpan<byte> data, int length, long offset, RecordEscapes escapes)
    {
        if ((escapes & _hiddenBy) != 0 && _hidden.MayStandIn(data[..length]))
        {
            return true;
        }

        var last = offset + length - _search.Length;
        for (var from = offset; from <= last; from = _hit + 1)
        {
            if (_hit < from && _noneBefore <= last)
            {
                Search(data[(int)(from - offset)..], from);
            }

            if (_hit < from || _hit > last)
            {
                return false;
            }

            if (IsOneOfThem(data[(int)(_hit - offset)..length]))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsOneOfThem(ReadOnlySpan<byte> rest) => rest.IndexOf((byte)'"') is >= 0 and var end && _texts.Contains(rest[..end].TrimEnd((byte)' '));

    // Over the whole window at once: one search serves all records before the hit.
    private void Search(ReadOnlySpan<byte> data, long offset)
    {
        var at = _search.IndexIn(data);
        _hit = at < 0 ? -1 : offset + at;
        _noneBefore = at < 0 ? offset + data.Length - _search.Length + 1 : _hit;
    }
}
