using System.Collections.Concurrent;
using System.Text;
using Spoor.CloudTrail.Scan.Contract;
using Spoor.CloudTrail.Scan.Cutting;

namespace Spoor.CloudTrail.Scan.Learning;

/// <summary>Texts that a scan learns while it runs, such as access keys: records that hold one are wanted. Safe for several threads.</summary>
public sealed class FollowedTexts
{
    private readonly ConcurrentDictionary<byte[], bool> _texts = new(Utf8Comparer.Instance);
    private readonly ConcurrentDictionary<byte[], bool>.AlternateLookup<ReadOnlySpan<byte>> _lookup;

    /// <summary>An empty set.</summary>
    public FollowedTexts() => _lookup = _texts.GetAlternateLookup<ReadOnlySpan<byte>>();

    /// <summary>Whether a text was added that a search for the marks of <see cref="LeafFollowed"/> could miss. Then every record is parsed.</summary>
    public bool HasUnsearchable { get; private set; }

    /// <summary>Adds a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="mark">What the search in records' bytes goes by: the condition's <see cref="LeafFollowed.Mark"/>.</param>
    /// <returns>False when it was there already.</returns>
    public bool Add(string text, string mark)
    {
        HasUnsearchable |= !text.Contains(mark, StringComparison.Ordinal) || text.AsSpan().ContainsAnyExcept(FollowedPrefilter.SearchableCharacters);
        return _texts.TryAdd(Encoding.UTF8.GetBytes(text), true);
    }

    /// <summary>Whether the text was added.</summary>
    public bool Contains(string text) => Contains(Encoding.UTF8.GetBytes(text));

    internal bool Contains(ReadOnlySpan<byte> utf8) => _lookup.ContainsKey(utf8);

    /// <summary>Of all texts, what views keep of those they missed.</summary>
    internal HashSet<ulong> Fingerprints() => [.. _texts.Keys.Select(text => FollowedView.Fingerprint(text))];
}
