using System.Globalization;
using Spoor.Core.Collections;
using Spoor.Core.Errors;
using Spoor.Storage.Objects;

namespace Spoor.Storage.Local;

/// <summary>Buckets that are local folders: the object <c>s3://bucket/a/b</c> is the file <c>a/b</c> below the bucket's folder.</summary>
/// <remarks>
/// No name reaches outside the folder: keys with <c>..</c> or a leading slash are refused, and so is a symbolic link whose target lies elsewhere.
/// Keys are listed in ordinal order, the order of S3 for all but characters beyond U+FFFF.
/// </remarks>
public sealed class LocalBucketStore : IWritableObjectStore
{
    private readonly Dictionary<string, BucketFolder> _folders;

    /// <summary>A store of these buckets. A folder need not exist until it is used.</summary>
    public LocalBucketStore(IEnumerable<BucketConfiguration> buckets) =>
        _folders = buckets.ToDictionary(bucket => bucket.Name, bucket => new BucketFolder(bucket), StringComparer.Ordinal);

    /// <inheritdoc/>
    public IAsyncEnumerable<ValueList<ObjectEntry>> ListAsync(ObjectName prefix, CancellationToken cancellationToken) =>
        new LocalListing(FindFolder(prefix), prefix, cancellationToken).Pages().ToAsyncEnumerable();

    /// <inheritdoc/>
    public ValueTask<Stream> OpenReadAsync(ObjectName name, long offset, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var path = FindFolder(name).FindFile(name);
        try
        {
            // A named pipe or a device has no length either, and opening or reading it might never end.
            var file = new FileInfo(path);
            file = file.LinkTarget is null ? file : new FileInfo(RealPath.Of(path)); // The length of a link is that of its text.
            if (file is { Exists: true, Length: 0 })
            {
                if (SpecialFile.KindOf(path) is { } kind)
                {
                    throw CannotOpen(name, offset, length: 0, $"It is {kind} and no file", $"Remove it from the folder, or put there as a file what it would give: {path}", cause: null);
                }

                return ValueTask.FromResult(Stream.Null);
            }

            // Local reads gain nothing from asynchronous file handles or a second buffer: readers ask for large blocks.
            var stream = new FileStream(path, new FileStreamOptions
            {
                Mode = FileMode.Open,
                Access = FileAccess.Read,
                Share = FileShare.ReadWrite | FileShare.Delete,
                Options = FileOptions.SequentialScan,
                BufferSize = 0,
            });
            stream.Position = offset;
            return ValueTask.FromResult<Stream>(stream);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw CannotOpen(name, path, offset, exception);
        }
    }

    /// <inheritdoc/>
    public Task<WrittenObject?> TryWriteAsync(ObjectName name, Stream content, WriteCondition condition, CancellationToken cancellationToken)
    {
        ObjectKeys.RequireWritable(name);
        return new LocalWriter(FindFolder(name)).TryWriteAsync(name, content, condition, cancellationToken);
    }

    /// <inheritdoc/>
    public Task DeleteAsync(ObjectName name, CancellationToken cancellationToken)
    {
        ObjectKeys.RequireWritable(name);
        return new LocalWriter(FindFolder(name)).DeleteAsync(name, cancellationToken);
    }

    private BucketFolder FindFolder(ObjectName name)
    {
        if (_folders.TryGetValue(name.Bucket, out var folder))
        {
            folder.RequireExists();
            return folder;
        }

        var known = _folders.Count == 0 ? "No bucket is configured" : $"Configured are: {string.Join(", ", _folders.Keys.Order(StringComparer.Ordinal))}";
        throw new QueryException(
            ErrorCode.HiveFilesystemError,
            span: null,
            $"The specified bucket does not exist: {name.Bucket}",
            $"Name the folder that holds it{(Setting.Bucket, $"{name.Bucket}=FOLDER"):: *}. {known}.");
    }

    /// <seealso href="https://github.com/trinodb/trino/blob/456/plugin/trino-hive/src/main/java/io/trino/plugin/hive/util/HiveUtil.java">Trino's sentence</seealso>
    private static QueryException CannotOpen(ObjectName name, string path, long offset, Exception cause)
    {
        // The runtime reads each byte of a name that is no UTF-8 as U+FFFD, and so asks for another file.
        var isMisread = cause is (FileNotFoundException or DirectoryNotFoundException) && BucketFolder.IsMisread(name.Key);
        var reason = cause switch
        {
            _ when isMisread => BucketFolder.MisreadReason,
            FileNotFoundException or DirectoryNotFoundException => "The specified key does not exist",
            UnauthorizedAccessException => "Access Denied",
            _ => cause.Message,
        };
        var file = new FileInfo(path);
        return CannotOpen(name, offset, file.Exists ? file.Length - offset : 0, reason, isMisread ? BucketFolder.MisreadHint : $"The object is the file {path}.", cause);
    }

    private static QueryException CannotOpen(ObjectName name, long offset, long length, string reason, string hint, Exception? cause) => new(
        ErrorCode.HiveCannotOpenSplit, span: null, string.Create(CultureInfo.InvariantCulture, $"Error opening Hive split {name} (offset={offset}, length={length}): {reason}"), hint, cause);
}
