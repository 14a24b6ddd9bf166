using Spoor.Core.Collections;
using Spoor.Core.Text;

namespace Spoor.Sql.Syntax.Nodes;

/// <summary>NULL.</summary>
public sealed record NullLiteral(TextSpan Span) : Expression(Span);

/// <summary>TRUE or FALSE.</summary>
public sealed record BooleanLiteral(bool Value, TextSpan Span) : Expression(Span);

/// <summary>A whole number that fits into BIGINT, in decimal digits without <c>_</c>; a minus directly before it is part of it, as in Trino.</summary>
public sealed record IntegerLiteral(string Text, TextSpan Span) : Expression(Span);

/// <summary>Digits with a decimal point and no exponent, perhaps a minus before them; DOUBLE in Athena, DECIMAL in Trino.</summary>
public sealed record DecimalLiteral(string Text, TextSpan Span) : Expression(Span);

/// <summary>A number with an exponent, perhaps a minus before it.</summary>
public sealed record DoubleLiteral(string Text, TextSpan Span) : Expression(Span);

/// <summary>A text, quotes removed and doubled quotes (or <c>U&amp;''</c> escapes) resolved.</summary>
public sealed record StringLiteral(string Value, TextSpan Span) : Expression(Span);

/// <summary><c>X'65683F'</c>.</summary>
public sealed record BinaryLiteral(ValueList<byte> Value, TextSpan Span) : Expression(Span);

/// <summary>A typed literal such as <c>DATE '2024-01-01'</c>, <c>TIMESTAMP '...'</c>, <c>JSON '...'</c>, <c>DECIMAL '1.5'</c>.</summary>
public sealed record TypedLiteral(TypeName Type, string Value, TextSpan Span) : Expression(Span);

/// <summary><c>INTERVAL '7' DAY</c>; <paramref name="EndField"/> is set for <c>DAY TO SECOND</c>.</summary>
public sealed record IntervalLiteral(string Value, bool IsNegative, IntervalField StartField, IntervalField? EndField, TextSpan Span) : Expression(Span);

/// <summary>Fields of an interval, largest first.</summary>
public enum IntervalField
{
#pragma warning disable CS1591 // Named by the SQL standard.
    Year,
    Month,
    Week,
    Day,
    Hour,
    Minute,
    Second,
#pragma warning restore CS1591
}

/// <summary><c>?</c>, counted from 0 in order of the text.</summary>
public sealed record Parameter(int Ordinal, TextSpan Span) : Expression(Span);
