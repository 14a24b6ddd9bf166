using System.Text;

namespace Spoor.Cli.Shell;

/// <summary>The line being edited: its text and the cursor. Knows nothing of the terminal, so that every key can be tested.</summary>
internal sealed class LineBuffer
{
    private readonly StringBuilder _text = new();

    /// <summary>The text so far.</summary>
    public string Text => _text.ToString();

    /// <summary>Cursor as an offset into the text, 0 to its length.</summary>
    public int Cursor { get; private set; }

    /// <summary>Replaces everything and puts the cursor at the end.</summary>
    public void Set(string text)
    {
        _text.Clear().Append(text);
        Cursor = text.Length;
    }

    /// <summary>Puts text in at the cursor.</summary>
    public void Insert(string text)
    {
        _text.Insert(Cursor, text);
        Cursor += text.Length;
    }

    /// <summary>Removes the character before the cursor.</summary>
    public void Backspace() => RemoveBetween(PreviousCharacter(), Cursor);

    /// <summary>Removes the character at the cursor.</summary>
    public void Delete() => RemoveBetween(Cursor, NextCharacter());

    /// <summary>Removes the word before the cursor.</summary>
    public void DeleteWord() => RemoveBetween(PreviousWord(), Cursor);

    /// <summary>Removes everything before the cursor.</summary>
    public void DeleteToStart() => RemoveBetween(0, Cursor);

    /// <summary>Removes everything from the cursor on.</summary>
    public void DeleteToEnd() => RemoveBetween(Cursor, _text.Length);

    /// <summary>Moves the cursor by one character.</summary>
    public void MoveLeft() => Cursor = PreviousCharacter();

    /// <summary>Moves the cursor by one character.</summary>
    public void MoveRight() => Cursor = NextCharacter();

    /// <summary>Moves the cursor to the start of this or the previous word.</summary>
    public void MoveWordLeft() => Cursor = PreviousWord();

    /// <summary>Moves the cursor behind this or the next word.</summary>
    public void MoveWordRight()
    {
        while (Cursor < _text.Length && !IsWordCharacter(_text[Cursor]))
        {
            Cursor++;
        }

        while (Cursor < _text.Length && IsWordCharacter(_text[Cursor]))
        {
            Cursor++;
        }
    }

    /// <summary>Moves the cursor before the first character.</summary>
    public void MoveToStart() => Cursor = 0;

    /// <summary>Moves the cursor behind the last character.</summary>
    public void MoveToEnd() => Cursor = _text.Length;

    private static bool IsWordCharacter(char c) => char.IsLetterOrDigit(c) || c == '_';

    private void RemoveBetween(int start, int end)
    {
        _text.Remove(start, end - start);
        Cursor = start;
    }

    // A pair of surrogates is one character to the person who types.
    private int PreviousCharacter() =>
        Cursor - (Cursor >= 2 && char.IsSurrogatePair(_text[Cursor - 2], _text[Cursor - 1]) ? 2 : Math.Min(Cursor, 1));

    private int NextCharacter() =>
        Cursor + (Cursor + 1 < _text.Length && char.IsSurrogatePair(_text[Cursor], _text[Cursor + 1]) ? 2 : Math.Min(_text.Length - Cursor, 1));

    private int PreviousWord()
    {
        var position = Cursor;
        while (position > 0 && !IsWordCharacter(_text[position - 1]))
        {
            position--;
        }

        while (position > 0 && IsWordCharacter(_text[position - 1]))
        {
            position--;
        }

        return position;
    }
}
