using System.Text;
using Spoor.CloudTrail.Scan.Contract;
using Spoor.Core.Errors;
using Xunit;
using static Spoor.CloudTrail.Tests.Scan.Contract.ScanSetup;

namespace Spoor.CloudTrail.Tests.Scan.Contract;

/// <summary>Frames are as the <c>zstd</c> command wrote them, or put together by hand after RFC 8878, section 3.1.1.</summary>
public class ZstdTests
{
    private const string Key = "a.json.zst";
    private const int LargestBlock = 128 << 10;

    // printf '{"Records":[{"v":1},{"v":2}]}' | zstd -c
    private static readonly byte[] s_log = Convert.FromHexString("28b52ffd0458e900007b225265636f726473223a5b7b2276223a317d2c7b2276223a327d5d7d5668f90e");

    // printf '{"Records":[{"eventID":"1"},{"eventID":"2"}]}' | zstd -19 -c
    private static readonly byte[] s_records = Convert.FromHexString("28b52ffd046845010014027b225265636f726473223a5b7b226576656e744944223a2231227d2c32227d5d7d01000c379dc8c988d1");

    [Theory]
    [InlineData("a.json.zst")]
    [InlineData("a.json.gz")]
    [InlineData("a.json")]
    public void Zstd_is_read_whatever_its_name(string key) =>
        Assert.Equal(["1", "2"], Read(s_log, [Text("v")], key: key).Rows);

    [Fact]
    public void Lines_in_zstd_are_read()
    {
        var lines = Frame(Raw("{\"v\":1}\n{\"v\":2}\n"));
        Assert.Equal(["1", "2"], Read(lines, [Text("v")], RecordFormat.HiveJsonLines, key: "lines.zst").Rows);
    }

    [Fact]
    public void Loose_files_may_be_zstd() =>
        Assert.Equal(["1", "2"], Read(s_records, [Text("eventid")], RecordFormat.LooseCloudTrail, key: Key).Rows);

    [Fact]
    public void Frames_follow_one_another_and_skippable_ones_are_passed_over()
    {
        byte[] skippable = [0x50, 0x2A, 0x4D, 0x18, 3, 0, 0, 0, 1, 2, 3];
        byte[] log = [.. skippable, .. Frame(Raw("""{"Records":[{"v":1""")), .. skippable, .. Frame(Raw("""},{"v":2}]}"""))];
        Assert.Equal(["1", "2"], Read(log, [Text("v")], key: Key).Rows);
    }

    [Fact]
    public void Truncated_zstd_is_refused()
    {
        for (var length = 4; length < s_log.Length; length++)
        {
            Assert.EndsWith("of the decompressed data: Unexpected end of input stream", MessageFor(s_log[..length]), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Corrupt_zstd_is_refused()
    {
        var bytes = s_log.ToArray();
        bytes[^1] ^= 1; // A byte of the checksum.
        Assert.Equal($"Failed to read file at s3://bucket/{Key}, byte offset 29 of the decompressed data: incorrect data check", MessageFor(bytes));
    }

    [Fact]
    public void Bytes_after_the_frames_are_refused() =>
        Assert.EndsWith("incorrect data check", MessageFor([.. s_log, .. "garbage"u8]), StringComparison.Ordinal);

    [Fact]
    public void Zst_name_with_neither_zstd_nor_JSON_is_refused() =>
        Assert.Equal($"Failed to read file at s3://bucket/{Key}: Unknown frame descriptor", MessageFor([1, 2, 3, 4]));

    [Fact]
    public void Decompression_bomb_is_refused()
    {
        var spaces = Enumerable.Repeat(Repeated(' '), 1000).SelectMany(block => block);
        var message = MessageFor(Frame([.. Raw("""{"Records":["""), .. spaces]));
        Assert.EndsWith(": object decompresses to more than 500 times its size", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Frame_that_asks_for_a_window_above_128_MB_is_refused() =>
        Assert.Equal($"Failed to read file at s3://bucket/{Key}, byte offset 0 of the decompressed data: Frame requires too much memory for decoding", MessageFor(Frame(Raw("{}"), windowLog: 28)));

    private static string MessageFor(byte[] content) => Assert.Throws<QueryException>(() => Read(content, [Text("v")], key: Key)).Message;

    // Neither content size nor checksum; the last block is empty.
    private static byte[] Frame(byte[] blocks, int windowLog = 17) => [0x28, 0xB5, 0x2F, 0xFD, 0, (byte)((windowLog - 10) << 3), .. blocks, 1, 0, 0];

    private static byte[] Raw(string text) => Block(type: 0, text.Length, Encoding.UTF8.GetBytes(text));

    private static byte[] Repeated(char character) => Block(type: 1, LargestBlock, [(byte)character]);

    private static byte[] Block(int type, int size, byte[] content)
    {
        var header = (type << 1) | (size << 3);
        return [(byte)header, (byte)(header >> 8), (byte)(header >> 16), .. content];
    }
}
