using System.Buffers;
using System.Globalization;
using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Json;
using Spoor.Samples.Records;

namespace Spoor.Samples.Trail;

/// <summary>One object in the making: records in the order of delivery, then written as CloudTrail does, gzip and without line breaks.</summary>
internal sealed class SampleObject
{
    private static readonly JsonWriterOptions s_json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private readonly ArrayBufferWriter<byte> _bytes = new(1 << 16);
    private readonly List<Range> _records = [];

    public int Count => _records.Count;

    public void Clear()
    {
        _bytes.ResetWrittenCount();
        _records.Clear();
    }

    public void Add(SampleEvent record) => Add(record, order: null);

    /// <param name="record">What to add.</param>
    /// <param name="order">Shuffles the members of the record's objects; null leaves them in CloudTrail's order.</param>
    public void Add(SampleEvent record, SampleRandom? order)
    {
        var start = _bytes.WrittenCount;
        if (order is null && record.Without.Count == 0)
        {
            Write(record, _bytes);
        }
        else
        {
            var ordinary = new ArrayBufferWriter<byte>();
            Write(record, ordinary);
            RecordRewriter.Rewrite(ordinary.WrittenSpan, record.Without, order, _bytes, s_json);
        }

        _records.Add(start.._bytes.WrittenCount);
    }

    /// <summary>Writes the object and returns the lengths of its JSON and of the file.</summary>
    public (long Decompressed, long Written) WriteTo(string path)
    {
        var decompressed = 0L;
        Directory.CreateDirectory(Path.GetDirectoryName(path)!); // a file's path always has a folder
        using var file = File.Create(path);
        using (var gzip = new GZipStream(file, CompressionLevel.Optimal, leaveOpen: true))
        {
            decompressed += Write(gzip, "{\"Records\":["u8);
            for (var i = 0; i < _records.Count; i++)
            {
                decompressed += i == 0 ? 0 : Write(gzip, ","u8);
                decompressed += Write(gzip, _bytes.WrittenSpan[_records[i]]);
            }

            decompressed += Write(gzip, "]}"u8);
        }

        return (decompressed, file.Length);
    }

    /// <summary><c>AWSLogs/account/kind/region/yyyy/MM/dd/account_kind_region_yyyyMMddTHHmmZ_unique.json.gz</c> below <paramref name="folder"/>.</summary>
    public static string PathOf(string folder, string account, string kind, string region, DateTimeOffset delivered, string unique)
    {
        var day = delivered.UtcDateTime.ToString("yyyy'/'MM'/'dd", CultureInfo.InvariantCulture);
        var minute = delivered.UtcDateTime.ToString("yyyyMMdd'T'HHmm'Z'", CultureInfo.InvariantCulture);
        return Path.Combine(folder, "AWSLogs", account, kind, region, day, $"{account}_{kind}_{region}_{minute}_{unique}.json.gz");
    }

    private static void Write(SampleEvent record, ArrayBufferWriter<byte> target)
    {
        using var json = new Utf8JsonWriter(target, s_json);
        record.WriteTo(json);
    }

    private static int Write(Stream stream, ReadOnlySpan<byte> bytes)
    {
        stream.Write(bytes);
        return bytes.Length;
    }
}
