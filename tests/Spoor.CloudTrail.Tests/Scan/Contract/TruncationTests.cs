using System.IO.Compression;
using System.Text;
using CsCheck;
using Spoor.CloudTrail.Scan;
using Spoor.CloudTrail.Scan.Contract;
using Spoor.CloudTrail.Scan.Input;
using Spoor.CloudTrail.Scan.Learning;
using Spoor.Core.Collections;
using Spoor.Testing;
using Xunit;
using static Spoor.CloudTrail.Tests.Scan.Contract.ScanSetup;

namespace Spoor.CloudTrail.Tests.Scan.Contract;

/// <summary>Of an object that was cut anywhere the rows are a prefix of the whole one's, value for value, and it is said where it ends.</summary>
public class TruncationTests
{
    private const string TruncatedReason = "Unexpected end of input stream";

    // Of bytes that are whole by themselves, though what is in them is not; and of the one byte that was left of zstd.
    private static readonly string[] s_reasonsOfWholeBytes = ["JsonParseException: Unexpected end-of-input", "object is empty", "incorrect header check"];

    [Fact]
    public void Cut_gzip_gives_a_prefix_of_its_rows() => Gen.Int[0, int.MaxValue].Sample(
        seed =>
        {
            var random = new Random(seed);
            var reading = Reading.Make(random);
            var log = reading.MakeLog(random);
            var (bytes, memberEnds) = MakeGzip(random, log);
            HoldFor(reading, bytes, cut => memberEnds.Contains(cut) ? null : DecompressedLength(bytes[..cut]));
        },
        iter: 60);

    [Fact]
    public void Cut_gzip_inside_gzip_gives_a_prefix_of_its_rows() => Gen.Int[0, int.MaxValue].Sample(
        seed =>
        {
            var random = new Random(seed);
            var reading = Reading.Make(random);
            var bytes = Compress(MakeGzip(random, reading.MakeLog(random)).Bytes, CompressionLevel.NoCompression);
            HoldFor(reading, bytes, cut => (int?)DecompressedLength(DecompressedPart(bytes[..cut])));
        },
        iter: 20);

    [Fact]
    public void Cut_zstd_gives_a_prefix_of_its_rows() => Gen.Int[0, int.MaxValue].Sample(
        seed =>
        {
            var random = new Random(seed);
            var reading = Reading.Make(random);
            using var compressor = new ZstdSharp.Compressor(random.Next(1, 5));
            var bytes = compressor.Wrap(reading.MakeLog(random)).ToArray();
            HoldFor(reading, bytes, cut => cut == 1 ? null : -1); // Of one byte nobody can say what it was.
        },
        iter: 20);

    [Fact]
    public void Cut_JSON_gives_a_prefix_of_its_rows() => Gen.Int[0, int.MaxValue].Sample(
        seed =>
        {
            var random = new Random(seed);
            var reading = Reading.Make(random);
            HoldFor(reading, reading.MakeLog(random), _ => null);
        },
        iter: 30);

    [Fact]
    public void A_cut_object_too_large_to_be_fetched_at_once_gives_a_prefix_of_its_rows() => Gen.Int[0, int.MaxValue].Sample(
        seed =>
        {
            var random = new Random(seed);
            var records = Enumerable.Range(0, 30_000).Select(i => $"{{\"id\":\"{i}\",\"x\":\"{Convert.ToHexString(Bytes(random, 150))}\"}}");
            var log = Encoding.UTF8.GetBytes($"{{\"Records\":[{string.Join(',', records)}]}}");
            var (bytes, memberEnds) = MakeGzip(random, log);
            Assert.True(bytes.Length > 4 << 20);
            var reading = new Reading { Columns = [Text("id")] };
            var whole = reading.Read(bytes).Rows;
            Assert.Equal(30_000, whole.Count);
            foreach (var cut in Enumerable.Range(0, 3).Select(_ => random.Next(1, bytes.Length)).Append(bytes.Length - 1).Where(cut => !memberEnds.Contains(cut)))
            {
                Check(reading, whole, bytes[..cut], DecompressedLength(bytes[..cut]), cut);
            }
        },
        iter: 2);

    private static byte[] Bytes(Random random, int count)
    {
        var bytes = new byte[count];
        random.NextBytes(bytes);
        return bytes;
    }

    /// <summary>Every length; what is expected is the length of what can be decompressed, -1 for any, or null where no reader can tell that it was cut.</summary>
    private static void HoldFor(Reading reading, byte[] bytes, Func<int, int?> expectedOffset)
    {
        var whole = reading.Read(bytes);
        Assert.Equal((1, 0), (whole.Statistics.ObjectsRead, whole.Statistics.ObjectsFailed));
        for (var cut = 1; cut < bytes.Length; cut++)
        {
            Check(reading, whole.Rows, bytes[..cut], expectedOffset(cut), cut);
        }
    }

    private static void Check(Reading reading, IReadOnlyList<string> whole, byte[] bytes, int? offset, int cut)
    {
        var read = reading.Read(bytes);
        Assert.True(read.Rows.Count <= whole.Count, $"cut at {cut}: {read.Rows.Count} rows of {whole.Count}");
        Assert.Equal(whole.Take(read.Rows.Count), read.Rows);
        Assert.Equal(1, read.Statistics.ObjectsFailed + read.Statistics.ObjectsRead);
        if (offset is null)
        {
            Assert.All(read.Statistics.FailedObjects, problem => Assert.Contains(problem.Reason, s_reasonsOfWholeBytes));
            return;
        }

        var failed = Assert.Single(read.Statistics.FailedObjects);
        Assert.Equal(TruncatedReason, failed.Reason);
        if (offset >= 0)
        {
            Assert.Equal(offset, failed.ByteOffset);
        }
    }

