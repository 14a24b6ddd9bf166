using System.IO.Compression;
using System.Text;
using Spoor.CloudTrail.Scan;
using Spoor.CloudTrail.Scan.Contract;
using Spoor.Core.Errors;
using Spoor.Storage.Objects;
using Spoor.Testing;
using Xunit;
using static Spoor.CloudTrail.Tests.Scan.Contract.ScanSetup;

namespace Spoor.CloudTrail.Tests.Scan.Contract;

public class HostileInputTests
{
    private const string Place = "s3://bucket/a.json.gz, byte offset ";

    [Fact]
    public void Truncated_gzip_is_refused()
    {
        var whole = Gzip("""{"Records":[{"v":1}]}""");
        for (var length = 1; length < whole.Length; length++)
        {
            var message = MessageFor(whole[..length]);
            Assert.StartsWith("Failed to read file at " + Place, message, StringComparison.Ordinal);
            Assert.EndsWith("of the decompressed data: Unexpected end of input stream", message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Rows_before_the_bad_place_stay_when_bad_data_is_skipped()
    {
        // Random texts, so that half of the compressed bytes hold about half of the records.
        var random = new Random(1);
        var log = $"{{\"Records\":[{string.Join(',', Enumerable.Range(0, 1000).Select(i => $"{{\"v\":{i},\"x\":\"{random.NextInt64():x}\"}}"))}]}}";
        var whole = Gzip(log);
        var result = Read(whole[..(whole.Length / 2)], [Text("v")], badData: BadDataPolicy.Skip);
        Assert.InRange(result.Rows.Count, 300, 700);
        Assert.Equal(Enumerable.Range(0, result.Rows.Count).Select(i => $"{i}"), result.Rows);
        Assert.Equal((1, 0), (result.Statistics.ObjectsFailed, result.Statistics.ObjectsRead));
        var problem = Assert.Single(result.Statistics.Problems);
        Assert.Equal("s3://bucket/a.json.gz: Unexpected end of input stream", $"{problem.Object}: {problem.Reason}");
    }

    [Fact]
    public void Corrupt_gzip_is_refused()
    {
        var bytes = Gzip("""{"Records":[{"v":1}]}""");
        bytes[^6] ^= 1; // A byte of the checksum.
        Assert.Equal($"Failed to read file at {Place}21 of the decompressed data: incorrect data check", MessageFor(bytes));
    }

    [Fact]
    public void Gz_name_with_neither_gzip_nor_JSON_is_refused() =>
        Assert.Equal("Failed to read file at s3://bucket/a.json.gz: incorrect header check", MessageFor([1, 2, 3, 4]));

    [Fact]
    public void Bytes_after_the_gzip_data_are_refused_unless_they_are_padding()
    {
        var log = Gzip("""{"Records":[{"v":1}]}""");
        Assert.Equal(["1"], Read([.. log, .. new byte[512]], [Text("v")]).Rows);
        Assert.Equal($"Failed to read file at {Place}21 of the decompressed data: incorrect header check", MessageFor([.. log, .. "garbage"u8]));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(100)]
    [InlineData(20_000)]
    public void What_lies_behind_padding_is_not_lost(int zeros)
    {
        // A member ends in its length, whose last byte is zero, too.
        var log = Gzip("{\"Records\":[{\"v\":1}]}");
        Assert.Equal($"Failed to read file at {Place}21 of the decompressed data: incorrect header check", MessageFor([.. log, .. new byte[zeros], .. log]));
        Assert.Equal($"Failed to read file at {Place}21 of the decompressed data: incorrect header check", MessageFor([.. log, .. new byte[zeros], 1, .. new byte[zeros]]));
    }

    [Fact]
    public void The_offset_of_damage_is_where_nothing_more_comes_out()
    {
        var text = string.Concat(Enumerable.Range(0, 200_000).Select(i => $"{{\"v\":\"{i * 7919L % 1_000_003:x}\"}},"));
        var bytes = Gzip($"{{\"Records\":[{text}{{}}]}}");
        bytes.AsSpan(bytes.Length / 2, 64).Fill(0xFF);
        var expected = 0;
        using (var gzip = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress))
        {
            // The framework's reader, asked for one byte at a time.
            try
            {
                for (; gzip.ReadByte() >= 0; expected++)
                {
                }
            }
            catch (InvalidDataException)
            {
            }
        }

        var message = MessageFor(bytes);
        Assert.StartsWith("Failed to read file at " + Place, message, StringComparison.Ordinal);
        Assert.EndsWith("of the decompressed data: incorrect data check", message, StringComparison.Ordinal);
        Assert.InRange(long.Parse(message[("Failed to read file at " + Place).Length..].Split(' ')[0]), expected - 300, expected + 300);
    }

    [Fact]
    public void Empty_object_is_refused() =>
        Assert.Equal($"Failed to read file at {Place}0 of the decompressed data: object is empty", MessageFor([]));

    [Fact]
    public void Object_without_Records_is_refused() =>
        Assert.Equal(
            $"Failed to read file at {Place}8 of the decompressed data: object has no top-level 'Records'", MessageFor("""{"a":[1]}"""u8.ToArray()));

    [Fact]
    public void Document_without_Records_behind_a_log_is_refused() =>
        Assert.Equal(
            $"Failed to read file at {Place}27 of the decompressed data: object has no top-level 'Records'", MessageFor("""{"Records":[{"v":1}]}{"a":1}"""u8.ToArray()));

    [Fact]
    public void Malformed_JSON_is_refused_at_its_byte() =>
        Assert.Equal(
            $"Failed to read file at {Place}18 of the decompressed data: JsonParseException: Unexpected character ('x' (code 120))",
            MessageFor("""{"Records":[{"v": x}]}"""u8.ToArray()));

    [Fact]
    public void JSON_that_ends_early_is_refused() =>
        Assert.Equal($"Failed to read file at {Place}17 of the decompressed data: JsonParseException: Unexpected end-of-input", MessageFor("""{"Records":[{"v":"""u8.ToArray()));

    [Theory]
    [InlineData("v")]
    [InlineData("skipped")]
    public void Nesting_10000_deep_is_refused(string column) =>
        Assert.Equal(
            $"Failed to read file at {Place}516 of the decompressed data: record is nested deeper than 500 levels",
            MessageFor(Encoding.UTF8.GetBytes($"{{\"Records\":[{{\"v\":{new string('[', 10_000)}{new string(']', 10_000)}}}]}}"), column));

    [Fact]
    public void Nesting_of_500_levels_is_read() =>
        Assert.Equal(
            [$"{new string('[', 499)}{new string(']', 499)}"],
            Read($"{{\"Records\":[{{\"v\":{new string('[', 499)}{new string(']', 499)}}}]}}", [Text("v")]).Rows);

    [Fact]
    public void Record_of_200_MB_is_refused_with_bounded_memory()
    {
        var random = new Random(1);
        var filler = string.Concat(Enumerable.Range(0, 1000).Select(_ => $"{random.NextInt64():x}"));
        var log = GzipOf("{\"Records\":[{\"v\":\"", filler, 200 << 20, "\"}]}");
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal($"Failed to read file at {Place}12 of the decompressed data: record is larger than 64 MB", MessageFor(log));

        // It is read twice, and a window grows to 64 MB by doubling. Tests beside this one allocate, too: only what its own thread took counts.
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 2 * (150L << 20));
    }

    [Fact]
    public void Decompression_bomb_is_refused()
    {
        var log = GzipOf("{\"Records\":[{}", $",{{\"v\":\"{new string('0', 50_000)}\"}}", 100 << 20, "]}");
        var message = MessageFor(log);
        Assert.StartsWith("Failed to read file at " + Place, message, StringComparison.Ordinal);
        Assert.EndsWith(": object decompresses to more than 500 times its size", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Object_that_cannot_be_opened_fails_the_scan_or_is_listed()
    {
        var store = new MemoryObjectStore();
        var gone = store.Add("a", "{}"u8.ToArray()) with { Name = new("bucket", "gone") };
        var request = Request([gone], []);
        var error = Assert.Throws<QueryException>(() => ScanRows.Read(request, store, TestContext.Current.CancellationToken));
        Assert.Equal(ErrorCode.HiveCannotOpenSplit, error.Code);
        Assert.Equal("Error opening Hive split s3://bucket/gone (offset=0, length=0): The specified key does not exist", error.Message);
        var skipped = ScanRows.Read(request with { BadData = BadDataPolicy.Skip }, store, TestContext.Current.CancellationToken);
        Assert.Equal(1, skipped.Statistics.ObjectsFailed);
    }

    [Fact]
    public async Task Cancelling_stops_a_reader_that_waits()
    {
        var store = new MemoryObjectStore { NeverOpens = true };
        var request = Request([store.Add("a", """{"Records":[]}"""u8.ToArray())], []);
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var reading = Task.Run(() => ScanRows.Read(request, store, cancellation.Token), TestContext.Current.CancellationToken);

        await store.FirstOpened;
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Few_objects_are_opened_ahead_of_a_reader_that_does_not_read()
    {
        var store = new MemoryObjectStore();
        store.Add("a", """{"Records":[]}"""u8.ToArray());
        var entries = Enumerable.Range(0, 10_000).Select(i => new Spoor.Storage.Objects.ObjectEntry(new("bucket", "a"), 14, DateTimeOffset.UnixEpoch, null)).ToArray();
        using var scan = Request(entries, []).Start(store, TestContext.Current.CancellationToken);
        Thread.Sleep(100);
        Assert.InRange(store.Opened, 1, 64);
    }

    private static string MessageFor(byte[] content, string column = "v")
    {
        var error = Assert.Throws<QueryException>(() => Read(content, [Text(column)]));
        Assert.Equal(ErrorCode.HiveCursorError, error.Code);

        // Whichever way the object is decompressed.
        Assert.Equal(error.Message, Assert.Throws<QueryException>(() => Read(content, [Text(column)], takesWholeObjects: false)).Message);
        return error.Message;
    }

    private static byte[] GzipOf(string start, string filler, int bytes, string end)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Optimal))
        {
            var block = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(filler, 1 + (100_000 / filler.Length))));
            gzip.Write(Encoding.UTF8.GetBytes(start));
            for (var written = 0; written < bytes; written += block.Length)
            {
                gzip.Write(block);
            }

            gzip.Write(Encoding.UTF8.GetBytes(end));
        }

        return compressed.ToArray();
    }
}
