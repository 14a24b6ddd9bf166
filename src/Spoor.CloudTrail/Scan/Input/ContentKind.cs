using System.Text;

namespace Spoor.CloudTrail.Scan.Input;

/// <summary>What a file that is no log is, by its first bytes.</summary>
/// <param name="Name">With its article.</param>
/// <param name="WayOn">How to make of it what can be read.</param>
/// <param name="IsBinary">Whether no reading of lines of text can make sense of it.</param>
/// <param name="MayHoldLogs">Whether logs may be inside, so that it must not be passed over.</param>
internal sealed record ContentKind(string Name, string WayOn, bool IsBinary = true, bool MayHoldLogs = true)
{
    /// <summary>So many bytes are enough to tell.</summary>
    public const int HeadLength = 512;

    private const string NoRecords = "It holds no records of CloudTrail's.";
    private const string Download = "It is often the error page of a download that failed: fetch the object again.";
    private const string Exported = "Export its rows as lines of JSON, for example with DuckDB: COPY (FROM 'FILE') TO 'FILE.json'.";
    private const string CliOutput = "Ask the AWS CLI again, with --output json.";

    private static readonly ContentKind s_tar = new("a tar archive", "Unpack it first: tar xf FILE -C FOLDER.");

    private static readonly (byte[] Start, ContentKind Kind)[] s_starts =
    [
        ([.. "PK\u0003\u0004"u8], new("a zip archive", "Unpack it first: unzip FILE -d FOLDER.")),
        ([.. "PK\u0005\u0006"u8], new("an empty zip archive", NoRecords, MayHoldLogs: false)),
        ([.. "PK\u0007\u0008"u8], new("a zip archive in parts", "Put it together and unpack it first: zip -s 0, then unzip.")),
        ([.. "7z"u8, 0xBC, 0xAF, 0x27, 0x1C], new("a 7z archive", "Unpack it first: 7z x FILE.")),
        ([.. "Rar!"u8, 0x1A, 0x07], new("a RAR archive", "Unpack it first: unrar x FILE.")),
        ([.. "BZh"u8], new("compressed with bzip2", "Decompress it first: bunzip2 FILE.")),
        ([0xFD, .. "7zXZ"u8, 0], new("compressed with xz", "Decompress it first: unxz FILE.")),
        ([0x04, 0x22, 0x4D, 0x18], new("compressed with lz4", "Decompress it first: unlz4 FILE.")),
        ([0x1F, 0x9D], new("compressed with compress (.Z)", "Decompress it first: gunzip FILE.")),
        ([0xFF, 0x06, 0x00, 0x00, .. "sNaPpY"u8], new("compressed with Snappy", "Decompress it first: snzip -d FILE.")),
        ([0x78, 0x9C], new("zlib data", "Decompress it first: zlib-flate -uncompress < FILE > NEW.")),
        ([0x78, 0xDA], new("zlib data", "Decompress it first: zlib-flate -uncompress < FILE > NEW.")),
        ([.. "PAR1"u8], new("an Apache Parquet file", Exported)),
        ([.. "ORC"u8], new("an Apache ORC file", Exported)),
        ([.. "Obj\u0001"u8], new("an Apache Avro file", Exported)),
        ([.. "SQLite format 3\0"u8], new("an SQLite database", Exported)),
        ([.. "%PDF-"u8], new("a PDF document", NoRecords, MayHoldLogs: false)),
        ([0x89, .. "PNG"u8], new("a PNG image", NoRecords, MayHoldLogs: false)),
        ([0xFF, 0xD8, 0xFF], new("a JPEG image", NoRecords, MayHoldLogs: false)),
        ([.. "GIF8"u8], new("a GIF image", NoRecords, MayHoldLogs: false)),
        ([0x7F, .. "ELF"u8], new("a program", NoRecords, MayHoldLogs: false)),
        ([0xFF, 0xFE, 0, 0], Wide("UTF-32")),
        ([0, 0, 0xFE, 0xFF], Wide("UTF-32")),
        ([0, 0, 0, 0], new("nothing but zeros at its start", "A copy was broken off, or a disk lost it: fetch the object again.")),
        ([0xFF, 0xFE], Wide("UTF-16")),
        ([0xFE, 0xFF], Wide("UTF-16")),
        ([.. "H4sI"u8], new("base64 of gzip", "Decode it first: base64 -d FILE > FILE.gz.", IsBinary: false)),
        ([.. "eyJ"u8], new("base64 of JSON", "Decode it first: base64 -d FILE > FILE.json.", IsBinary: false)),
        ([.. "EVENTS\t"u8], new("the AWS CLI's output as text", CliOutput, IsBinary: false)),
        ([.. "Events:"u8], new("YAML", CliOutput, IsBinary: false)),
        ([.. "Records:"u8], new("YAML", "Convert it to JSON first.", IsBinary: false)),
    ];

