using System.Buffers.Binary;
using Spoor.CloudTrail.Scan.Contract;

namespace Spoor.CloudTrail.Scan.Learning;

/// <summary>One reader's view of the texts. It remembers what an object was asked for in vain: should a text be learnt later, the object has to be read again.</summary>
internal sealed class FollowedView : ILearntTexts
{
    // Most texts of an object are asked for many times in a row.
    private const int RecentLength = 1024;

    private readonly FollowedTexts _texts;
    private readonly ulong[] _recent = new ulong[RecentLength];
    private readonly List<ulong> _missed = [];

    public FollowedView(FollowedTexts texts) => _texts = texts;

    /// <inheritdoc/>
    public bool IsBlind => _texts.HasUnsearchable;

    /// <summary>Starts an object.</summary>
    public void Reset()
    {
        Array.Clear(_recent);
        _missed.Clear();
    }

    /// <summary>Fingerprints of the texts of the object that were not wanted.</summary>
    public ulong[] Missed() => [.. _missed];

    /// <inheritdoc/>
    public bool Contains(ReadOnlySpan<byte> utf8)
    {
        if (_texts.Contains(utf8))
        {
            return true;
        }

        var fingerprint = Fingerprint(utf8);
        ref var recent = ref _recent[fingerprint % RecentLength];
        if (recent != fingerprint)
        {
            recent = fingerprint;
            _missed.Add(fingerprint);
        }

        return false;
    }

    /// <summary>Nearly always different for different texts. Equal ones cost a needless reading, no more.</summary>
    public static ulong Fingerprint(ReadOnlySpan<byte> utf8)
    {
        var last = utf8.Length >= sizeof(ulong) ? BinaryPrimitives.ReadUInt64LittleEndian(utf8[^sizeof(ulong)..]) : (ulong)utf8.Length;
        return ((ulong)(uint)Utf8Comparer.Instance.GetHashCode(utf8) << 32) | ((last * 0x9E3779B97F4A7C15UL) >> 32);
    }
}
