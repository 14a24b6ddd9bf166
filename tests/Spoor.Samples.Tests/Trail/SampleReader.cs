using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace Spoor.Samples.Tests.Trail;

/// <summary>Reads a trail the plain way, with nothing of the generator or the scan.</summary>
internal static class SampleReader
{
    /// <summary>Decompressed texts by path below the folder, in path order.</summary>
    public static SortedDictionary<string, string> Texts(string folder) => new(
        Directory.EnumerateFiles(folder, "*.gz", SearchOption.AllDirectories).ToDictionary(path => Path.GetRelativePath(folder, path).Replace('\\', '/'), Decompress),
        StringComparer.Ordinal);

    /// <summary>All records of the trail itself, in no order, repeated deliveries included.</summary>
    public static List<JsonElement> Records(string folder) =>
        [.. Texts(folder).Where(text => text.Key.Contains("/CloudTrail/", StringComparison.Ordinal)).SelectMany(text => JsonDocument.Parse(text.Value).RootElement.GetProperty("Records").EnumerateArray())];

    public static JsonElement GroundTruth(string folder) => JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "ground-truth.json"))).RootElement;

    /// <summary>The value at a path of keys, or null.</summary>
    public static JsonElement? At(this JsonElement record, params ReadOnlySpan<string> path)
    {
        foreach (var key in path)
        {
            if (record.ValueKind != JsonValueKind.Object || !record.TryGetProperty(key, out record))
            {
                return null;
            }
        }

        return record;
    }

    public static string? Text(this JsonElement record, params ReadOnlySpan<string> path) =>
        record.At(path) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    private static string Decompress(string path)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress), Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
