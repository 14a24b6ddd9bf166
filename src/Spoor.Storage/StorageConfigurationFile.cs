using System.Text.Json;
using Spoor.Sql;
using Spoor.Storage.S3;

namespace Spoor.Storage;

/// <summary>Reads the JSON of <c>spoor.json</c>: <c>{ "buckets": { "name": { "folder": "path" } } }</c> or S3 settings in place of the folder. A property it does not know is an error: it would be a misspelt one.</summary>
internal sealed class StorageConfigurationFile(string file)
{
    public List<BucketEntry> ReadBuckets(JsonElement root)
    {
        var buckets = new List<BucketEntry>();
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

    private BucketEntry ReadBucket(JsonProperty bucket, string path)
    {
        string? folder = null;
        S3Settings? s3 = null;
        foreach (var property in Members(bucket.Value, path))
        {
            if (property.Name == "folder")
            {
                folder = Text(property, path);
                continue;
            }

            s3 = ReadS3(s3 ?? new S3Settings(), property, path);
        }

        return (folder, s3) switch
        {
            (null or "", null) => throw Error(path, "has no folder", "Write { \"folder\": \"path\" }, or S3 settings such as { \"region\": \"eu-west-1\" }."),
            (null, not null) => new BucketEntry(bucket.Name, null, new S3BucketConfiguration(bucket.Name, s3)),
            (not null, not null) => throw Error(path, "is a folder and has S3 settings", "Keep the folder or the settings."),
            // A file always has a folder.
            _ => new BucketEntry(bucket.Name, new BucketConfiguration(bucket.Name, Path.GetFullPath(folder, Path.GetDirectoryName(Path.GetFullPath(file))!)), null),
        };
    }

    private S3Settings ReadS3(S3Settings s3, JsonProperty property, string path) => property.Name switch
    {
        "profile" => s3 with { Profile = Text(property, path) },
        "region" => s3 with { Region = Text(property, path) },
        "endpointUrl" => s3 with { EndpointUrl = Text(property, path) },
        "pathStyle" => s3 with { PathStyle = Flag(property, path) },
        "noSignRequest" => s3 with { NoSignRequest = Flag(property, path) },
        "requesterPays" => s3 with { RequesterPays = Flag(property, path) },
        _ => throw Error($"{path}.{property.Name}", "is not a known property", "Known are: folder, profile, region, endpointUrl, pathStyle, noSignRequest, requesterPays."),
    };

    // Not null: a JSON string has a text.
    private string Text(JsonProperty property, string path) =>
        property.Value.ValueKind == JsonValueKind.String ? property.Value.GetString()! : throw Error($"{path}.{property.Name}", "is not a string", hint: null);

    private bool Flag(JsonProperty property, string path) =>
        property.Value.ValueKind is JsonValueKind.True or JsonValueKind.False ? property.Value.GetBoolean() : throw Error($"{path}.{property.Name}", "is not true or false", hint: null);

    private JsonElement.ObjectEnumerator Members(JsonElement element, string path) =>
        element.ValueKind == JsonValueKind.Object ? element.EnumerateObject() : throw Error(path, "is not an object", "Write { \"buckets\": { \"name\": { \"folder\": \"path\" } } }.");

    private QueryException Error(string path, string problem, string? hint) =>
        new(ErrorCode.InvalidArguments, span: null, $"{file}: {path} {problem}", hint);
}
