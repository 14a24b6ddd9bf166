using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using Spoor.CloudTrail.Scan.Contract;
using Spoor.CloudTrail.Scan.Input;
using Spoor.Core.Errors;
using Xunit;
using static Spoor.CloudTrail.Tests.Scan.Contract.ScanSetup;

namespace Spoor.CloudTrail.Tests.Scan.Input;

/// <summary>What a file that is no log is, and what is read although it looks odd.</summary>
public class ContentKindTests
{
    private const string Log = """{"Records":[{"eventID":"a","v":1},{"eventID":"b","v":2}]}""";
    private const string SkipHint = " Mend or remove the object, or skip bad data: it is then counted and listed.";

    public static TheoryData<string, byte[], string, string> Refused => new()
    {
        { "a.json", Zip(), "object is a zip archive", "Unpack it first: unzip FILE -d FOLDER." },
        { "a.json.gz", Zip(), "object is a zip archive", "Unpack it first: unzip FILE -d FOLDER." },
        { "a.json.gz", Gzip(Tar(TarEntryFormat.Ustar)), "object is a tar archive inside gzip", "Unpack it first: tar xf FILE -C FOLDER." },
        { "a.json", Tar(TarEntryFormat.V7), "object is a tar archive", "Unpack it first: tar xf FILE -C FOLDER." },
        { "a.json", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Log)], "object is UTF-16 text", "Convert it to UTF-8: iconv -f UTF-16 -t UTF-8 FILE > NEW. In PowerShell, > writes UTF-16: use Out-File -Encoding utf8." },
        { "a.json", [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(Log)], "object is UTF-16 text", "Convert it to UTF-8: iconv -f UTF-16 -t UTF-8 FILE > NEW. In PowerShell, > writes UTF-16: use Out-File -Encoding utf8." },
        { "a.json", Encoding.Unicode.GetBytes(Log), "object is UTF-16 text", "Convert it to UTF-8: iconv -f UTF-16 -t UTF-8 FILE > NEW. In PowerShell, > writes UTF-16: use Out-File -Encoding utf8." },
        { "a.json.gz", [.. "BZh91AY&SY"u8], "object is compressed with bzip2", "Decompress it first: bunzip2 FILE." },
        { "a.json", [0xFD, .. "7zXZ"u8, 0, 0], "object is compressed with xz", "Decompress it first: unxz FILE." },
        { "a.json", [.. "PAR1"u8, 1, 2], "object is an Apache Parquet file", "Export its rows as lines of JSON, for example with DuckDB: COPY (FROM 'FILE') TO 'FILE.json'." },
        { "a.json.gz", [.. "\n<!DOCTYPE html><p>"u8], "object is an HTML page", "It is often the error page of a download that failed: fetch the object again." },
        { "a.json", [.. "<?xml version='1.0'?><Error/>"u8], "object is an XML document", "It is often the error page of a download that failed: fetch the object again." },
        { "a.json", [.. "H4sIAAAAAAAA"u8], "object is base64 of gzip", "Decode it first: base64 -d FILE > FILE.gz." },
        { "a.json", [.. "Events:\n- EventId: a"u8], "object is YAML", "Ask the AWS CLI again, with --output json." },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_cannot_be_read_is_refused_by_its_name(string key, byte[] content, string reason, string wayOn)
    {
        foreach (var takesWholeObjects in (bool[])[true, false])
        {
            var error = Assert.Throws<QueryException>(() => Read(content, [Text("v")], key: key, takesWholeObjects: takesWholeObjects));
            Assert.Equal(($"Failed to read file at s3://bucket/{key}: {reason}", wayOn + SkipHint), (error.Message, error.Hint));
        }
    }

    [Theory]
    [InlineData(2)]
    [InlineData(8)]
    public void Gzip_inside_gzip_is_read(int times)
    {
        var content = Encoding.UTF8.GetBytes(Log);
        for (var i = 0; i < times; i++)
        {
            content = Gzip(content);
        }

        Assert.Equal(["1", "2"], Read(content, [Text("v")]).Rows);
        Assert.Equal(["1", "2"], Read(content, [Text("v")], takesWholeObjects: false).Rows);
        Assert.Equal(["1", "2"], Read(content, [Text("v")], RecordFormat.LooseCloudTrail).Rows);
    }

    [Fact]
    public void Zstd_inside_gzip_is_read()
    {
        using var compressor = new ZstdSharp.Compressor();
        Assert.Equal(["1", "2"], Read(Gzip(compressor.Wrap(Encoding.UTF8.GetBytes(Log)).ToArray()), [Text("v")]).Rows);
    }

    [Fact]
    public void Endless_nesting_is_refused()
    {
        var content = Encoding.UTF8.GetBytes(Log);
        for (var i = 0; i < 9; i++)
        {
            content = Gzip(content);
        }

        var error = Assert.Throws<QueryException>(() => Read(content, [Text("v")]));
        Assert.Equal("Failed to read file at s3://bucket/a.json.gz: object is compressed more than 8 times", error.Message);
    }

    [Fact]
    public void A_bomb_inside_gzip_is_refused_though_each_layer_alone_would_pass()
    {
        // Members without data, each with a long extra field, one after the other: much inside, and nothing ever comes out.
        byte[] member = [0x1F, 0x8B, 8, 4, 0, 0, 0, 0, 0, 3, 0xFF, 0xFF, .. new byte[0xFFFF], 3, 0, .. new byte[8]];
        var empty = new byte[member.Length * 1500];
        for (var at = 0; at < empty.Length; at += member.Length)
        {
            member.CopyTo(empty, at);
        }

        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.SmallestSize))
        {
            gzip.Write(empty);
        }

        var error = Assert.Throws<QueryException>(() => Read(compressed.ToArray(), [Text("v")]));
        Assert.EndsWith(": object decompresses to more than 500 times its size", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}", true)]
    [InlineData(" \n{\"a\":1}", true)]
    [InlineData("[{\"a\":1}]", true)]
    [InlineData("[ ]", true)]
    [InlineData("[section]\nkey=value", false)]
    [InlineData("{{template}}", false)]
    [InlineData("# heading", false)]
    public void What_begins_like_JSON_is_told_from_what_only_has_a_bracket(string text, bool isJson) =>
        Assert.Equal(isJson, ContentKind.BeginsLikeJson(Encoding.UTF8.GetBytes(text)));

    private static byte[] Zip()
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        using (var entry = zip.CreateEntry("a.json").Open())
        {
            entry.Write(Encoding.UTF8.GetBytes(Log));
        }

        return bytes.ToArray();
    }

    private static byte[] Tar(TarEntryFormat format)
    {
        using var bytes = new MemoryStream();
        using (var tar = new TarWriter(bytes, format, leaveOpen: true))
        {
            var data = new MemoryStream(Encoding.UTF8.GetBytes(Log));
            tar.WriteEntry(format == TarEntryFormat.V7 ? new V7TarEntry(TarEntryType.V7RegularFile, "a.json") { DataStream = data } : new UstarTarEntry(TarEntryType.RegularFile, "a.json") { DataStream = data });
        }

        return bytes.ToArray();
    }
}
