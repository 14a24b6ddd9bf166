using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Spoor.Engine.Semantics.RegularExpressions;

/// <summary>A set of code points, for classes of regular expressions that .NET has no syntax for: unions and intersections of classes.</summary>
internal sealed class CodepointSet
{
    private const int FirstSurrogate = 0xD800;
    private const int FirstBehindSurrogates = 0xE000;
    private const int FirstSupplementary = 0x10000;

    private static readonly string s_allUnits = new([.. Enumerable.Range(0, FirstSupplementary).Select(unit => (char)unit)]);

    private readonly bool[] _has;

    private CodepointSet(bool[] has) => _has = has;

    /// <summary>An empty set over all code points, or over those of one UTF-16 unit alone.</summary>
    internal static CodepointSet Empty(bool isWide) => new(new bool[isWide ? 0x110000 : FirstSupplementary]);

    /// <summary>Adds what one item of a class matches.</summary>
    /// <param name="item">The item.</param>
    /// <param name="ignoresCase">Whether letters of the other case belong to it.</param>
    internal void Add(RegexClassItem item, bool ignoresCase)
    {
        var has = item.IsNegated ? new bool[_has.Length] : _has;
        if (item.Members.Length > 0)
        {
            // .NET itself says which units its class matches, so that both forms of a class agree.
            var members = new Regex($"[{item.Members}]+", RegexOptions.CultureInvariant | (ignoresCase ? RegexOptions.IgnoreCase : RegexOptions.None));
            foreach (var match in members.EnumerateMatches(s_allUnits))
            {
                has.AsSpan(match.Index, match.Length).Fill(true);
            }
        }

        for (var codepoint = FirstSupplementary; codepoint < has.Length; codepoint++)
        {
            has[codepoint] |= item.HasSupplementary(codepoint);
        }

        for (var codepoint = 0; item.IsNegated && codepoint < has.Length; codepoint++)
        {
            _has[codepoint] |= !has[codepoint];
        }
    }

    internal void Unite(CodepointSet other)
    {
        for (var codepoint = 0; codepoint < _has.Length; codepoint++)
        {
            _has[codepoint] |= other._has[codepoint];
        }
    }

    internal void Intersect(CodepointSet other)
    {
        for (var codepoint = 0; codepoint < _has.Length; codepoint++)
        {
            _has[codepoint] &= other._has[codepoint];
        }
    }

    internal void Negate()
    {
        for (var codepoint = 0; codepoint < _has.Length; codepoint++)
        {
            _has[codepoint] = !_has[codepoint];
        }
    }

    /// <summary>A .NET pattern that matches one code point of the set.</summary>
    internal string ToPattern()
    {
        var alternatives = new List<string>();
        var units = Ranges(0, FirstSurrogate, 0) + Ranges(FirstBehindSurrogates, FirstSupplementary, 0);
        if (units.Length > 0)
        {
            alternatives.Add($"[{units}]");
        }

        // High halves with the same low halves stand together.
        var pairs = new List<(int First, int Last, string Low)>();
        for (var high = 0; high < (_has.Length - FirstSupplementary) / 0x400; high++)
        {
            var start = FirstSupplementary + (high * 0x400);
            var low = Ranges(start, start + 0x400, 0xDC00 - start);
            if (pairs.Count > 0 && pairs[^1].Last == high - 1 && pairs[^1].Low == low)
            {
                pairs[^1] = pairs[^1] with { Last = high };
            }
            else
            {
                pairs.Add((high, high, low));
            }
        }

        alternatives.AddRange(pairs.Where(pair => pair.Low.Length > 0).Select(pair => $"[{Range(FirstSurrogate + pair.First, FirstSurrogate + pair.Last)}][{pair.Low}]"));
        return alternatives switch
        {
            [] => "(?!)",
            [var single] when units.Length > 0 => single,
            _ => $"(?:{string.Join('|', alternatives)})",
        };
    }

    private string Ranges(int start, int end, int shift)
    {
        var text = new StringBuilder();
        for (var first = start; first < end; first++)
        {
            if (!_has[first])
            {
                continue;
            }

            var last = first;
            while (last + 1 < end && _has[last + 1])
            {
                last++;
            }

            text.Append(Range(first + shift, last + shift));
            first = last;
        }

        return text.ToString();
    }

    private static string Range(int first, int last) => string.Create(CultureInfo.InvariantCulture, $@"\u{first:x4}-\u{last:x4}");
}
