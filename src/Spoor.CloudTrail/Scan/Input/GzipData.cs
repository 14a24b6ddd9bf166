using System.IO.Compression;
using Spoor.CloudTrail.Scan.Contract;
using Spoor.Storage.Objects;

namespace Spoor.CloudTrail.Scan.Input;

/// <summary>Decompresses gzip: members one after the other, zeros behind them passed over.</summary>
/// <remarks>
/// The framework's reader takes the end of its input for the end of the data, wherever it comes, so that truncated data would pass for whole data. When it has given
/// all that it can make of its bytes, it is asked where it stands: one more member with a known text follows, and that text alone comes out only where a
/// member may begin. In the middle of a member the question is taken for more data of it; so nothing that comes out after it is ever handed on.
/// </remarks>
internal sealed class GzipData : InputStream
{
    private readonly Stream _source;
    private readonly GzipBytes _bytes;
    private readonly GZipStream _members;
    private bool _isOver;

    /// <summary>Decompresses <paramref name="source"/>, and disposes of it.</summary>
    public GzipData(Stream source)
    {
        _source = source;
        _bytes = new GzipBytes(source);
        _members = new GZipStream(_bytes, CompressionMode.Decompress);
    }

    /// <summary>Whether these are the first bytes of gzip.</summary>
    public static bool IsStart(ReadOnlySpan<byte> head) => head is [0x1F, 0x8B, ..];

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <exception cref="BadDataException">The data is corrupt or truncated, or other bytes follow it.</exception>
    public override int Read(Span<byte> buffer)
    {
        if (_isOver || buffer.IsEmpty)
        {
            return 0;
        }

        try
        {
            if (_members.Read(buffer) is > 0 and var read)
            {
                return read;
            }
        }
        catch (InvalidDataException exception)
        {
            throw DataFault.Corrupt(exception);
        }

        _isOver = true;
        RequireEnd();
        return 0;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _members.Dispose();
            _source.Dispose();
        }

        base.Dispose(disposing);
    }

    private void RequireEnd()
    {
        if (_bytes.IsUsedUp)
        {
            RequireEndOfMember();
        }
        else if (!_bytes.RestIsPadding())
        {
            throw DataFault.Trailing();
        }
    }

    private void RequireEndOfMember()
    {
        _bytes.HasEndMark = true;
        Span<byte> answer = stackalloc byte[GzipBytes.EndMark.Length + 1];
        var length = 0;
        try
        {
            for (var read = 1; read > 0 && length < answer.Length; length += read)
            {
                read = _members.Read(answer[length..]);
            }
        }
        catch (InvalidDataException exception)
        {
            throw DataFault.Truncated(exception);
        }

        if (!answer[..length].SequenceEqual(GzipBytes.EndMark))
        {
            throw DataFault.Truncated();
        }
    }
}
