using System.IO.Pipelines;
using Spoor.Storage.Objects;

namespace Spoor.CloudTrail.Scan.Fetching;

/// <summary>Reads on in a stream while its bytes are used, a limited number of bytes ahead, so that a transfer and the scan of a large object overlap.</summary>
/// <remarks>An error of the source comes from the read that would have met it.</remarks>
internal sealed class ReadAheadStream : InputStream
{
    private const int SegmentSize = 256 << 10;

    private readonly Pipe _pipe;
    private readonly Stream _read;
    private readonly CancellationTokenSource _stop;
    private bool _isDisposed;

    /// <summary>Starts to read ahead. The source is disposed of when this is.</summary>
    public ReadAheadStream(Stream source, int bytesAhead, CancellationToken cancellationToken)
    {
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _pipe = new Pipe(new PipeOptions(pauseWriterThreshold: bytesAhead, resumeWriterThreshold: bytesAhead / 2, minimumSegmentSize: SegmentSize, useSynchronizationContext: false));
        _read = _pipe.Reader.AsStream();
        Completion = CopyAsync(source, _stop.Token);
    }

    /// <summary>Done when the source is disposed of. Never fails.</summary>
    public Task Completion { get; }

    public override int Read(byte[] buffer, int offset, int count) => _read.Read(buffer, offset, count);

    public override int Read(Span<byte> buffer) => _read.Read(buffer);

    protected override void Dispose(bool disposing)
    {
        if (disposing && !_isDisposed)
        {
            // The copying ends by itself, and at once.
            _isDisposed = true;
            _stop.Cancel();
            _stop.Dispose();
            _read.Dispose();
        }

        base.Dispose(disposing);
    }

    private async Task CopyAsync(Stream source, CancellationToken cancellationToken)
    {
        try
        {
            await using (source)
            {
                await source.CopyToAsync(_pipe.Writer, cancellationToken);
            }

            await _pipe.Writer.CompleteAsync();
        }
        catch (Exception exception)
        {
            await _pipe.Writer.CompleteAsync(exception);
        }
    }
}
