using Spoor.Core.Errors;
using Spoor.Storage.Files;

namespace Spoor.Storage.Objects;

/// <summary>Which keys an object can be written under: those that name the same object in a folder and at an endpoint.</summary>
internal static class ObjectKeys
{
    // S3's limit, in bytes of UTF-8.
    private const int LongestKey = 1024;

    /// <exception cref="QueryException">InvalidArguments: no object can have the name.</exception>
    public static void RequireWritable(ObjectName name)
    {
        var isPath = name.Key.Split('/').All(part => part is not ("" or "." or ".."));
        if (!isPath || name.Key.Contains('\0', StringComparison.Ordinal) || System.Text.Encoding.UTF8.GetByteCount(name.Key) > LongestKey || UnfinishedFile.IsOurs(name.Key))
        {
            throw new QueryException(
                ErrorCode.InvalidArguments,
                span: null,
                $"No object can be written under this name: {name}",
                $"A key has at most {LongestKey} bytes and names between its slashes: no empty ones, no '.' or '..', none that begins with '{UnfinishedFile.Prefix}'.");
        }
    }
}
