using System.Buffers;
using System.Text;
using Spoor.Engine.Executors.DuckDb.Native;

namespace Spoor.Engine.Executors.DuckDb.Functions;

/// <summary><c>upper</c> and <c>lower</c> as Java's <c>Character.toUpperCase</c>: one code point becomes one, so that <c>ß</c> stays.</summary>
/// <seealso href="https://github.com/airlift/slice/blob/2.3/src/main/java/io/airlift/slice/SliceUtf8.java"/>
internal static class CaseMapping
{
    private const int DottedCapitalI = 0x130;
    private const int DotlessI = 0x131;
    private const int LongS = 0x17F;

    /// <summary>Sets the text of argument 0 in the other case.</summary>
    internal static void Map(ref ScalarFunctionRow row, bool isUpper)
    {
        var utf8 = row.Bytes(0);
        // A code point's other case can be longer: a letter of one or two bytes has one of up to three.
        var rented = ArrayPool<byte>.Shared.Rent(utf8.Length * 3);
        if (Ascii.IsValid(utf8))
        {
            _ = isUpper ? Ascii.ToUpper(utf8, rented, out _) : Ascii.ToLower(utf8, rented, out _);
            row.SetBytes(rented.AsSpan(0, utf8.Length));
        }
        else
        {
            row.SetBytes(rented.AsSpan(0, MapAll(utf8, rented, isUpper)));
        }

        ArrayPool<byte>.Shared.Return(rented);
    }

    private static int MapAll(ReadOnlySpan<byte> utf8, Span<byte> output, bool isUpper)
    {
        var written = 0;
        while (!utf8.IsEmpty)
        {
            _ = Rune.DecodeFromUtf8(utf8, out var rune, out var length);
            written += (isUpper ? Upper(rune) : Lower(rune)).EncodeToUtf8(output[written..]);
            utf8 = utf8[length..];
        }

        return written;
    }

    // .NET leaves these letters alone, which Java maps.
    private static Rune Upper(Rune rune) => rune.Value switch
    {
        DotlessI => new Rune('I'),
        LongS => new Rune('S'),
        _ => Rune.ToUpperInvariant(rune),
    };

    private static Rune Lower(Rune rune) => rune.Value == DottedCapitalI ? new Rune('i') : Rune.ToLowerInvariant(rune);
}
