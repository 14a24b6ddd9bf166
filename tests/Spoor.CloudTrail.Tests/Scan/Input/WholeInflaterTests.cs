using System.Text;
using Spoor.CloudTrail.Scan.Input;
using Spoor.Storage.Objects;
using Xunit;
using static Spoor.CloudTrail.Tests.Scan.Contract.ScanSetup;

namespace Spoor.CloudTrail.Tests.Scan.Input;

public class WholeInflaterTests
{
    private static readonly string s_long = string.Concat(Enumerable.Range(0, 200_000).Select(i => $"{i},"));

    [Fact]
    public void A_member_comes_out_whole()
    {
        using var inflater = CreateOrSkip();
        var gzip = Gzip(s_long);
        Assert.True(WholeInflater.TryGetLength(gzip, out var length));
        var text = new byte[length];
        Assert.True(inflater.TryDecompress(gzip, text, out var read, out var written, out _));
        Assert.Equal((gzip.Length, length), (read, written));
        Assert.Equal(s_long, Encoding.UTF8.GetString(text));
    }

    [Fact]
    public void What_does_not_fit_is_told_from_what_is_damaged()
    {
        using var inflater = CreateOrSkip();
        var gzip = Gzip(s_long);
        Assert.False(inflater.TryDecompress(gzip, new byte[1000], out _, out _, out var needsRoom));
        Assert.True(needsRoom);
        gzip[^5] ^= 1; // The checksum.
        Assert.False(inflater.TryDecompress(gzip, new byte[s_long.Length], out _, out _, out needsRoom));
        Assert.False(needsRoom);
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(17, false)]
    [InlineData(20, true)]
    public void A_length_that_cannot_be_true_is_not_believed(int compressedLength, bool isTaken)
    {
        var gzip = new byte[compressedLength];
        if (compressedLength >= 4)
        {
            gzip[^2] = 0x00;
            gzip[^3] = 0x50; // 0x5000 bytes: at most 1,032 for each of those there are.
        }

        Assert.Equal(isTaken, WholeInflater.TryGetLength(gzip, out _));
        Assert.False(WholeInflater.TryGetLength([.. new byte[100], 0, 0, 0, 1], out _)); // 16 MB of 104 bytes
        Assert.False(WholeInflater.TryGetLength([.. new byte[1 << 20], 0, 0, 0, 3], out _)); // 48 MB
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_window_holds_all_members_whichever_way_they_are_decompressed(bool takesWholeObjects)
    {
        // The last member's length is the first guess: the buffer has to grow.
        byte[] gzip = [.. Gzip(s_long), .. Gzip(""), .. Gzip("end")];
        using var window = new InputWindow(new InputOptions(16, takesWholeObjects));
        using var source = Fetched(gzip);
        window.Open(source);
        var text = new StringBuilder();
        while (true)
        {
            text.Append(Encoding.UTF8.GetString(window.Available));
            window.Advance(window.Available.Length);
            if (window.IsLast)
            {
                break;
            }

            window.Refill();
        }

        Assert.Equal(s_long + "end", text.ToString());
        Assert.Equal((gzip.Length, text.Length), (window.BytesRead, window.BytesDecompressed));
    }

    [Fact]
    public void An_object_after_a_whole_one_begins_anew()
    {
        using var window = new InputWindow(InputOptions.Default);
        using var first = Fetched(Gzip(s_long));
        using var second = Fetched("[]"u8.ToArray());
        window.Open(first);
        window.Open(second);
        Assert.Equal("[]"u8, window.Available);
        Assert.Equal((2, 0), (window.BytesRead, window.Offset));
    }

    private static WholeInflater CreateOrSkip()
    {
        Assert.SkipWhen(Libdeflate.Library is null, "libdeflate is not installed.");
        return WholeInflater.Create() ?? throw new InvalidOperationException("libdeflate gave no decompressor.");
    }

    private static FetchedObject Fetched(byte[] content)
    {
        // The object gives its buffer to the pool.
        var pooled = System.Buffers.ArrayPool<byte>.Shared.Rent(content.Length);
        content.CopyTo(pooled, 0);
        var entry = new ObjectEntry(new ObjectName("bucket", "a.json.gz"), content.Length, DateTimeOffset.UnixEpoch, null);
        return new FetchedObject(new(entry, []), pooled, content.Length, null, null, static () => { });
    }
}
