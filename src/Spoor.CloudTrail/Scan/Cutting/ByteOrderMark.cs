using Spoor.CloudTrail.Scan.Json;

namespace Spoor.CloudTrail.Scan.Cutting;

/// <summary>The mark with which PowerShell begins UTF-8 files. Files that were put together have one before each.</summary>
internal static class ByteOrderMark
{
    /// <summary>Its first byte. No JSON text begins with it.</summary>
    public const byte First = 0xEF;

    private static ReadOnlySpan<byte> Whole => [First, 0xBB, 0xBF];

    /// <summary>Passes the mark at the walker's place, between documents.</summary>
    /// <returns>False when it is not there, or not yet as a whole; the walker says which.</returns>
    public static bool Pass(ref JsonWalker walker)
    {
        var rest = walker.Data[walker.Position..];
        if (rest.StartsWith(Whole))
        {
            walker.Position += Whole.Length;
            return true;
        }

        return Whole.StartsWith(rest) ? walker.End() : walker.Malformed();
    }
}
