namespace Spoor.Engine.Semantics.RegularExpressions;

internal sealed partial class JavaRegexSyntax
{
    private const int MaxClassDepth = 50;

    private int _classDepth;

    // [ is read. A class without others in it is printed as it is, any other as the code points that it has.
    private string ReadClass()
    {
        var isNegated = TrySkip('^');
        var items = new List<RegexClassItem>();
        var inner = ReadOperand(items, isFirst: true);
        if (inner is not null || IsAt("&&"))
        {
            return PrintSet(ReadSet(items, inner, isNegated));
        }

        Skip(']');
        return Print(items, isNegated);
    }

    private CodepointSet ReadNestedClass()
    {
        if (++_classDepth > MaxClassDepth)
        {
            throw Wrong($"Classes may be nested {MaxClassDepth} levels deep.");
        }

        var isNegated = TrySkip('^');
        var items = new List<RegexClassItem>();
        var set = ReadSet(items, ReadOperand(items, isFirst: true), isNegated);
        _classDepth--;
        return set;
    }

    // The first operand is read; && binds less than what stands side by side, and ^ is for all of it.
    private CodepointSet ReadSet(List<RegexClassItem> items, CodepointSet? inner, bool isNegated)
    {
        var set = SetOf(items, inner);
        while (IsAt("&&"))
        {
            _at += 2;
            var operandItems = new List<RegexClassItem>();
            var operandInner = ReadOperand(operandItems, isFirst: false);
            if (operandItems.Count == 0 && operandInner is null)
            {
                continue; // As in Java, nothing beside && is no empty class.
            }

            var operand = SetOf(operandItems, operandInner);
            if (items.Count == 0 && inner is null)
            {
                set = operand;
            }
            else
            {
                set.Intersect(operand);
            }

            (items, inner) = (operandItems, operandInner);
        }

        Skip(']');
        if (isNegated)
        {
            set.Negate();
        }

        return set;
    }

    private CodepointSet SetOf(List<RegexClassItem> items, CodepointSet? inner)
    {
        var set = inner ?? CodepointSet.Empty(_isWide);
        foreach (var item in items)
        {
            set.Add(item, Has(RegexFlags.IgnoresCase));
        }

        return set;
    }

    /// <summary>Reads up to <c>&amp;&amp;</c> or the closing bracket.</summary>
    /// <returns>The union of the classes inside; null when there are none.</returns>
    private CodepointSet? ReadOperand(List<RegexClassItem> items, bool isFirst)
    {
        CodepointSet? inner = null;
        while (_at < _pattern.Length && !IsAt("&&") && (_pattern[_at] != ']' || (isFirst && items.Count == 0 && inner is null)))
        {
            if (Has(RegexFlags.HasComments) && char.IsWhiteSpace(_pattern[_at]))
            {
                _at++;
            }
            else if (TryReadPosix() is { } posix)
            {
                items.Add(posix);
            }
            else if (TrySkip('['))
            {
                var nested = ReadNestedClass();
                nested.Unite(inner ?? nested);
                inner = nested;
            }
            else
            {
                items.Add(ReadItem());
            }
        }

        return inner;
    }

    private RegexClassItem? TryReadPosix()
    {
        var end = IsAt("[:") ? _pattern.IndexOf(":]", _at, StringComparison.Ordinal) : -1;
        if (end < 0)
        {
            return null;
        }

        var isNegated = IsAt("[:^");
        var item = JavaRegexNames.OfPosix(_pattern[(_at + (isNegated ? 3 : 2))..end]);
        _at = item is null ? _at : end + 2;
        return item is null ? null : item with { IsNegated = isNegated };
    }

    private RegexClassItem ReadItem()
    {
        if (IsAt(@"\") && _at + 1 < _pattern.Length && TryReadNamedClass() is { } named)
        {
            return named;
        }

        var first = ReadMember();
        var isRange = IsAt("-") && _at + 1 < _pattern.Length && _pattern[_at + 1] is not (']' or '[') && !IsAt("-&&");
        if (!isRange)
        {
            return RegexClassItem.Range(first, first);
        }

        _at++;
        var last = ReadMember();
        return last < first ? throw Wrong("Illegal character range.") : RegexClassItem.Range(first, last);
    }

    private int ReadMember()
    {
        if (!IsAt(@"\"))
        {
            return ReadCodepoint();
        }

        // \Q and \E are letters here, as Trino's documentation says.
        if (IsAt(@"\Q") || IsAt(@"\E"))
        {
            _at += 2;
            return _pattern[_at - 1];
        }

        return _at + 1 < _pattern.Length ? ReadEscapedCodepoint() : throw Wrong("Nothing follows the last backslash.");
    }

    /// <summary>A class without others inside.</summary>
    private string Print(List<RegexClassItem> items, bool isNegated)
    {
        if (!_isWide && items is [{ IsNegated: true } single])
        {
            return $"[{(isNegated ? "" : "^")}{single.Members}]";
        }

        if (!_isWide && items.TrueForAll(item => !item.IsNegated) && items.Exists(item => item.Members.Length > 0))
        {
            return $"[{(isNegated ? "^" : "")}{string.Concat(items.Select(item => item.Members))}]";
        }

        var set = SetOf(items, inner: null);
        if (isNegated)
        {
            set.Negate();
        }

        return PrintSet(set);
    }

    // Its letters of the other case are in it already; .NET would add those of what a negation left.
    private string PrintSet(CodepointSet set) => Has(RegexFlags.IgnoresCase) ? $"(?-i:{set.ToPattern()})" : set.ToPattern();

    private bool TrySkip(char c)
    {
        var isThere = _at < _pattern.Length && _pattern[_at] == c;
        _at += isThere ? 1 : 0;
        return isThere;
    }

    private void Skip(char c)
    {
        if (!TrySkip(c))
        {
            throw Wrong("Unclosed character class.");
        }
    }
}