    private static (byte[] Bytes, HashSet<int> MemberEnds) MakeGzip(Random random, byte[] log)
    {
        var bytes = new List<byte>();
        var ends = new HashSet<int>();
        for (var at = 0; at < log.Length;)
        {
            var count = random.Next(3) == 0 ? random.Next(1, log.Length - at + 1) : log.Length - at;
            var level = (CompressionLevel)random.Next(4);
            bytes.AddRange(Compress(log.AsSpan(at, count).ToArray(), level));
            ends.Add(bytes.Count);
            at += count;
        }

        return ([.. bytes], ends);
    }

    private static byte[] Compress(byte[] content, CompressionLevel level)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, level))
        {
            gzip.Write(content);
        }

        return compressed.ToArray();
    }

    // The framework's reader takes any end of its input for the end of the data: what it gives is all that the bytes hold.
    private static byte[] DecompressedPart(byte[] bytes)
    {
        using var gzip = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
        using var text = new MemoryStream();
        gzip.CopyTo(text);
        return text.ToArray();
    }

    private static int DecompressedLength(byte[] bytes) => DecompressedPart(bytes).Length;

    /// <summary>One of the ways in which a scan can read an object.</summary>
    private sealed record Reading
    {
        public RecordFormat Format { get; init; } = RecordFormat.CloudTrail;

        public ScanColumn[] Columns { get; init; } = [];

        public ScanFilter? Filter { get; init; }

        public InputOptions Input { get; init; } = InputOptions.Default;

        public bool Follows { get; init; }

        public long? RowLimit { get; init; }

        public static Reading Make(Random random)
        {
            var format = (RecordFormat[])[RecordFormat.CloudTrail, RecordFormat.LooseCloudTrail, RecordFormat.HiveJsonLines];
            var reading = new Reading
            {
                Format = format[random.Next(3)],
                Columns = random.Next(3) switch { 0 => [], 1 => [Text("id")], _ => [Text("id"), Text("name"), Text("nested"), Text("caller")] },
                Filter = random.Next(3) switch
                {
                    0 => null,
                    1 => new LeafEquals(Leaf("name"), new TextSet(["Get", "Put"])),
                    _ => new ContainsText(["Get"]),
                },
                Input = new InputOptions(random.Next(2) == 0 ? 64 : 256 << 10, random.Next(2) == 0),
                RowLimit = random.Next(3) == 0 ? random.Next(1, 5) : null,
            };
            return random.Next(4) == 0 ? reading with { Format = RecordFormat.LooseCloudTrail, Follows = true, RowLimit = null } : reading;
        }

        public byte[] MakeLog(Random random)
        {
            var records = Enumerable.Range(0, random.Next(1, 12)).Select(i => MakeRecord(random, i)).ToList();
            return Encoding.UTF8.GetBytes(Format == RecordFormat.HiveJsonLines ? string.Join('\n', records) + "\n" : $"{{\"Records\":[{string.Join(',', records)}]}}");
        }

        public ScanRows Read(byte[] bytes)
        {
            var store = new MemoryObjectStore();
            var request = Request([store.Add("a.json.gz", bytes)], Columns, Format, BadDataPolicy.Skip, Filter) with { Following = Follows ? new Learner().Following : null };
            using var scan = ObjectScan.Start(request.Plan, request.Over(store), request.Following, Input, TestContext.Current.CancellationToken);
            var rows = ScanRows.Read(request, scan, TestContext.Current.CancellationToken);
            if (RowLimit is not { } limit)
            {
                return rows;
            }

            // Also when it is read no further: what was given until then is right, too.
            var limited = request with { RowLimit = limit, Statistics = new ScanStatistics() };
            using var limitedScan = ObjectScan.Start(limited.Plan, limited.Over(store), limited.Following, Input, TestContext.Current.CancellationToken);
            Assert.Equal(rows.Rows.Take((int)limit), ScanRows.Read(limited, limitedScan, TestContext.Current.CancellationToken).Rows);
            return rows;
        }

        private static string MakeRecord(Random random, int number)
        {
            string Key() => $"ASIA{random.Next(4)}";
            var name = ((string[])["Get", "Put", "Assume\\u0052ole", "Delete"])[random.Next(4)];
            return $$$"""{"id":"{{{number}}}-{{{random.Next()}}}","eventName":"x","name":"{{{name}}}","caller":"{{{Key()}}}","gives":"{{{Key()}}}","nested":{"a":[{{{random.Next(100)}}},{"b":"}]"}]}{{{(random.Next(4) == 0 ? ",\"root\":\"yes\"" : "")}}}}""";
        }
    }

    /// <summary>Wants what roots give.</summary>
    private sealed class Learner : IRecordLearner
    {
        public Learner() => Following = new ScanFollowing(this, new LeafFollowed(Leaf("caller"), "ASIA"));

        public ScanFollowing Following { get; }

        public ValueList<ScanLeaf> Leaves { get; } = [Leaf("gives"), Leaf("root")];

        public bool Learn(LeafTexts record)
        {
            if (record[1].Length == 0)
            {
                return false;
            }

            Following.Texts.Add(Encoding.UTF8.GetString(record[0]), "ASIA");
            return true;
        }
    }
}
