using Spoor.Storage.Files;
using Spoor.Storage.Objects;

namespace Spoor.Storage.Caching;

/// <summary>Hands bytes through and keeps them in the cache when all of them came. Trouble with the cache's disk only ends the keeping.</summary>
internal sealed class KeepingStream(Stream source, CacheFile file, long size, Action<long> kept) : InputStream
{
    private CacheFile? _file = file;
    private long _length;

    public override int Read(byte[] buffer, int offset, int count)
    {
        var read = source.Read(buffer, offset, count);
        Keep(buffer.AsSpan(offset, read));
        return read;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await source.ReadAsync(buffer, cancellationToken);
        Keep(buffer.Span[..read]);
        return read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            source.Dispose();
            _file?.Dispose();
            _file = null;
        }

        base.Dispose(disposing);
    }

    private void Keep(ReadOnlySpan<byte> content)
    {
        if (_file is null)
        {
            return;
        }

        try
        {
            _file.Append(content);
            _length += content.Length;
            if (_length < size)
            {
                return;
            }

            if (_length == size)
            {
                _file.Finish();
                kept(size);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The query has its bytes; only the next one will have to fetch them again.
        }

        _file.Dispose();
        _file = null;
    }
}
