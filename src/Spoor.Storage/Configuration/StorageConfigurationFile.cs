using System.Globalization;
using System.Text.Json;
using Spoor.Core.Errors;
using Spoor.Storage.Local;
using Spoor.Storage.Objects;
using Spoor.Storage.S3;

namespace Spoor.Storage.Configuration;

/// <summary>Reads the JSON of <c>spoor.json</c>: <c>{ "buckets": { "name": { "folder": "path" } } }</c> or S3 settings in place of the folder; S3 settings for all buckets in <c>s3</c>; <c>spillFolder</c>; <c>logs</c>. A property it does not know is an error: it would be a misspelt one.</summary>
internal sealed class StorageConfigurationFile(string file)
{
    // A day of seconds; as bytes a second, more than is asked of a slow link.
    private const double LargestNumber = 86_400;

    public StorageConfigurationContent Read(JsonElement root)
    {
        var content = new StorageConfigurationContent([]);
        foreach (var section in Members(root, "$"))
        {
            switch (section.Name)
            {
                case "buckets":
                    content.Buckets.AddRange(Members(section.Value, "$.buckets").Select(bucket => ReadBucket(bucket, $"$.buckets.{bucket.Name}")));
                    break;
                case "s3":
                    content = content with { S3 = Members(section.Value, "$.s3").Aggregate(content.S3, (s3, property) => ReadS3(s3, property, "$.s3")) };
                    break;
                case "spillFolder":
                    content = content with { SpillFolder = FullPath(Text(section, "$")) };
                    break;
                case "logs":
                    content = content with { Logs = Text(section, "$") is var logs && ObjectName.TryParse(logs, out _) ? logs : FullPath(logs) };
                    break;
                default:
                    throw Error($"$.{section.Name}", "is not a known property", "Known are: buckets, s3, spillFolder, logs.");
            }
        }

        return content;
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
            _ => new BucketEntry(bucket.Name, new BucketConfiguration(bucket.Name, FullPath(folder)), null),
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
        "unordered" => s3 with { Unordered = Flag(property, path) },
        "silenceSeconds" => s3 with { SilenceSeconds = Positive(property, path) },
        "leastBytesPerSecond" => s3 with { LeastBytesPerSecond = Positive(property, path) },
        "giveUpSeconds" => s3 with { GiveUpSeconds = Positive(property, path) },
        _ => throw Error($"{path}.{property.Name}", "is not a known property", $"Known are: {(path == "$.s3" ? "" : "folder, ")}profile, region, endpointUrl, pathStyle, noSignRequest, requesterPays, unordered, silenceSeconds, leastBytesPerSecond, giveUpSeconds."),
    };

    // Not null: a JSON string has a text.
    private string Text(JsonProperty property, string path) =>
        property.Value.ValueKind == JsonValueKind.String ? property.Value.GetString()! : throw Error($"{path}.{property.Name}", "is not a string", hint: null);

    private bool Flag(JsonProperty property, string path) =>
        property.Value.ValueKind is JsonValueKind.True or JsonValueKind.False ? property.Value.GetBoolean() : throw Error($"{path}.{property.Name}", "is not true or false", hint: null);

    private double Positive(JsonProperty property, string path) =>
        property.Value.ValueKind == JsonValueKind.Number && property.Value.TryGetDouble(out var number) && number is > 0 and <= LargestNumber
            ? number
            : throw Error($"{path}.{property.Name}", "is not a number above 0", string.Create(CultureInfo.InvariantCulture, $"At most {LargestNumber:N0}."));

    // A file always has a folder.
    private string FullPath(string path) => Path.GetFullPath(path, Path.GetDirectoryName(Path.GetFullPath(file))!);

    private JsonElement.ObjectEnumerator Members(JsonElement element, string path) =>
        element.ValueKind == JsonValueKind.Object ? element.EnumerateObject() : throw Error(path, "is not an object", "Write { \"buckets\": { \"name\": { \"folder\": \"path\" } } }.");

    private QueryException Error(string path, string problem, string? hint) =>
        new(ErrorCode.InvalidArguments, span: null, $"{file}: {path} {problem}", hint);
}
