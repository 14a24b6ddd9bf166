using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text;

namespace Spoor.Engine.Results.Text;

/// <summary>A text that is appended again and again, such as what stands between two values: copied in whole vectors, without a call.</summary>
internal readonly struct FixedText
{
    private readonly byte[] _padded;
    private readonly int _length;

    /// <summary>Prepares a text.</summary>
    public FixedText(string text)
    {
        var utf8 = Encoding.UTF8.GetBytes(text);
        _length = utf8.Length;
        _padded = new byte[(utf8.Length + Vector128<byte>.Count - 1) / Vector128<byte>.Count * Vector128<byte>.Count];
        utf8.CopyTo(_padded, 0);
    }

    /// <summary>Appends the text.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AppendTo(TextBuffer output)
    {
        var padded = _padded;
        ref var target = ref MemoryMarshal.GetReference(output.GetSpan(padded.Length));
        ref var source = ref MemoryMarshal.GetArrayDataReference(padded);
        for (nuint at = 0; at < (nuint)padded.Length; at += (nuint)Vector128<byte>.Count)
        {
            Vector128.LoadUnsafe(ref source, at).StoreUnsafe(ref target, at);
        }

        output.Advance(_length);
    }
}
