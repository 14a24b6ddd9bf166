using Spoor.Storage.S3;

namespace Spoor.Storage.Configuration;

/// <summary>What one <c>spoor.json</c> says.</summary>
internal sealed record StorageConfigurationContent(List<BucketEntry> Buckets)
{
    public S3Settings S3 { get; init; } = new();

    public string? SpillFolder { get; init; }

    public string? Logs { get; init; }
}
