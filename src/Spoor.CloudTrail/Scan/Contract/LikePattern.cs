using System.Diagnostics;
using System.Text;
using Spoor.Core.Collections;
using Spoor.Core.Text;

namespace Spoor.CloudTrail.Scan.Contract;

/// <summary>A LIKE pattern taken apart: literal texts, <c>_</c> (one code point) and <c>%</c> (any text).</summary>
public sealed class LikePattern : IEquatable<LikePattern>
{
    private readonly Piece[] _pieces;

    private LikePattern(string pattern, string? escape, Piece[] pieces)
    {
        Pattern = pattern;
        Escape = escape;
        _pieces = pieces;
    }

    private enum PieceKind
    {
        Literal,
        AnyCodePoint,
        AnyText,
    }

    /// <summary>As written.</summary>
    public string Pattern { get; }

    /// <summary>The ESCAPE clause's character; null without.</summary>
    public string? Escape { get; }

    /// <summary>The texts that stand in every match, in order.</summary>
    public ValueList<string> Literals => _pieces.Where(piece => piece.Kind == PieceKind.Literal).Select(piece => piece.Text).ToValueList();

    /// <summary>Takes a pattern apart.</summary>
    /// <param name="pattern">The pattern.</param>
    /// <param name="escape">The ESCAPE clause; null without.</param>
    /// <returns>Null when Trino refuses the pattern.</returns>
    public static LikePattern? TryParse(string pattern, string? escape)
    {
        if (escape is { Length: not 1 })
        {
            return null;
        }

        var pieces = new List<Piece>();
        var literal = new StringBuilder();
        for (var i = 0; i < pattern.Length; i++)
        {
            var c = pattern[i];
            if (c == escape?[0])
            {
                if (++i == pattern.Length || (pattern[i] is not ('%' or '_') && pattern[i] != c))
                {
                    return null;
                }

                literal.Append(pattern[i]);
            }
            else if (c is '%' or '_')
            {
                Flush(literal, pieces);
                pieces.Add(new Piece(c == '%' ? PieceKind.AnyText : PieceKind.AnyCodePoint, "", []));
            }
            else
            {
                literal.Append(c);
            }
        }

        Flush(literal, pieces);
        return new LikePattern(pattern, escape, [.. pieces]);
    }

    /// <summary>The pattern of all texts that begin with <paramref name="prefix"/>.</summary>
    public static LikePattern StartingWith(string prefix)
    {
        const string Escape = "\\";
        var escaped = prefix.Replace(Escape, Escape + Escape, StringComparison.Ordinal).Replace("%", Escape + "%", StringComparison.Ordinal).Replace("_", Escape + "_", StringComparison.Ordinal);
        var pattern = escaped == prefix ? TryParse($"{prefix}%", null) : TryParse($"{escaped}%", Escape);
        return pattern ?? throw new UnreachableException("Every special character is escaped.");
    }

    /// <summary>Whether the text, which is valid UTF-8, matches.</summary>
    /// <remarks>After a <c>%</c> only the last one passed can need another try, because what is before it has matched at the earliest place.</remarks>
    public bool IsMatch(ReadOnlySpan<byte> utf8)
    {
        var (at, piece) = (0, 0);
        var (retryAt, retryPiece) = (0, -1);
        while (true)
        {
            if (piece < _pieces.Length && _pieces[piece].Kind == PieceKind.AnyText)
            {
                (retryAt, retryPiece) = (at, ++piece);
                if (piece == _pieces.Length)
                {
                    return true;
                }
            }
            else if (piece < _pieces.Length && TryPass(_pieces[piece], utf8, ref at))
            {
                piece++;
            }
            else if (piece == _pieces.Length && at == utf8.Length)
            {
                return true;
            }
            else if (retryPiece < 0 || !TryFindNext(_pieces[retryPiece], utf8, ref retryAt))
            {
                return false;
            }
            else
            {
                (at, piece) = (retryAt, retryPiece);
            }
        }
    }

    /// <inheritdoc/>
    public bool Equals(LikePattern? other) => other is not null && Pattern == other.Pattern && Escape == other.Escape;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as LikePattern);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Pattern, Escape);

    /// <summary>As written in SQL.</summary>
    public override string ToString() => Escape is null ? SqlLiteral.Text(Pattern) : $"{SqlLiteral.Text(Pattern)} ESCAPE {SqlLiteral.Text(Escape)}";

    private static void Flush(StringBuilder literal, List<Piece> pieces)
    {
        if (literal.Length > 0)
        {
            pieces.Add(new Piece(PieceKind.Literal, literal.ToString(), Encoding.UTF8.GetBytes(literal.ToString())));
            literal.Clear();
        }
    }

    private static bool TryPass(Piece piece, ReadOnlySpan<byte> utf8, ref int at)
    {
        var length = piece.Kind == PieceKind.Literal
            ? (utf8[at..].StartsWith(piece.Bytes) ? piece.Bytes.Length : 0)
            : CodePointLength(utf8[at..]);
        at += length;
        return length > 0;
    }

    // The next place, after retryAt, at which the piece may match.
    private static bool TryFindNext(Piece piece, ReadOnlySpan<byte> utf8, ref int retryAt)
    {
        var step = CodePointLength(utf8[retryAt..]);
        if (step == 0)
        {
            return false;
        }

        retryAt += step;
        if (piece.Kind != PieceKind.Literal)
        {
            return true;
        }

        var found = utf8[retryAt..].IndexOf(piece.Bytes);
        retryAt += Math.Max(found, 0);
        return found >= 0;
    }

    private static int CodePointLength(ReadOnlySpan<byte> utf8)
    {
        if (utf8.IsEmpty)
        {
            return 0;
        }

        var length = 1;
        while (length < utf8.Length && (utf8[length] & 0xC0) == 0x80)
        {
            length++;
        }

        return length;
    }

    private sealed record Piece(PieceKind Kind, string Text, byte[] Bytes);
}
