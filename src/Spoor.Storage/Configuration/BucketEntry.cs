using Spoor.Storage.Local;
using Spoor.Storage.S3;

namespace Spoor.Storage.Configuration;

/// <summary>A bucket of one configuration source: a folder or S3 settings, never both.</summary>
internal sealed record BucketEntry(string Name, BucketConfiguration? Folder, S3BucketConfiguration? S3);
