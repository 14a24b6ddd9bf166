using System.Text;
using Spoor.Core.Collections;
using Spoor.Core.Errors;

namespace Spoor.Core.Types;

/// <summary>Reads types from text: what <see cref="SqlType"/> prints, Hive's spelling, and the types of function signatures.</summary>
internal sealed class TypeTextReader(string text, int offset = 0)
{
    private int _position = offset;
    private int _depth;

    /// <summary>Where reading goes on.</summary>
    public int Position => _position;

    /// <summary>The next type.</summary>
    /// <exception cref="QueryException">HiveInvalidMetadata: the text is no type.</exception>
    public TypeText ReadType()
    {
        var first = ReadWord();
        return ReadRest(first, fieldName: null);
    }

    /// <summary>Whether only blanks are left.</summary>
    public bool IsAtEnd()
    {
        SkipBlanks();
        return _position == text.Length;
    }

    /// <summary>Steps over <paramref name="token"/> if it is next.</summary>
    public bool TryTake(string token)
    {
        SkipBlanks();
        if (!text.AsSpan(_position).StartsWith(token, StringComparison.Ordinal))
        {
            return false;
        }

        _position += token.Length;
        return true;
    }

    /// <summary>The error of a text that is no type.</summary>
    public QueryException Malformed() =>
        new(ErrorCode.HiveInvalidMetadata, null, $"Error: type expected at the position {_position} of '{text}'");

    private TypeText ReadRest(string name, string? fieldName)
    {
        if (++_depth > SqlTypeText.MaxDepth)
        {
            throw new QueryException(ErrorCode.StackOverflow, null, "Type is nested too deeply", $"At most {SqlTypeText.MaxDepth} levels are supported.");
        }

        if (Is(name, "double"))
        {
            TryTakeWord("precision");
        }
        else if (Is(name, "interval"))
        {
            name = $"interval {ReadWord()} {ReadWord()} {ReadWord()}".ToLowerInvariant();
        }

        var hasLengths = Is(name, "varchar") || Is(name, "char") || Is(name, "decimal") || Is(name, "time") || Is(name, "timestamp");
        ValueList<string> lengths = [];
        ValueList<TypeText> arguments = [];
        var close = TryTake("(") ? ")" : TryTake("<") ? ">" : null;
        if (close is not null)
        {
            if (hasLengths)
            {
                lengths = ReadLengths();
            }
            else
            {
                arguments = ReadArguments(close, isRow: Is(name, "row") || Is(name, "struct"));
            }
        }

        var withTimeZone = hasLengths && ReadTimeZone();
        _depth--;
        return new TypeText(name, arguments, lengths, withTimeZone, fieldName);
    }

    private ValueList<TypeText> ReadArguments(string close, bool isRow)
    {
        var arguments = new List<TypeText>();
        if (TryTake(close))
        {
            return [];
        }

        do
        {
            arguments.Add(isRow ? ReadField(isHive: close == ">") : ReadType());
        }
        while (TryTake(","));

        return TryTake(close) ? arguments.ToValueList() : throw Malformed();
    }

    private TypeText ReadField(bool isHive)
    {
        SkipBlanks();
        if (Peek() is '"' or '`')
        {
            var quoted = ReadQuoted();
            TryTake(":");
            return ReadRest(ReadWord(), quoted);
        }

        if (isHive)
        {
            return ReadHiveField();
        }

        var first = ReadWord();
        SkipBlanks();
        return IsWordPart(Peek()) && !StartsTwoWordType(first) ? ReadRest(ReadWord(), first.ToLowerInvariant()) : ReadRest(first, fieldName: null);
    }

    // Hive's field names hold anything but its separators: crawlers make names such as user-agent and @type.
    private TypeText ReadHiveField()
    {
        var colon = text.IndexOf(':', _position);
        if (colon < 0)
        {
            throw Malformed();
        }

        var name = text[_position..colon].Trim().ToLowerInvariant();
        _position = colon + 1;
        return ReadRest(ReadWord(), name);
    }

    private bool StartsTwoWordType(string first)
    {
        var start = _position;
        var second = ReadWord();
        _position = start;
        return (Is(first, "double") && Is(second, "precision"))
            || (Is(first, "interval") && (Is(second, "day") || Is(second, "year")))
            || ((Is(first, "time") || Is(first, "timestamp")) && (Is(second, "with") || Is(second, "without")));
    }

    private ValueList<string> ReadLengths()
    {
        var lengths = new List<string>();
        var nesting = 0;
        var start = _position;
        for (; _position < text.Length; _position++)
        {
            var c = text[_position];
            nesting += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (nesting < 0 || (nesting == 0 && c == ','))
            {
                lengths.Add(text[start.._position].Trim());
                start = _position + 1;
            }

            if (nesting < 0)
            {
                _position++;
                return lengths.ToValueList();
            }
        }

        throw Malformed();
    }

    private bool ReadTimeZone()
    {
        var with = TryTakeWord("with");
        if (!with && !TryTakeWord("without"))
        {
            return false;
        }

        return TryTakeWord("time") && TryTakeWord("zone") ? with : throw Malformed();
    }

    private bool TryTakeWord(string word)
    {
        SkipBlanks();
        var end = _position + word.Length;
        if (end > text.Length || !Is(text[_position..end], word) || (end < text.Length && IsWordPart(text[end])))
        {
            return false;
        }

        _position = end;
        return true;
    }

    private string ReadQuoted()
    {
        var quote = text[_position++];
        var name = new StringBuilder();
        for (; _position < text.Length; _position++)
        {
            var isQuote = text[_position] == quote;
            if (isQuote && (_position + 1 == text.Length || text[_position + 1] != quote))
            {
                _position++;
                return name.ToString();
            }

            _position += isQuote ? 1 : 0;
            name.Append(text[_position]);
        }

        throw Malformed();
    }

    private string ReadWord()
    {
        SkipBlanks();
        var start = _position;
        while (IsWordPart(Peek()))
        {
            _position++;
        }

        return _position > start ? text[start.._position] : throw Malformed();
    }

    private void SkipBlanks()
    {
        while (char.IsWhiteSpace(Peek()))
        {
            _position++;
        }
    }

    private char Peek() => _position < text.Length ? text[_position] : '\0';

    private static bool IsWordPart(char c) => char.IsLetterOrDigit(c) || c == '_';

    private static bool Is(string left, string right) => left.Equals(right, StringComparison.OrdinalIgnoreCase);
}
