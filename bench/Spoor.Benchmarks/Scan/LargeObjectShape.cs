using System.Globalization;
using System.IO.Compression;

namespace Spoor.Benchmarks.Scan;

/// <summary>Few objects of so many decompressed megabytes each: the records of another trail's objects behind one another, over and over. Made as a stream.</summary>
internal sealed record LargeObjectShape(string Name, int Objects, int Megabytes, TrailShape Source) : TrailShape(Name)
{
    private const int Account = 1111;

    public override string Title => string.Create(CultureInfo.InvariantCulture, $"{Name}: {Objects:N0} objects of {Megabytes:N0} MB decompressed");

    public override bool IsLarge => true;

    protected override string FolderName => string.Create(CultureInfo.InvariantCulture, $"trail-{Objects}x{Megabytes}MB");

    protected override void Write(string folder, string dataFolder)
    {
        var sources = Source.Make(dataFolder).Logs;
        var day = Directory.CreateDirectory(Path.Combine(folder, "AWSLogs/111122223333/CloudTrail/eu-central-1/2025/03/03")).FullName;
        for (var number = 0; number < Objects; number++)
        {
            using var file = File.Create(Path.Combine(day, string.Create(CultureInfo.InvariantCulture, $"111122223333_CloudTrail_eu-central-1_20250303T0000Z_{Account + number:D16}.json.gz")));
            using var gzip = new GZipStream(file, CompressionLevel.Fastest);
            Write(gzip, sources, first: number * sources.Count / Objects);
        }
    }

    private void Write(Stream output, IReadOnlyList<string> sources, int first)
    {
        output.Write("{\"Records\":["u8);
        var written = 0L;
        for (var at = first; written < Megabytes * 1_000_000L; at++)
        {
            output.Write(written == 0 ? default : ","u8);
            var records = RecordsOf(sources[at % sources.Count]);
            output.Write(records);
            written += records.Length;
        }

        output.Write("]}"u8);
    }

    /// <summary>What stands between the brackets of a log file's <c>Records</c>.</summary>
    private static ReadOnlySpan<byte> RecordsOf(string file)
    {
        using var data = new GZipStream(File.OpenRead(file), CompressionMode.Decompress);
        using var text = new MemoryStream();
        data.CopyTo(text);
        var bytes = text.GetBuffer().AsSpan(0, (int)text.Length);
        return bytes[(bytes.IndexOf((byte)'[') + 1)..bytes.LastIndexOf((byte)']')];
    }
}
