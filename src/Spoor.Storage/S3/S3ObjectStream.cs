using System.Diagnostics.CodeAnalysis;
using Spoor.Storage.Objects;

namespace Spoor.Storage.S3;

/// <summary>The bytes of one version of an object. A transfer that breaks is taken up again where it broke.</summary>
/// <param name="body">Bytes from <paramref name="start"/> on.</param>
/// <param name="start">Offset of the first byte.</param>
/// <param name="length">The object's length.</param>
/// <param name="reopen">Opens the same version again from an offset; throws when it is gone.</param>
/// <param name="work">What is known of the object's transfer so far.</param>
/// <param name="waits">Watches how long it takes.</param>
/// <param name="retry">When and how often.</param>
/// <param name="name">For errors.</param>
/// <param name="stopped">Ends reads and waits.</param>
internal sealed class S3ObjectStream(
    Stream body,
    long start,
    long length,
    Func<long, CancellationToken, Task<Stream>> reopen,
    S3Work work,
    S3Waits waits,
    S3Retry retry,
    ObjectName name,
    CancellationToken stopped) : InputStream
{
    private Stream? _body = body;
    private long _position = start;

    // The stream after the head of a large object is read by scanning threads, which may block; the transfer itself has no synchronous form.
    [SuppressMessage("ApiDesign", "RS0030", Justification = "A stream must have a synchronous form, and this one is read by threads that may block.")]
    public override int Read(byte[] buffer, int offset, int count) => ReadAsync(buffer.AsMemory(offset, count), stopped).AsTask().GetAwaiter().GetResult();

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_position >= length || buffer.Length == 0)
        {
            return 0;
        }

        using var wait = waits.Begin(work, stopped, cancellationToken);
        for (Exception? failure = null; ;)
        {
            try
            {
                if (failure is not null)
                {
                    await CloseBodyAsync();
                    await wait.PauseAsync(retry.DelayAfter(work));
                }

                var read = await ReadOnceAsync(buffer, wait);
                _position += read;
                return read;
            }
            catch (Exception exception) when (!wait.IsCancelled)
            {
                failure = wait.Fail(exception);
                if (!retry.ShallRetry(failure, work))
                {
                    throw S3Errors.Reading(name, _position, length, failure);
                }
            }
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _body?.Dispose();
            _body = null;
        }

        base.Dispose(disposing);
    }

    private async ValueTask<int> ReadOnceAsync(Memory<byte> buffer, S3Wait wait)
    {
        var token = wait.StartTry();
        _body ??= await reopen(_position, token);
        var read = await _body.ReadAsync(buffer, token);
        wait.Received(read);
        if (read == 0)
        {
            throw new EndOfStreamException("The transfer ended before the object did");
        }

        // Only when it is asked for more does the client compare the content with its hash; otherwise it would when the stream is disposed of.
        if (_position + read >= length && await _body.ReadAsync(new byte[1], token) > 0)
        {
            throw new UnexpectedAnswerException("The server sent more than the object holds");
        }

        return read;
    }

    private async ValueTask CloseBodyAsync()
    {
        if (_body is not null)
        {
            await _body.DisposeAsync();
        }

        _body = null;
    }
}
