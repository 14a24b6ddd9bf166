using System.IO.Compression;
using System.Text;

namespace Spoor.EndToEnd;

/// <summary>A bucket's folder with log objects made for a test, and the table over them.</summary>
internal static class Trail
{
    private const string Prefix = "logs/AWSLogs/123456789012/CloudTrail/us-east-1/2024/01/01";

    /// <summary>The <c>CREATE EXTERNAL TABLE</c> of table <c>t</c> over everything below <paramref name="location"/>.</summary>
    public static string Table(string location = "s3://b/logs/") => $"""
        CREATE EXTERNAL TABLE t (
          useridentity STRUCT<type:STRING,username:STRING>, eventtime STRING, eventname STRING, eventid STRING, requestparameters STRING)
        ROW FORMAT SERDE 'org.apache.hive.hcatalog.data.JsonSerDe'
        STORED AS INPUTFORMAT 'com.amazon.emr.cloudtrail.CloudTrailInputFormat'
        OUTPUTFORMAT 'org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat'
        LOCATION '{location}';
        """;

    /// <summary>Full name of the object that <see cref="Add(string, string, byte[])"/> makes.</summary>
    public static string NameOf(string label) => $"s3://b/{Prefix}/{FileName(label)}";

    /// <summary>Adds an object of so many records.</summary>
    public static void AddRecords(string folder, string label, int count) => Add(folder, label, Gzip(Records(count)));

    /// <summary>Adds an object of any bytes.</summary>
    public static void Add(string folder, string label, byte[] content)
    {
        var path = Path.Combine(folder, Prefix, FileName(label));
        Directory.CreateDirectory(Path.GetDirectoryName(path)!); // Not null: the path is below the folder.
        File.WriteAllBytes(path, content);
    }

    /// <summary>Adds a gzip object of repeated parts, written as it is made.</summary>
    public static void AddRepeated(string folder, string label, string start, string part, int count, string end)
    {
        Add(folder, label, []);
        using var file = File.Create(Path.Combine(folder, Prefix, FileName(label)));
        using var gzip = new GZipStream(file, CompressionLevel.Fastest);
        gzip.Write(Encoding.UTF8.GetBytes(start));
        var bytes = Encoding.UTF8.GetBytes(part);
        for (var i = 0; i < count; i++)
        {
            gzip.Write(bytes);
        }

        gzip.Write(Encoding.UTF8.GetBytes(end));
    }

    /// <summary>A log file of so many records.</summary>
    public static string Records(int count) => $$"""{"Records":[{{string.Join(',', Enumerable.Range(0, count).Select(Record))}}]}""";

    /// <summary>Compressed text.</summary>
    public static byte[] Gzip(string text)
    {
        using var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.Fastest))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return bytes.ToArray();
    }

    private static string FileName(string label) => $"123456789012_CloudTrail_us-east-1_20240101T0000Z_{label}.json.gz";

    private static string Record(int number) =>
        $$$"""{"eventTime":"2024-01-01T00:00:00Z","eventName":"Get{{{number % 3}}}","eventID":"{{{number}}}","userIdentity":{"type":"IAMUser","userName":"alice"}}""";
}
