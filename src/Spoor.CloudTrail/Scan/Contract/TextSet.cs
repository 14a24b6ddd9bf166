using System.Text;

namespace Spoor.CloudTrail.Scan.Contract;

/// <summary>Different texts, held as UTF-8 so that a scan looks bytes up without making strings of them.</summary>
public sealed class TextSet : IEquatable<TextSet>
{
    private readonly HashSet<byte[]> _texts = new(Utf8Comparer.Instance);
    private readonly HashSet<byte[]>.AlternateLookup<ReadOnlySpan<byte>> _lookup;

    /// <summary>The set of <paramref name="texts"/>.</summary>
    public TextSet(params IEnumerable<string> texts)
    {
        foreach (var text in texts)
        {
            _texts.Add(Encoding.UTF8.GetBytes(text));
        }

        _lookup = _texts.GetAlternateLookup<ReadOnlySpan<byte>>();
    }

    /// <summary>Number of texts.</summary>
    public int Count => _texts.Count;

    /// <summary>The texts in the order in which they came.</summary>
    public IEnumerable<string> Texts => _texts.Select(Encoding.UTF8.GetString);

    /// <summary>Whether the UTF-8 text is one of the set.</summary>
    public bool Contains(ReadOnlySpan<byte> utf8) => _lookup.Contains(utf8);

    /// <inheritdoc/>
    public bool Equals(TextSet? other) => other is not null && _texts.SetEquals(other._texts);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as TextSet);

    /// <inheritdoc/>
    public override int GetHashCode() => Count;

    /// <summary>The texts, for test output.</summary>
    public override string ToString() => $"{{{string.Join(", ", Texts)}}}";
}
