using System.Buffers;
using System.Globalization;
using System.Text;
using Spoor.Engine.Semantics.Numbers;

namespace Spoor.Engine.Results.Text;

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
    public static void WriteDouble(double value, IBufferWriter<byte> output) => WriteAscii(JavaNumber.Format(value), output);

    /// <summary>A real in the form of <c>Float.toString</c>.</summary>
    public static void WriteReal(float value, IBufferWriter<byte> output) => WriteAscii(JavaNumber.Format(value), output);

    private static void WriteAscii(string text, IBufferWriter<byte> output)
    {
        var length = Encoding.ASCII.GetBytes(text, output.GetSpan(text.Length));
        output.Advance(length);
    }
}
