using System.Diagnostics.CodeAnalysis;

namespace Spoor.Storage.Objects;

/// <summary>The name of an object or of a prefix: <c>s3://bucket/key</c>.</summary>
/// <param name="Bucket">Bucket, without slashes.</param>
/// <param name="Key">Key as S3 has it, without a leading slash; empty for the bucket itself.</param>
public sealed record ObjectName(string Bucket, string Key)
{
    /// <summary>Reads <c>s3://</c>, <c>s3a://</c> or <c>s3n://bucket/key</c>.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out ObjectName? name)
    {
        name = null;
        var scheme = text.IndexOf("://", StringComparison.Ordinal);
        if (scheme < 0 || text[..scheme] is not ("s3" or "s3a" or "s3n"))
        {
            return false;
        }

        var rest = text[(scheme + 3)..];
        var slash = rest.IndexOf('/', StringComparison.Ordinal);
        var bucket = slash < 0 ? rest : rest[..slash];
        if (bucket.Length == 0)
        {
            return false;
        }

        name = new ObjectName(bucket, slash < 0 ? "" : rest[(slash + 1)..]);
        return true;
    }

    /// <summary><c>s3://bucket/key</c>.</summary>
    public override string ToString() => $"s3://{Bucket}/{Key}";
}
