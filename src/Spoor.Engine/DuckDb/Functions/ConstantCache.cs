using System.Text;

namespace Spoor.Engine.DuckDb.Functions;

/// <summary>Keeps what was made of an argument that is nearly always constant: a compiled pattern, a parsed path. Any number of threads may use one cache.</summary>
/// <typeparam name="T">Must be safe to use from several threads.</typeparam>
internal sealed class ConstantCache<T>(Func<string, T> make)
{
    private const int SlotCount = 64;

    // A slot is replaced as a whole, so a reader sees a key with its own value.
    private readonly Entry?[] _slots = new Entry?[SlotCount];

    internal T Get(scoped ReadOnlySpan<byte> utf8)
    {
        ref var slot = ref _slots[Slot(utf8)];
        if (Volatile.Read(ref slot) is { } entry && utf8.SequenceEqual(entry.Key))
        {
            return entry.Value;
        }

        var value = make(Encoding.UTF8.GetString(utf8));
        Volatile.Write(ref slot, new Entry(utf8.ToArray(), value));
        return value;
    }

    private static int Slot(scoped ReadOnlySpan<byte> utf8)
    {
        var hash = (uint)utf8.Length;
        foreach (var unit in utf8[..Math.Min(utf8.Length, 64)])
        {
            hash = (hash ^ unit) * 16777619;
        }

        return (int)(hash % SlotCount);
    }

    private sealed record Entry(byte[] Key, T Value);
}
