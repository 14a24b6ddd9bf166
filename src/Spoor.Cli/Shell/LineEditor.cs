namespace Spoor.Cli.Shell;

/// <summary>Reads a line from the terminal with editing keys and history, as readline does.</summary>
internal sealed class LineEditor(History history)
{
    private readonly LineBuffer _buffer = new();
    private int _historyIndex;
    private string _draft = "";
    private int _rowOfCursor;

    /// <summary>Reads one line.</summary>
    /// <returns>The line; null at the end of input (Ctrl-D on an empty line).</returns>
    /// <exception cref="OperationCanceledException">Ctrl-C: the line is dropped.</exception>
    public string? ReadLine(string prompt)
    {
        Start();
        Console.Write(prompt);
        var previous = Console.TreatControlCAsInput;
        Console.TreatControlCAsInput = true;
        try
        {
            while (true)
            {
                var key = Console.ReadKey(intercept: true);
                switch (Handle(key))
                {
                    case KeyResult.Accept:
                        _buffer.MoveToEnd();
                        Redraw(prompt);
                        Console.WriteLine();
                        return _buffer.Text;
                    case KeyResult.EndOfInput:
                        Console.WriteLine();
                        return null;
                    case KeyResult.Drop:
                        Console.WriteLine("^C");
                        throw new OperationCanceledException();
                    case KeyResult.Edited:
                        // A pasted text arrives as many keys; it is drawn once, when the last one is there.
                        if (!Console.KeyAvailable)
                        {
                            Redraw(prompt);
                        }

                        break;
                    default:
                        throw new System.Diagnostics.UnreachableException($"No reaction to {key.Key}.");
                }
            }
        }
        finally
        {
            Console.TreatControlCAsInput = previous;
        }
    }

    internal enum KeyResult
    {
        Edited,
        Accept,
        Drop,
        EndOfInput,
    }

    internal LineBuffer Buffer => _buffer;

    internal void Start()
    {
        _buffer.Set("");
        _historyIndex = history.Entries.Count;
        _rowOfCursor = 0;
    }

    internal KeyResult Handle(ConsoleKeyInfo key)
    {
        var control = key.Modifiers.HasFlag(ConsoleModifiers.Control);
        var alt = key.Modifiers.HasFlag(ConsoleModifiers.Alt);
        switch (key.Key)
        {
            case ConsoleKey.Enter:
                return KeyResult.Accept;
            case ConsoleKey.C when control:
                return KeyResult.Drop;
            case ConsoleKey.D when control && _buffer.Text.Length == 0:
                return KeyResult.EndOfInput;
            case ConsoleKey.UpArrow:
            case ConsoleKey.P when control:
                Recall(-1);
                break;
            case ConsoleKey.DownArrow:
            case ConsoleKey.N when control:
                Recall(+1);
                break;
            default:
                Edit(key, control, alt);
                break;
        }

        return KeyResult.Edited;
    }

    private void Edit(ConsoleKeyInfo key, bool control, bool alt)
    {
        Action? edit = key.Key switch
        {
            ConsoleKey.LeftArrow when control => _buffer.MoveWordLeft,
            ConsoleKey.RightArrow when control => _buffer.MoveWordRight,
            ConsoleKey.LeftArrow => _buffer.MoveLeft,
            ConsoleKey.RightArrow => _buffer.MoveRight,
            ConsoleKey.Home => _buffer.MoveToStart,
            ConsoleKey.End => _buffer.MoveToEnd,
            ConsoleKey.Backspace when control || alt => _buffer.DeleteWord,
            ConsoleKey.Backspace => _buffer.Backspace,
            ConsoleKey.Delete => _buffer.Delete,
            ConsoleKey.A when control => _buffer.MoveToStart,
            ConsoleKey.E when control => _buffer.MoveToEnd,
            ConsoleKey.B when control => _buffer.MoveLeft,
            ConsoleKey.F when control => _buffer.MoveRight,
            ConsoleKey.B when alt => _buffer.MoveWordLeft,
            ConsoleKey.F when alt => _buffer.MoveWordRight,
            ConsoleKey.D when control => _buffer.Delete,
            ConsoleKey.H when control => _buffer.Backspace,
            ConsoleKey.W when control => _buffer.DeleteWord,
            ConsoleKey.U when control => _buffer.DeleteToStart,
            ConsoleKey.K when control => _buffer.DeleteToEnd,
            ConsoleKey.L when control => () => Console.Clear(),
            ConsoleKey.Tab => () => _buffer.Insert("    "),
            _ when key.KeyChar >= ' ' && key.KeyChar != 0x7f && !control && !alt => () => _buffer.Insert(key.KeyChar.ToString()),
            _ => null,
        };
        edit?.Invoke();
    }

    private void Recall(int step)
    {
        var next = _historyIndex + step;
        if (next < 0 || next > history.Entries.Count)
        {
            return;
        }

        if (_historyIndex == history.Entries.Count)
        {
            _draft = _buffer.Text;
        }

        _historyIndex = next;
        _buffer.Set(next == history.Entries.Count ? _draft : StatementLine.Of(history.Entries[next]));
    }

    private void Redraw(string prompt)
    {
        var width = Math.Max(20, Console.WindowWidth);
        var line = prompt + _buffer.Text;
        var up = _rowOfCursor == 0 ? "" : $"\e[{_rowOfCursor}A";
        var lastRow = line.Length / width;
        _rowOfCursor = (prompt.Length + _buffer.Cursor) / width;
        var column = (prompt.Length + _buffer.Cursor) % width;
        // Start of the first row, clear to the end of the screen, text, then back to the cursor's place. A text that
        // ends exactly at the right margin leaves the cursor there, so a blank moves it on to the next row.
        var fill = line.Length > 0 && line.Length % width == 0 ? " \b" : "";
        var back = lastRow - _rowOfCursor == 0 ? "" : $"\e[{lastRow - _rowOfCursor}A";
        Console.Write($"{up}\r\e[J{line}{fill}{back}\r{(column == 0 ? "" : $"\e[{column}C")}");
    }
}