    private static readonly (string Start, ContentKind Kind)[] s_markup =
    [
        ("<?xml", new("an XML document", Download, IsBinary: false, MayHoldLogs: false)),
        ("<!doctype html", new("an HTML page", Download, IsBinary: false, MayHoldLogs: false)),
        ("<html", new("an HTML page", Download, IsBinary: false, MayHoldLogs: false)),
        ("<", new("XML or HTML", Download, IsBinary: false, MayHoldLogs: false)),
    ];

    /// <summary>What it is; null for JSON, for what nothing is known of, and for nothing.</summary>
    public static ContentKind? Of(ReadOnlySpan<byte> head)
    {
        foreach (var (start, kind) in s_starts)
        {
            if (head.StartsWith(start))
            {
                return kind;
            }
        }

        return IsTar(head) ? s_tar : IsWideText(head) ? Wide("UTF-16") : OfMarkup(TextOf(head));
    }

    /// <summary>Whether a file whose name says nothing may be JSON: an object or array begins as such, which headings and <c>[sections]</c> do not.</summary>
    public static bool BeginsLikeJson(ReadOnlySpan<byte> head)
    {
        var text = TextOf(head);
        var inside = text.Length == 0 ? text : text[1..].TrimStart(" \t\r\n"u8);
        return text is [(byte)'{', ..] ? inside is [] or [(byte)'"' or (byte)'}', ..] : text is [(byte)'[', ..] && inside is [] or [(byte)'{' or (byte)'[' or (byte)']' or (byte)'"', ..];
    }

    /// <summary>What a person calls the first bytes of something unknown.</summary>
    public static string Describe(ReadOnlySpan<byte> head)
    {
        var text = TextOf(head);
        text = text[..Math.Min(text.Length, 8)];
        var end = text.IndexOfAnyExceptInRange((byte)' ', (byte)'~');
        return end == 0 || text.IsEmpty ? $"0x{Convert.ToHexString(head[..Math.Min(head.Length, 4)])}" : $"'{Encoding.ASCII.GetString(end < 0 ? text : text[..end])}'";
    }

    /// <summary>Without blanks and byte order marks before it.</summary>
    private static ReadOnlySpan<byte> TextOf(ReadOnlySpan<byte> head) => head.TrimStart(" \t\r\n\uFEFF"u8);

    private static ContentKind? OfMarkup(ReadOnlySpan<byte> text)
    {
        foreach (var (start, kind) in s_markup)
        {
            if (text.Length >= start.Length && Ascii.EqualsIgnoreCase(text[..start.Length], start))
            {
                return kind;
            }
        }

        return null;
    }

    // Its header holds the sum of its own bytes, in octal: also the oldest kind, which has no magic text.
    private static bool IsTar(ReadOnlySpan<byte> head)
    {
        const int Sum = 148;
        const int SumLength = 8;
        if (head.Length < HeadLength || head[0] == 0)
        {
            return false;
        }

        var (told, sum) = (0, SumLength * ' ');
        for (var i = 0; i < HeadLength; i++)
        {
            var isSum = i is >= Sum and < Sum + SumLength;
            told = isSum && head[i] is >= (byte)'0' and <= (byte)'7' ? (8 * told) + head[i] - '0' : told;
            sum += isSum ? 0 : head[i];
        }

        return told == sum;
    }

    // Without a mark: every other byte of the first characters is zero.
    private static bool IsWideText(ReadOnlySpan<byte> head) => head is [not 0, 0, not 0, 0, ..] or [0, not 0, 0, not 0, ..] or [not 0, 0] or [0, not 0];

    private static ContentKind Wide(string encoding) => new(
        $"{encoding} text", $"Convert it to UTF-8: iconv -f {encoding} -t UTF-8 FILE > NEW. In PowerShell, > writes UTF-16: use Out-File -Encoding utf8.");
}
