using System.Text.Json;
using Spoor.Sql;

namespace Spoor.Storage;

/// <summary>Reads the JSON of <c>spoor.json</c>: <c>{ "buckets": { "name": { "folder": "path" } } }</c>. A property it does not know is an error: it would be a misspelt one.</summary>
internal sealed class StorageConfigurationFile(string file)
{
    public List<BucketConfiguration> ReadBuckets(JsonElement root)
    {
        var buckets = new List<BucketConfiguration>();
        foreach (var section in Members(root, "$"))
        {
            if (section.Name != "buckets")
            {
                throw Error($"$.{section.Name}", "is not a known property", "Known is: buckets.");
            }

            buckets.AddRange(Members(section.Value, "$.buckets").Select(bucket => ReadBucket(bucket, $"$.buckets.{bucket.Name}")));
        }

        return buckets;
    }

    private BucketConfiguration ReadBucket(JsonProperty bucket, string path)
    {
        string? folder = null;
        foreach (var property in Members(bucket.Value, path))
        {
            folder = property switch
            {
                { Name: "folder", Value.ValueKind: JsonValueKind.String } => property.Value.GetString(),
                { Name: "folder" } => throw Error($"{path}.folder", "is not a string", hint: null),
                _ => throw Error($"{path}.{property.Name}", "is not a known property", "Known is: folder."),
            };
        }

        return string.IsNullOrEmpty(folder)
            ? throw Error(path, "has no folder", "Write { \"folder\": \"path\" }.")
            // A file always has a folder.
            : new BucketConfiguration(bucket.Name, Path.GetFullPath(folder, Path.GetDirectoryName(Path.GetFullPath(file))!));
    }

    private JsonElement.ObjectEnumerator Members(JsonElement element, string path) =>
        element.ValueKind == JsonValueKind.Object ? element.EnumerateObject() : throw Error(path, "is not an object", "Write { \"buckets\": { \"name\": { \"folder\": \"path\" } } }.");

    private QueryException Error(string path, string problem, string? hint) =>
        new(ErrorCode.InvalidArguments, span: null, $"{file}: {path} {problem}", hint);
}
