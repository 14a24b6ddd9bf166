using System.Diagnostics;

namespace Spoor.Engine.Executors.DuckDb.Sql;

/// <summary>Cuts the texts of a template into tokens; its holes are tokens already.</summary>
internal static class DuckTokens
{
    private static readonly string[] s_longSymbols = [":=", "||", "//", "<=", ">=", "<>", "<<", ">>"];

    /// <summary>All tokens, in order.</summary>
    public static List<DuckToken> Read(IReadOnlyList<object> pieces)
    {
        var tokens = new List<DuckToken>();
        foreach (var piece in pieces)
        {
            if (piece is string text)
            {
                Read(text, tokens);
            }
            else
            {
                tokens.Add(new DuckToken(DuckTokenKind.Hole, "", piece));
            }
        }

        return tokens;
    }

    private static void Read(string text, List<DuckToken> tokens)
    {
        for (var i = 0; i < text.Length;)
        {
            var start = i;
            var c = text[i];
            if (c is ' ' or '\n' or '\r')
            {
                i++;
            }
            else if (char.IsAsciiLetter(c) || c == '_')
            {
                i = End(text, i, letter => char.IsAsciiLetterOrDigit(letter) || letter == '_');
                tokens.Add(new DuckToken(DuckTokenKind.Word, text[start..i]));
            }
            else if (char.IsAsciiDigit(c))
            {
                i = End(text, i, digit => char.IsAsciiDigit(digit) || digit == '.');
                tokens.Add(new DuckToken(DuckTokenKind.Number, text[start..i]));
            }
            else if (c == '\'')
            {
                i = text.IndexOf('\'', start + 1) + 1;
                tokens.Add(i > 0 ? new DuckToken(DuckTokenKind.Text, text[(start + 1)..(i - 1)]) : throw new UnreachableException($"A text without end in the template {text}"));
            }
            else
            {
                var symbol = Array.Find(s_longSymbols, symbol => text.AsSpan(start).StartsWith(symbol, StringComparison.Ordinal)) ?? text[start..(start + 1)];
                i += symbol.Length;
                tokens.Add(new DuckToken(DuckTokenKind.Symbol, symbol));
            }
        }
    }

    private static int End(string text, int start, Func<char, bool> belongs)
    {
        var end = start;
        while (end < text.Length && belongs(text[end]))
        {
            end++;
        }

        return end;
    }
}

/// <summary>A token of a template. No struct: lists of it would be compiled at each start.</summary>
internal sealed record DuckToken(DuckTokenKind Kind, string Text, object? Hole = null)
{
    /// <summary>What comes after the last.</summary>
    public static DuckToken End { get; } = new(DuckTokenKind.End, "");
}

/// <summary>What a token is.</summary>
internal enum DuckTokenKind
{
    End,
    Word,
    Number,
    Text,
    Symbol,
    Hole,
}
