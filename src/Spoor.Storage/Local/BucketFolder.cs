using Spoor.Core.Errors;
using Spoor.Storage.Objects;

namespace Spoor.Storage.Local;

/// <summary>The folder behind a bucket: turns keys into paths and lets none of them leave it.</summary>
internal sealed class BucketFolder
{
    /// <summary>Why a file that was listed cannot be found by its name.</summary>
    public const string MisreadReason = "The name of the file, or of a folder above it, is not UTF-8";

    /// <summary>What to do about it.</summary>
    public const string MisreadHint = "Rename it: each '\uFFFD' stands for bytes that are no UTF-8. Names in Latin-1 become UTF-8 by: convmv -r -f latin1 -t utf8 --notest FOLDER";

    private readonly string _bucket;

    public BucketFolder(BucketConfiguration bucket)
    {
        _bucket = bucket.Name;
        Root = RealPath.Of(bucket.Folder);
    }

    /// <summary>The folder's own path, links resolved.</summary>
    public string Root { get; }

    /// <exception cref="QueryException">The folder does not exist.</exception>
    public void RequireExists()
    {
        if (!Directory.Exists(Root))
        {
            throw new QueryException(ErrorCode.HiveFilesystemError, span: null, $"The folder of bucket {_bucket} does not exist: {Root}", $"Check the bucket's folder in{Setting.Bucket: * or} spoor.json.");
        }
    }

    /// <summary>Whether a name that nothing has may be that of a file whose name is not UTF-8.</summary>
    public static bool IsMisread(string key) => key.Contains('\uFFFD', StringComparison.Ordinal);

    /// <summary>The path of an object's file, whether or not it exists.</summary>
    /// <exception cref="QueryException">The key or a symbolic link on the way leaves the folder.</exception>
    public string FindFile(ObjectName name)
    {
        RequireInside(name);
        var path = Path.Combine(Root, name.Key);
        RequireInside(name.ToString(), RealPath.Of(path));
        return path;
    }

    /// <summary>Refuses keys that are paths to somewhere else.</summary>
    public static void RequireInside(ObjectName name)
    {
        // On Windows a backslash separates folders and a colon names a drive or a stream; neither may come from a key.
        var leaves = name.Key.StartsWith('/') || name.Key.Contains('\0', StringComparison.Ordinal) || name.Key.Split('/').Contains("..")
            || (OperatingSystem.IsWindows() && name.Key.AsSpan().ContainsAny('\\', ':'));
        if (leaves)
        {
            throw new QueryException(ErrorCode.HiveFilesystemError, span: null, $"The key is not a path inside the bucket: {name}", "Keys of a local bucket have no '..' and no leading '/'.");
        }
    }

    /// <summary>Refuses a path, links resolved, outside the folder. <paramref name="subject"/> is what led there.</summary>
    public void RequireInside(string subject, string realPath)
    {
        if (!RealPath.IsSameOrBelow(realPath, Root))
        {
            throw new QueryException(
                ErrorCode.HiveFilesystemError,
                span: null,
                $"A symbolic link leaves the folder of bucket {_bucket}: {subject} is {realPath}",
                "Remove the link, copy its target into the folder, or configure the target as a bucket of its own.");
        }
    }
}
