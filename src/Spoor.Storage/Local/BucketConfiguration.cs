namespace Spoor.Storage.Local;

/// <summary>Where a bucket's objects lie.</summary>
/// <param name="Name">Bucket, as in <c>s3://name/</c>.</param>
/// <param name="Folder">The local folder, absolute or relative to the current one.</param>
public sealed record BucketConfiguration(string Name, string Folder);
