using System.Globalization;

namespace Spoor.Engine.Semantics.Numbers;

/// <summary>Floating-point numbers as text, as Java's <c>Double.toString</c> and <c>Float.toString</c> print them.</summary>
internal static class JavaNumber
{
    /// <summary>Text of a double: <c>1.0</c>, <c>1.0E10</c>, <c>NaN</c>, <c>-Infinity</c>.</summary>
    internal static string Format(double value) =>
        double.IsFinite(value) ? Layout(Shortest(value), value == 0, double.IsNegative(value)) : NotFinite(value);

    /// <summary>Text of a real.</summary>
    internal static string Format(float value) =>
        float.IsFinite(value) ? Layout(Shortest(value), value == 0, float.IsNegative(value)) : NotFinite(value);

    /// <summary>Text of a double or real cast to varchar: <c>1.2E3</c>, <c>0E0</c>.</summary>
    internal static string Scientific(double value) =>
        double.IsFinite(value) ? Scientific(Shortest(value), value == 0, double.IsNegative(value)) : NotFinite(value);

    /// <summary>Text of a real cast to varchar: as that of a double, with the seven digits of Java's format <c>0.0#####E0</c>, halves to the even one.</summary>
    internal static string Scientific(float value) =>
        float.IsFinite(value) ? Scientific(SevenDigits(value), value == 0, float.IsNegative(value)) : NotFinite(value);

    // Where one digit is enough, Java writes the nearest number of two: 4.9E-324, not 5.0E-324.
    private static string Shortest(double value)
    {
        var text = value.ToString("R", CultureInfo.InvariantCulture);
        return IsOneDigitOfTheLeast(text) ? value.ToString("E1", CultureInfo.InvariantCulture) : text;
    }

    private static string Shortest(float value)
    {
        var text = value.ToString("R", CultureInfo.InvariantCulture);
        return IsOneDigitOfTheLeast(text) ? value.ToString("E1", CultureInfo.InvariantCulture) : text;
    }

    // Elsewhere a second digit is 0 and is cut again.
    private static bool IsOneDigitOfTheLeast(string text) => text.Contains("E-", StringComparison.Ordinal) && !text.Contains('.', StringComparison.Ordinal);

    private static string SevenDigits(float value)
    {
        // A real has at most 112 digits, so nothing is rounded here.
        var exact = Math.Abs((double)value).ToString("E112", CultureInfo.InvariantCulture);
        var (digits, rest, exponent) = (exact[0] + exact[2..8], exact[8..114], int.Parse(exact.AsSpan(115), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture));
        var isHalf = rest[0] == '5' && rest.AsSpan(1).Trim('0').IsEmpty;
        var isUp = isHalf ? (digits[^1] - '0') % 2 == 1 : rest[0] >= '5';
        var rounded = int.Parse(digits, CultureInfo.InvariantCulture) + (isUp ? 1 : 0);
        return string.Create(CultureInfo.InvariantCulture, $"{rounded}E{exponent - 6}");
    }

    private static string Scientific(string shortest, bool isZero, bool isNegative)
    {
        var sign = isNegative ? "-" : "";
        if (isZero)
        {
            return $"{sign}0E0";
        }

        var (digits, exponent) = Digits(shortest.TrimStart('-'));
        return string.Create(CultureInfo.InvariantCulture, $"{sign}{digits[0]}{(digits.Length > 1 ? $".{digits[1..]}" : ".0")}E{exponent}");
    }

    private static string NotFinite(double value) => double.IsNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity";

    private static string Layout(string shortest, bool isZero, bool isNegative)
    {
        var sign = isNegative ? "-" : "";
        if (isZero)
        {
            return $"{sign}0.0";
        }

        var (digits, exponent) = Digits(shortest.TrimStart('-'));
        if (exponent is < -3 or >= 7)
        {
            return $"{sign}{digits[0]}.{(digits.Length > 1 ? digits[1..] : "0")}E{exponent.ToString(CultureInfo.InvariantCulture)}";
        }

        if (exponent < 0)
        {
            return $"{sign}0.{new string('0', -exponent - 1)}{digits}";
        }

        var whole = digits.Length > exponent ? digits[..(exponent + 1)] : digits.PadRight(exponent + 1, '0');
        var fraction = digits.Length > exponent + 1 ? digits[(exponent + 1)..] : "0";
        return $"{sign}{whole}.{fraction}";
    }

    /// <summary>The significant digits and the decimal exponent of the first one.</summary>
    private static (string Digits, int Exponent) Digits(string text)
    {
        var exponentMark = text.IndexOf('E', StringComparison.Ordinal);
        var exponent = exponentMark < 0 ? 0 : int.Parse(text.AsSpan(exponentMark + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var mantissa = exponentMark < 0 ? text : text[..exponentMark];
        var point = mantissa.IndexOf('.', StringComparison.Ordinal);
        var whole = point < 0 ? mantissa : mantissa[..point];
        var digits = (whole + (point < 0 ? "" : mantissa[(point + 1)..])).TrimStart('0');
        var leadingZeros = whole.Length + (point < 0 ? 0 : mantissa.Length - point - 1) - digits.Length;
        digits = digits.TrimEnd('0');
        return (digits, exponent + whole.Length - 1 - leadingZeros);
    }
}
