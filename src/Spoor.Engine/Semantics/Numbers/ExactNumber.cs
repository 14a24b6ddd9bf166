using System.Globalization;
using System.Numerics;

namespace Spoor.Engine.Semantics.Numbers;

/// <summary>A decimal number of any size: <paramref name="Unscaled"/> / 10^<paramref name="Scale"/>.</summary>
internal readonly record struct ExactNumber(BigInteger Unscaled, int Scale)
{
    /// <summary>Reads <c>-12.50</c>, <c>1e3</c>.</summary>
    internal static bool TryParse(string text, out ExactNumber number)
    {
        number = default;
        var mark = text.IndexOfAny(['e', 'E']);
        var exponent = 0;
        if (mark >= 0 && (!int.TryParse(text.AsSpan(mark + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent) || Math.Abs(exponent) > 1000))
        {
            return false;
        }

        var mantissa = mark < 0 ? text : text[..mark];
        var point = mantissa.IndexOf('.', StringComparison.Ordinal);
        var digits = point < 0 ? mantissa : mantissa.Remove(point, 1);
        if (digits.Length == 0 || !digits.Any(char.IsAsciiDigit) || !BigInteger.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var unscaled))
        {
            return false;
        }

        number = new ExactNumber(unscaled, (point < 0 ? 0 : mantissa.Length - point - 1) - exponent);
        return true;
    }

    /// <summary>Rounds to a scale, halves away from zero.</summary>
    internal ExactNumber Round(int scale) => scale >= Scale
        ? new ExactNumber(Unscaled * BigInteger.Pow(10, scale - Scale), scale)
        : new ExactNumber(DivideRounded(Unscaled, BigInteger.Pow(10, Scale - scale)), scale);

    /// <summary>Whether the number has no more digits than a precision.</summary>
    internal bool Fits(int precision) => BigInteger.Abs(Unscaled) < BigInteger.Pow(10, precision);

    /// <summary>Quotient, rounded half away from zero.</summary>
    internal static BigInteger DivideRounded(BigInteger dividend, BigInteger divisor)
    {
        var quotient = BigInteger.DivRem(dividend, divisor, out var rest);
        return BigInteger.Abs(rest) * 2 >= BigInteger.Abs(divisor) ? quotient + (dividend.Sign * divisor.Sign) : quotient;
    }

    /// <summary>Plain digits.</summary>
    public override string ToString()
    {
        if (Scale <= 0)
        {
            return (Unscaled * BigInteger.Pow(10, -Scale)).ToString(CultureInfo.InvariantCulture);
        }

        var digits = BigInteger.Abs(Unscaled).ToString(CultureInfo.InvariantCulture).PadLeft(Scale + 1, '0');
        return $"{(Unscaled.Sign < 0 ? "-" : "")}{digits[..^Scale]}.{digits[^Scale..]}";
    }
}
