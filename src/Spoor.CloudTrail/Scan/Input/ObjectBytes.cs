using System.IO.Compression;
using Spoor.CloudTrail.Scan.Fetching;
using Spoor.Storage;

namespace Spoor.CloudTrail.Scan.Input;

/// <summary>The stored bytes of a fetched object as a stream, with an end mark after them for gzip.</summary>
/// <remarks>
/// The framework's gzip reader takes the end of its input for the end of the data, wherever it comes, so a truncated object would pass for a
/// whole one. Therefore one more gzip member with a known text follows: it is asked for only when all bytes are used up, and the
/// text comes out only if they ended where a member ends.
/// </remarks>
internal sealed class ObjectBytes(FetchedObject source) : InputStream
{
    /// <summary>The text of the end mark.</summary>
    public static ReadOnlySpan<byte> EndMark => "spoor: all members are complete.."u8;

    private static readonly byte[] s_endMember = MakeEndMember();

    private int _headUsed;
    private bool _restIsOver = source.Rest is null;
    private int _markUsed;

    /// <summary>Bytes as stored that have been handed out.</summary>
    public long BytesRead { get; private set; }

    /// <summary>Whether all stored bytes were used up and more was asked for.</summary>
    public bool EndWasReached { get; private set; }

    /// <summary>The last stored byte that was handed out.</summary>
    public byte LastByte { get; private set; }

    /// <summary>Whether the end mark follows the bytes.</summary>
    public bool HasEndMark { get; init; }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var read = ReadStored(buffer);
        if (read > 0)
        {
            BytesRead += read;
            LastByte = buffer[read - 1];
            return read;
        }

        EndWasReached = true;
        return HasEndMark ? Take(s_endMember.AsSpan(_markUsed), buffer, ref _markUsed) : 0;
    }

    private int ReadStored(Span<byte> buffer)
    {
        if (_headUsed < source.Head.Length)
        {
            return Take(source.Head[_headUsed..], buffer, ref _headUsed);
        }

        if (_restIsOver)
        {
            return 0;
        }

        var read = source.Rest!.Read(buffer); // Not null while it is not over.
        _restIsOver = read == 0;
        return read;
    }

    private static int Take(ReadOnlySpan<byte> from, Span<byte> to, ref int used)
    {
        var count = Math.Min(from.Length, to.Length);
        from[..count].CopyTo(to);
        used += count;
        return count;
    }

    private static byte[] MakeEndMember()
    {
        using var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.NoCompression))
        {
            gzip.Write(EndMark);
        }

        return bytes.ToArray();
    }
}
