using Spoor.CloudTrail.Scan.Fetching;
using Spoor.Core.Errors;
using Xunit;

namespace Spoor.CloudTrail.Tests.Scan.Fetching;

public class ReadAheadStreamTests
{
    private const int Ahead = 1 << 20;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void All_bytes_come_in_order()
    {
        var content = Enumerable.Range(0, 5 << 20).Select(i => (byte)(i * 7 / 3)).ToArray();
        using var copy = new MemoryStream();
        using (var stream = new ReadAheadStream(new MemoryStream(content), Ahead, Token))
        {
            stream.CopyTo(copy, 10_000);
        }

        Assert.Equal(content, copy.ToArray());
    }

    [Fact]
    public async Task Source_is_read_ahead_of_its_use_within_the_limit()
    {
        using var source = new EndlessStream(failsAt: long.MaxValue);
        using var stream = new ReadAheadStream(source, Ahead, Token);
        Assert.Equal(1, stream.Read(new byte[1]));
        for (var tries = 0; source.BytesRead < Ahead && tries < 1000; tries++)
        {
            await Task.Delay(5, Token);
        }

        await Task.Delay(50, Token);
        Assert.InRange(source.BytesRead, Ahead, 2 * Ahead);
    }

    [Fact]
    public void An_error_of_the_source_comes_where_it_was_met()
    {
        using var stream = new ReadAheadStream(new EndlessStream(failsAt: 100_000), Ahead, Token);
        var error = Assert.Throws<QueryException>(() => stream.ReadExactly(new byte[200_000]));
        Assert.Equal("broken", error.Message);
    }

    [Fact]
    public async Task Disposing_ends_the_transfer_and_disposes_of_the_source()
    {
        var source = new EndlessStream(failsAt: long.MaxValue);
        var stream = new ReadAheadStream(source, Ahead, Token);
        await stream.DisposeAsync();
        await stream.Completion.WaitAsync(TimeSpan.FromSeconds(10), Token);
        Assert.True(source.IsDisposed);
    }

    /// <summary>Never at its end, and never ready at once.</summary>
    private sealed class EndlessStream(long failsAt) : MemoryStream
    {
        private long _bytesRead;

        public long BytesRead => Interlocked.Read(ref _bytesRead);

        public bool IsDisposed { get; private set; }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await Task.Yield();
            cancellationToken.ThrowIfCancellationRequested();
            return Interlocked.Add(ref _bytesRead, buffer.Length) < failsAt ? buffer.Length : throw new QueryException(ErrorCode.HiveCannotOpenSplit, null, "broken");
        }

        protected override void Dispose(bool disposing)
        {
            IsDisposed = true;
            base.Dispose(disposing);
        }
    }
}
