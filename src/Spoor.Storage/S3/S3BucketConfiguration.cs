namespace Spoor.Storage.S3;

/// <summary>How one bucket is reached, from <c>spoor.json</c>.</summary>
/// <param name="Name">Bucket, as in <c>s3://name/</c>.</param>
/// <param name="Settings">What the command line leaves open.</param>
public sealed record S3BucketConfiguration(string Name, S3Settings Settings);
