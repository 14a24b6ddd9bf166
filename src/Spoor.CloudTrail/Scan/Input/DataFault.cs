using Spoor.CloudTrail.Scan.Contract;

namespace Spoor.CloudTrail.Scan.Input;

/// <summary>What can be wrong with compressed data. Where it is wrong the window adds, which alone knows how much came out before.</summary>
internal static class DataFault
{
    /// <summary>The stored bytes end before the data does.</summary>
    public static BadDataException Truncated(Exception? cause = null) =>
        new(BadDataFault.Cursor("Unexpected end of input stream", "The compressed object is truncated.", null), cause);

    /// <summary>The stored bytes cannot be what was compressed.</summary>
    public static BadDataException Corrupt(Exception cause) =>
        new(BadDataFault.Cursor("incorrect data check", "The compressed object is corrupt.", null), cause) { LosesData = true };

    /// <summary>Other bytes follow the compressed data.</summary>
    public static BadDataException Trailing() =>
        new(BadDataFault.Cursor("incorrect header check", "Bytes that are no gzip follow the compressed data.", null));

    /// <summary>So much comes out of so little that it was made to do so.</summary>
    public static BadDataException Bomb(string reason) =>
        new(BadDataFault.Cursor(reason, "No trail is like that; this looks like a decompression bomb.", null));
}
