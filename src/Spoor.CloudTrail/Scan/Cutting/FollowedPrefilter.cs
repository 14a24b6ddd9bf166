using System.Buffers;
using System.Text;
using Spoor.CloudTrail.Scan.Contract;

namespace Spoor.CloudTrail.Scan.Cutting;

/// <summary>Looks up every text of a record that holds a mark.</summary>
internal sealed class FollowedPrefilter : RecordPrefilter
{
    /// <summary>What texts are made of that this can find: an escape of another character hides none of them.</summary>
    public static readonly SearchValues<char> SearchableCharacters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789:/_.,@+-");

    private readonly ILearntTexts _texts;
    private readonly byte[] _mark;
    private readonly SearchAhead _search;
    private readonly HiddenText _hidden;

    public FollowedPrefilter(LeafFollowed condition, ILearntTexts texts)
    {
        _texts = texts;
        _mark = Encoding.UTF8.GetBytes(condition.Mark);
        _search = new SearchAhead(_mark);
        _hidden = new HiddenText(Enumerable.Range(0, 128).Where(value => SearchableCharacters.Contains((char)value)).Select(value => new[] { (byte)value }), _mark);
    }

    public override string ToString() => $"what is learnt, around '{Encoding.UTF8.GetString(_mark)}'";

    public override void Reset() => _search.Reset();

    public override bool MayMatch(ReadOnlySpan<byte> data, int length, long offset, RecordEscapes escapes)
    {
        var record = data[..length];
        if (_texts.IsBlind || ((escapes & RecordEscapes.OfPrintable) != 0 && _hidden.MayStandIn(record)))
        {
            return true;
        }

        for (var hit = _search.Find(data, length, offset, offset); hit >= 0; hit = _search.Find(data, length, offset, hit + 1))
        {
            var at = (int)(hit - offset);
            var start = record[..at].LastIndexOf((byte)'"') + 1;
            var end = record[at..].IndexOf((byte)'"');
            if (end >= 0 && _texts.Contains(record[start..(at + end)]))
            {
                return true;
            }
        }

        return false;
    }
}
