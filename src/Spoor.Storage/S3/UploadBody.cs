namespace Spoor.Storage.S3;

/// <summary>Bytes on their way to a server. What the client takes of them is a sign that the transfer goes on, as bytes that come are.</summary>
internal sealed class UploadBody(byte[] content, int length, S3Wait wait) : MemoryStream(content, 0, length, writable: false)
{
    public override int Read(byte[] buffer, int offset, int count) => Count(base.Read(buffer, offset, count));

    public override int Read(Span<byte> buffer) => Count(base.Read(buffer));

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(Read(buffer, offset, count));
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(Read(buffer.Span));
    }

    public override async Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken)
    {
        var buffer = new byte[Math.Min(bufferSize, 64 << 10)];
        while (Read(buffer) is var read and > 0)
        {
            await destination.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }
    }

    private int Count(int bytes)
    {
        wait.Sent(bytes);
        return bytes;
    }
}
