using System.Runtime.CompilerServices;
using System.Text;

namespace Spoor.CloudTrail.Scan.Json;

/// <summary>Finds the wanted name that a JSON key means.</summary>
/// <remarks>Most keys of a record are not wanted, and most of these differ from all wanted names in length: that is the first test.</remarks>
internal sealed class NameTable
{
    private const int LongestIndexed = 64;

    private readonly NameMatching _matching;
    private readonly byte[][] _names;
    private readonly int[] _positions;
    private readonly bool _hasOtherScripts;

    // For each length the first of _names with that length, or -1; _names is ordered by length.
    private readonly sbyte[] _firstOfLength = new sbyte[LongestIndexed + 1];
    private readonly bool _isIndexed;

    /// <summary>A table of distinct names; a name's position is its index in <paramref name="names"/>.</summary>
    public NameTable(IReadOnlyList<string> names, NameMatching matching)
    {
        _matching = matching;
        _positions = [.. Enumerable.Range(0, names.Count).OrderBy(i => Encoding.UTF8.GetByteCount(names[i]))];
        _names = [.. _positions.Select(i => Encoding.UTF8.GetBytes(names[i]))];
        _hasOtherScripts = names.Any(name => !Ascii.IsValid(name));
        WantedKeys = _hasOtherScripts || matching.DotsAsUnderscores ? KeyFilter.All : KeyFilter.Of(_names);
        _isIndexed = _names.Length <= sbyte.MaxValue && _names.All(name => name.Length <= LongestIndexed);
        Array.Fill(_firstOfLength, (sbyte)-1);
        for (var i = _names.Length - 1; i >= 0 && _isIndexed; i--)
        {
            _firstOfLength[_names[i].Length] = (sbyte)i;
        }
    }

    /// <summary>The keys that may mean one of the names.</summary>
    public KeyFilter WantedKeys { get; }

    /// <summary>The position of the name that <paramref name="key"/> (between its quotes) means, or -1.</summary>
    public int Find(ReadOnlySpan<byte> key, bool hasEscapes)
    {
        if (hasEscapes || _hasOtherScripts || _matching.DotsAsUnderscores)
        {
            return FindSlowly(key, hasEscapes);
        }

        return FindPlain(key);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int FindPlain(ReadOnlySpan<byte> key)
    {
        var at = 0;
        if (_isIndexed)
        {
            if (key.Length > LongestIndexed || (at = _firstOfLength[key.Length]) < 0)
            {
                return -1;
            }
        }

        for (; at < _names.Length; at++)
        {
            var name = _names[at];
            if (name.Length > key.Length)
            {
                break;
            }

            if (name.Length == key.Length && (_matching.IgnoreCase ? Ascii.EqualsIgnoreCase(name, key) : key.SequenceEqual(name)))
            {
                return _positions[at];
            }
        }

        return -1;
    }

    private int FindSlowly(ReadOnlySpan<byte> key, bool hasEscapes)
    {
        var resolved = key.ToArray();
        var length = hasEscapes ? JsonValueText.Unescape(key, resolved) : key.Length;
        var text = Encoding.UTF8.GetString(resolved, 0, length);
        if (_matching.IgnoreCase)
        {
            text = text.ToLowerInvariant();
        }

        if (_matching.DotsAsUnderscores)
        {
            text = text.Replace('.', '_');
        }

        var wanted = Encoding.UTF8.GetBytes(text);
        var at = Array.FindIndex(_names, name => name.AsSpan().SequenceEqual(wanted));
        return at < 0 ? -1 : _positions[at];
    }
}
