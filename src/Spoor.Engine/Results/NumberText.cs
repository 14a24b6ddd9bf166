using System.Buffers;
using System.Globalization;
using System.Text;

namespace Spoor.Engine.Results;

/// <summary>Numbers as Java prints them, which is how Athena does.</summary>
internal static class NumberText
{
    /// <summary>An integer.</summary>
    public static void WriteInteger(long value, IBufferWriter<byte> output)
    {
        Span<byte> digits = stackalloc byte[20];
        _ = value.TryFormat(digits, out var length, default, CultureInfo.InvariantCulture);
        output.Write(digits[..length]);
    }

    /// <summary>A decimal with all digits of its scale.</summary>
    public static void WriteDecimal(Int128 unscaled, int scale, IBufferWriter<byte> output)
    {
        var text = unscaled.ToString(CultureInfo.InvariantCulture);
        var sign = text[0] == '-' ? "-" : "";
        var digits = text[sign.Length..].PadLeft(scale + 1, '0');
        WriteAscii(scale == 0 ? sign + digits : $"{sign}{digits[..^scale]}.{digits[^scale..]}", output);
    }

    /// <summary>A double in the form of <c>Double.toString</c>.</summary>
    public static void WriteDouble(double value, IBufferWriter<byte> output) =>
        WriteAscii(JavaForm(value, value.ToString("R", CultureInfo.InvariantCulture)), output);

    /// <summary>A real in the form of <c>Float.toString</c>.</summary>
    public static void WriteReal(float value, IBufferWriter<byte> output) =>
        WriteAscii(JavaForm(value, value.ToString("R", CultureInfo.InvariantCulture)), output);

    /// <summary>Plain from 10^-3 up to 10^7, else scientific; always with a digit after the point.</summary>
    /// <seealso href="https://docs.oracle.com/en/java/javase/21/docs/api/java.base/java/lang/Double.html#toString(double)"/>
    private static string JavaForm(double value, string shortest)
    {
        if (!double.IsFinite(value) || value == 0)
        {
            return double.IsNaN(value) ? "NaN" : value == 0 ? (double.IsNegative(value) ? "-0.0" : "0.0") : value > 0 ? "Infinity" : "-Infinity";
        }

        var (digits, exponent) = Significand(shortest);
        var sign = value < 0 ? "-" : "";
        if (exponent is >= 7 or < -3)
        {
            return string.Create(CultureInfo.InvariantCulture, $"{sign}{digits[0]}.{(digits.Length > 1 ? digits[1..] : "0")}E{exponent}");
        }

        if (exponent < 0)
        {
            return $"{sign}0.{new string('0', -exponent - 1)}{digits}";
        }

        var padded = digits.PadRight(exponent + 2, '0');
        return $"{sign}{padded[..(exponent + 1)]}.{padded[(exponent + 1)..]}";
    }

    /// <summary>The significant digits and the power of ten of the first one.</summary>
    private static (string Digits, int Exponent) Significand(string shortest)
    {
        var text = shortest.TrimStart('-');
        var e = text.IndexOf('E', StringComparison.Ordinal);
        var power = e < 0 ? 0 : int.Parse(text[(e + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var mantissa = e < 0 ? text : text[..e];
        var point = mantissa.IndexOf('.', StringComparison.Ordinal);
        var whole = point < 0 ? mantissa : mantissa[..point];
        var all = point < 0 ? mantissa : whole + mantissa[(point + 1)..];
        var leading = all.Length - all.TrimStart('0').Length;
        var digits = all.Trim('0');
        return (digits, power + whole.Length - 1 - leading);
    }

    private static void WriteAscii(string text, IBufferWriter<byte> output)
    {
        var length = Encoding.ASCII.GetBytes(text, output.GetSpan(text.Length));
        output.Advance(length);
    }
}
