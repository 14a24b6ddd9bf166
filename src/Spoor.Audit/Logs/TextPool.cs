using System.Text;

namespace Spoor.Audit.Logs;

/// <summary>Texts that repeat, as roles and addresses do in every call: each is one string, which is made when it is first met. For one thread at a time.</summary>
internal sealed class TextPool
{
    // A power of two, at most half full; where a text's place is taken, it is in the next free one.
    private string?[] _texts = new string?[1024];
    private int[] _hashes = new int[1024];
    private int _count;

    /// <summary>The string of a UTF-8 text.</summary>
    public string Get(ReadOnlySpan<byte> utf8)
    {
        if (utf8.IsEmpty)
        {
            return "";
        }

        var hash = new HashCode();
        hash.AddBytes(utf8);
        var code = hash.ToHashCode();
        var place = code & (_texts.Length - 1);
        while (_texts[place] is { } known)
        {
            // Equal for plain letters only: any other text is made anew, which is as right.
            if (_hashes[place] == code && Ascii.Equals(utf8, known))
            {
                return known;
            }

            place = (place + 1) & (_texts.Length - 1);
        }

        var text = Encoding.UTF8.GetString(utf8);
        if (text.Length == utf8.Length)
        {
            Add(place, text, code);
        }

        return text;
    }

    private void Add(int place, string text, int code)
    {
        (_texts[place], _hashes[place]) = (text, code);
        if (++_count * 2 <= _texts.Length)
        {
            return;
        }

        var (texts, hashes) = (_texts, _hashes);
        (_texts, _hashes) = (new string?[texts.Length * 2], new int[texts.Length * 2]);
        for (var old = 0; old < texts.Length; old++)
        {
            if (texts[old] is not null)
            {
                var free = hashes[old] & (_texts.Length - 1);
                while (_texts[free] is not null)
                {
                    free = (free + 1) & (_texts.Length - 1);
                }

                (_texts[free], _hashes[free]) = (texts[old], hashes[old]);
            }
        }
    }
}
