using System.IO.Enumeration;
using Spoor.Core.Collections;
using Spoor.Core.Errors;
using Spoor.Storage.Files;
using Spoor.Storage.Objects;

namespace Spoor.Storage.Local;

/// <summary>One listing of a bucket folder: reads a folder only when its objects are due, and only folders that can hold a match.</summary>
internal sealed class LocalListing(BucketFolder bucket, ObjectName prefix, CancellationToken cancellationToken)
{
    private const int PageSize = 1000;

    // Hidden files are objects like any other, and what cannot be read must not go unnoticed.
    private static readonly EnumerationOptions s_everything = new() { AttributesToSkip = 0, IgnoreInaccessible = false };

    /// <summary>The objects in key order.</summary>
    /// <exception cref="QueryException">A folder cannot be read, or a link leaves the bucket.</exception>
    public IEnumerable<ValueList<ObjectEntry>> Pages()
    {
        BucketFolder.RequireInside(prefix);
        return Objects().Chunk(PageSize).Select(page => page.ToValueList());
    }

    private IEnumerable<ObjectEntry> Objects()
    {
        var slash = prefix.Key.LastIndexOf('/');
        var folderKey = prefix.Key[..(slash + 1)];
        var namePrefix = prefix.Key[(slash + 1)..];
        var path = Path.Combine(bucket.Root, folderKey.TrimEnd('/'));

        // Empty and dot parts cannot be names of files, although the file system would skip them.
        if (folderKey.Split('/')[..^1].Any(part => part is "" or ".") || !Directory.Exists(path))
        {
            yield break;
        }

        var realPath = RealPath.Of(path);
        bucket.RequireInside($"s3://{prefix.Bucket}/{folderKey}", realPath);
        var open = new Stack<OpenFolder>();
        open.Push(Read(folderKey, realPath, namePrefix));
        while (open.TryPeek(out var folder))
        {
            if (!folder.Entries.MoveNext())
            {
                open.Pop();
                continue;
            }

            var entry = folder.Entries.Current;
            var key = folder.Key + entry.SortName;
            if (entry.IsLink)
            {
                entry = Follow(entry, key, folder, open);
            }

            if (entry.IsFolder)
            {
                open.Push(Read(key, entry.LinkTarget ?? Path.Combine(folder.Path, entry.Name), ""));
            }
            else
            {
                yield return new ObjectEntry(prefix with { Key = key }, entry.Size, entry.LastModified, LocalWriter.ETag(entry.LastModified, entry.Size));
            }
        }
    }

    private OpenFolder Read(string key, string path, string namePrefix)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            // Within a folder, a subfolder stands where its keys do: as if its name ended with a slash ("a-b" < "a/" < "a0").
            var entries = new FileSystemEnumerable<Entry>(path, ToEntry, s_everything)
            {
                ShouldIncludePredicate = (ref FileSystemEntry entry) => entry.FileName.StartsWith(namePrefix, StringComparison.Ordinal) && !UnfinishedFile.IsOurs(entry.FileName),
            }.ToArray();
            Array.Sort(entries, static (left, right) => string.CompareOrdinal(left.SortName, right.SortName));
            return new OpenFolder(key, path, ((IEnumerable<Entry>)entries).GetEnumerator());
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw CannotRead(key, exception);
        }
    }

    private static Entry ToEntry(ref FileSystemEntry entry)
    {
        var isLink = entry.Attributes.HasFlag(FileAttributes.ReparsePoint);
        var name = entry.FileName.ToString();
        return entry.IsDirectory
            ? new Entry(name, name + "/", IsFolder: true, isLink, Size: 0, LastModified: default, LinkTarget: null)
            : new Entry(name, name, IsFolder: false, isLink, entry.Length, entry.LastWriteTimeUtc, LinkTarget: null);
    }

    private Entry Follow(Entry link, string key, OpenFolder folder, IEnumerable<OpenFolder> open)
    {
        try
        {
            var target = RealPath.Of(Path.Combine(folder.Path, link.Name));
            bucket.RequireInside($"s3://{prefix.Bucket}/{key}", target);
            if (link.IsFolder)
            {
                return open.Any(above => RealPath.IsSameOrBelow(above.Path, target))
                    ? throw new IOException("The symbolic link leads to a folder above it")
                    : link with { LinkTarget = target };
            }

            var file = new FileInfo(target);
            return link with { Size = file.Length, LastModified = file.LastWriteTimeUtc };
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw CannotRead(key, exception);
        }
    }

    private QueryException CannotRead(string key, Exception cause)
    {
        var isMisread = cause is (FileNotFoundException or DirectoryNotFoundException) && BucketFolder.IsMisread(key);
        var reason = isMisread ? BucketFolder.MisreadReason : cause is UnauthorizedAccessException ? "Access Denied" : cause.Message;
        return new QueryException(
            ErrorCode.HiveFilesystemError, span: null, $"Failed to list s3://{prefix.Bucket}/{key}: {reason}", isMisread ? BucketFolder.MisreadHint : null, cause);
    }

    private sealed record Entry(string Name, string SortName, bool IsFolder, bool IsLink, long Size, DateTimeOffset LastModified, string? LinkTarget);

    private sealed record OpenFolder(string Key, string Path, IEnumerator<Entry> Entries);
}
