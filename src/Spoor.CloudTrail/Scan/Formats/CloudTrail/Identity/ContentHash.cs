using System.Buffers.Binary;

namespace Spoor.CloudTrail.Scan.Formats.CloudTrail.Identity;

/// <summary>A number that stands for a sequence of texts: the same in every process, as it is kept and shown, and different for different texts but for a chance of 2^-64 a pair.</summary>
/// <remarks>Not for secrets: who knows the function can make two texts with one number. Only texts of records with one <c>eventID</c> are compared, and AWS gives that.</remarks>
internal struct ContentHash(ulong seed)
{
    // Two of wyhash's odd constants (Wang Yi, public domain): words are folded by the high and low half of a product.
    private const ulong Mask = 0xA0761D6478BD642F;
    private const ulong Factor = 0xE7037ED1A0B428DB;

    /// <summary>The number.</summary>
    public ulong Value { get; private set; } = Fold(seed, Factor);

    /// <summary>Adds a text.</summary>
    public void Add(ReadOnlySpan<byte> text)
    {
        var value = Fold(Value, (ulong)text.Length);
        for (; text.Length >= sizeof(ulong); text = text[sizeof(ulong)..])
        {
            value = Fold(value, BinaryPrimitives.ReadUInt64LittleEndian(text));
        }

        Span<byte> rest = stackalloc byte[sizeof(ulong)];
        rest.Clear();
        text.CopyTo(rest);
        Value = Fold(value, BinaryPrimitives.ReadUInt64LittleEndian(rest));
    }

    /// <summary>Adds a number.</summary>
    public void Add(ulong number) => Value = Fold(Value, number);

    private static ulong Fold(ulong value, ulong word)
    {
        var high = Math.BigMul(value ^ Mask, word ^ Factor, out var low);
        return high ^ low ^ value;
    }
}
