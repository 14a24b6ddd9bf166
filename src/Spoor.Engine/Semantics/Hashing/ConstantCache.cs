using System.Text;

namespace Spoor.Engine.Semantics.Hashing;

/// <summary>Keeps what was made of an argument that is nearly always constant: a compiled pattern, a parsed path. Any number of threads may use one cache.</summary>
/// <remarks>A constant has a few places, by its hash, of which it takes the one that was filled longest ago: a handful of constants used in turn all stay.</remarks>
/// <typeparam name="T">Must be safe to use from several threads.</typeparam>
internal sealed class ConstantCache<T>(Func<string, T> make)
{
    private const int GroupCount = 64;
    private const int PlacesInGroup = 4;

    // An entry is replaced as a whole, so a reader sees a key with its own value.
    private readonly Entry?[] _entries = new Entry?[GroupCount * PlacesInGroup];
    private readonly uint[] _replaced = new uint[GroupCount];

    internal T Get(scoped ReadOnlySpan<byte> utf8)
    {
        var hash = XxHash64.Compute(utf8);
        var group = (int)(hash % GroupCount);
        var places = _entries.AsSpan(group * PlacesInGroup, PlacesInGroup);
        foreach (ref var place in places)
        {
            if (Volatile.Read(ref place) is { } entry && entry.Hash == hash && utf8.SequenceEqual(entry.Key))
            {
                return entry.Value;
            }
        }

        var value = make(Encoding.UTF8.GetString(utf8));
        var next = Interlocked.Increment(ref _replaced[group]) % PlacesInGroup;
        Volatile.Write(ref places[(int)next], new Entry(hash, utf8.ToArray(), value));
        return value;
    }

    private sealed record Entry(ulong Hash, byte[] Key, T Value);
}
