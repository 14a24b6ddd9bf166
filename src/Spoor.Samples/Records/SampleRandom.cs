namespace Spoor.Samples.Records;

/// <summary>Pseudo-random choices that are the same on every platform and runtime, which System.Random does not promise.</summary>
/// <seealso href="https://prng.di.unimi.it/splitmix64.c"/>
internal sealed class SampleRandom(ulong seed)
{
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const string Base62 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private const string Hexadecimal = "0123456789abcdef";

    private ulong _state = seed;

    public ulong Next()
    {
        var z = _state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>A generator for one thing, independent of how many numbers were drawn before.</summary>
    public static SampleRandom For(int seed, int purpose, long number = 0) =>
        new(((ulong)(uint)seed << 32) ^ ((ulong)(uint)purpose * 0xD6E8FEB86659FD93) ^ ((ulong)number * 0xA0761D6478BD642F));

    /// <summary>0 to <paramref name="bound"/> - 1.</summary>
    public int Below(int bound) => (int)(Next() % (uint)bound);

    public int Between(int low, int high) => low + Below(high - low + 1);

    public bool Chance(int percent) => Below(100) < percent;

    public bool PerMille(int perMille) => Below(1000) < perMille;

    public T Pick<T>(ReadOnlySpan<T> items) => items[Below(items.Length)];

    public string Uuid()
    {
        var text = Text(Hexadecimal, 32).ToCharArray();
        text[12] = '4';
        text[16] = "89ab"[Below(4)];
        return $"{text.AsSpan(0, 8)}-{text.AsSpan(8, 4)}-{text.AsSpan(12, 4)}-{text.AsSpan(16, 4)}-{text.AsSpan(20, 12)}";
    }

    public string Hex(int length) => Text(Hexadecimal, length);

    public string Alphanumeric(int length) => Text(Base62, length);

    /// <summary>Twenty characters as AWS's keys have, but plainly not one of AWS's.</summary>
    public string AccessKey(string prefix) => prefix + "FAKE" + Text(Base32, 12);

    /// <summary>A unique id such as <c>AROA…</c> (role) or <c>AIDA…</c> (user), plainly not one of AWS's.</summary>
    public string PrincipalId(string prefix) => prefix + "FAKE" + Text(Base32, 13);

    /// <summary>An address of the ranges kept for documentation (RFC 5737).</summary>
    public string Address() => $"{Pick<string>(["192.0.2", "198.51.100", "203.0.113"])}.{Between(1, 254)}";

    public string PrivateAddress() => $"10.{Below(16)}.{Below(256)}.{Between(1, 254)}";

    private string Text(string alphabet, int length) => string.Create(length, (this, alphabet), static (span, state) =>
    {
        var (random, alphabet) = state;
        for (var i = 0; i < span.Length; i++)
        {
            span[i] = alphabet[random.Below(alphabet.Length)];
        }
    });
}
