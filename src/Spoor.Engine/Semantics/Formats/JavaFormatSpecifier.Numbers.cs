using System.Globalization;
using System.Numerics;
using Spoor.Core.Errors;
using Spoor.Engine.Semantics.Numbers;

namespace Spoor.Engine.Semantics.Formats;

internal sealed partial record JavaFormatSpecifier
{
    private string PrintInteger(object argument)
    {
        if (argument is not long value)
        {
            throw JavaFormatException.WrongArgument(Kind, argument);
        }

        if (Kind == 'd')
        {
            return Signed(value < 0, Grouped(BigInteger.Abs(value).ToString(CultureInfo.InvariantCulture)));
        }

        if (Flags.AsSpan().IndexOfAny("+ (,") is >= 0 and var wrong)
        {
            throw JavaFormatException.WrongFlag(Kind, Flags[wrong]);
        }

        var digits = Kind == 'x' ? value.ToString("x", CultureInfo.InvariantCulture) : Convert.ToString(value, 8);
        var prefix = Has('#') ? (Kind == 'x' ? "0x" : "0") : "";
        return prefix + (Has('0') ? digits.PadLeft(Math.Max(0, Width - prefix.Length), '0') : digits);
    }

    private string PrintFloat(object argument)
    {
        // A real becomes a double first, as in Java.
        double? binary = argument is float small ? small : argument is double large ? large : null;
        if (binary is null && argument is not ExactNumber)
        {
            throw JavaFormatException.WrongArgument(Kind, argument);
        }

        if (Kind == 'a')
        {
            throw new QueryException(ErrorCode.NotSupported, span: null, "The conversion %a of format is not yet available in Spoor");
        }

        if (binary is { } value && !double.IsFinite(value))
        {
            return double.IsNaN(value) ? "NaN" : Signed(value < 0, "Infinity", padsZeros: false);
        }

        var isNegative = binary is { } number ? double.IsNegative(number) : ((ExactNumber)argument).Unscaled.Sign < 0;
        var exact = binary is { } finite && ExactNumber.TryParse(Math.Abs(finite).ToString("R", CultureInfo.InvariantCulture), out var shortest) ? shortest : binary is null ? (ExactNumber)argument : default;
        return Signed(isNegative, Unsigned(exact with { Unscaled = BigInteger.Abs(exact.Unscaled) }));
    }

    private string Unsigned(ExactNumber value)
    {
        var precision = Precision < 0 ? 6 : Precision;
        if (Kind == 'e')
        {
            return Scientific(value, precision);
        }

        if (Kind == 'f')
        {
            return Fixed(value, precision);
        }

        // g: as many digits as the precision says, in the shorter form.
        precision = Math.Max(1, precision);
        var scale = precision - 1 - Exponent(value);
        var rounded = value.Unscaled.IsZero ? value : RoundTo(value, scale);
        return value.Unscaled.IsZero ? Fixed(value, precision - 1)
            : Exponent(rounded) is >= -4 and var exponent && exponent < precision ? Fixed(rounded, Math.Max(0, precision - 1 - exponent))
            : Scientific(rounded, precision - 1);
    }

    private static ExactNumber RoundTo(ExactNumber value, int scale) => scale >= 0
        ? value.Round(scale)
        : new ExactNumber(ExactNumber.DivideRounded(value.Round(Math.Max(value.Scale, 0)).Unscaled, BigInteger.Pow(10, Math.Max(value.Scale, 0) - scale)), scale);

    private static int Exponent(ExactNumber value) => value.Unscaled.IsZero ? 0 : value.Unscaled.ToString(CultureInfo.InvariantCulture).Length - 1 - value.Scale;

    private string Fixed(ExactNumber value, int decimals)
    {
        var digits = value.Round(decimals).ToString();
        return Grouped(digits) + (Has('#') && decimals == 0 ? "." : "");
    }

    private string Scientific(ExactNumber value, int decimals)
    {
        var rounded = value.Unscaled.IsZero ? value : RoundTo(value, decimals - Exponent(value));
        var exponent = Exponent(rounded);
        var digits = rounded.Unscaled.ToString(CultureInfo.InvariantCulture).PadRight(decimals + 1, '0')[..(decimals + 1)];
        var point = decimals > 0 ? "." : Has('#') ? "." : "";
        return string.Create(CultureInfo.InvariantCulture, $"{digits[0]}{point}{digits[1..]}e{(exponent < 0 ? '-' : '+')}{Math.Abs(exponent):00}");
    }

    private string Grouped(string digits)
    {
        if (!Has(','))
        {
            return digits;
        }

        var point = digits.IndexOf('.', StringComparison.Ordinal);
        for (var i = (point < 0 ? digits.Length : point) - 3; i > 0; i -= 3)
        {
            digits = digits.Insert(i, ",");
        }

        return digits;
    }

    // Zeros go between the sign and the digits.
    private string Signed(bool isNegative, string digits, bool padsZeros = true)
    {
        var (before, behind) = isNegative ? (Has('(') ? ("(", ")") : ("-", "")) : (Has('+') ? "+" : Has(' ') ? " " : "", "");
        var width = padsZeros && Has('0') ? Width - before.Length - behind.Length : 0;
        return before + digits.PadLeft(Math.Max(0, width), '0') + behind;
    }
}
