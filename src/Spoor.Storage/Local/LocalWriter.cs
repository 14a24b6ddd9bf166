using System.Globalization;
using Spoor.Core.Errors;
using Spoor.Storage.Files;
using Spoor.Storage.Objects;

namespace Spoor.Storage.Local;

/// <summary>Writes objects of a bucket that is a folder: into a file beside the object, flushed, then renamed to it.</summary>
/// <remarks>
/// Looking at what is there and renaming are one step for all who write so, in any process: they hold the lock of the file <c>.spoor-lock</c> in the bucket's folder,
/// which the system drops however a process ends. Programs that know nothing of it can still come between.
/// </remarks>
internal sealed class LocalWriter(BucketFolder bucket)
{
    private const string LockName = UnfinishedFile.Prefix + "lock";
    private static readonly TimeSpan s_lockPause = TimeSpan.FromMilliseconds(5);

    /// <summary>The ETag of a file: when it was written, and its length.</summary>
    public static string ETag(DateTimeOffset lastModified, long size) => string.Create(CultureInfo.InvariantCulture, $"{lastModified.UtcTicks:x}-{size:x}");

    /// <summary>Writes an object; null when the condition is not met.</summary>
    public async Task<WrittenObject?> TryWriteAsync(ObjectName name, Stream content, WriteCondition condition, CancellationToken cancellationToken)
    {
        try
        {
            return await WriteAsync(name, bucket.FindFile(name), content, condition, cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw CannotChange("write", name, exception);
        }
    }

    /// <summary>Removes an object that may not be there.</summary>
    public async Task DeleteAsync(ObjectName name, CancellationToken cancellationToken)
    {
        var path = bucket.FindFile(name);
        try
        {
            await using var held = await LockAsync(cancellationToken);
            if (File.Exists(path))
            {
                File.Delete(path);
                DurableFolder.Flush(FolderOf(path));
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw CannotChange("remove", name, exception);
        }
    }

    private async Task<WrittenObject?> WriteAsync(ObjectName name, string path, Stream content, WriteCondition condition, CancellationToken cancellationToken)
    {
        if (!IsMet(condition, path))
        {
            return null; // Before much is written for nothing.
        }

        var folder = FolderOf(path);
        var isNewFolder = !Directory.Exists(folder);
        PrivateFiles.CreateFolder(folder);
        using var unfinished = UnfinishedFile.Create(folder);
        await content.CopyToAsync(unfinished.Content, cancellationToken);
        unfinished.Content.Flush(flushToDisk: true);

        await using (await LockAsync(cancellationToken))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!IsMet(condition, path))
            {
                return null;
            }

            var (size, written) = (unfinished.Content.Length, Stamp(unfinished.Content, path));
            unfinished.MoveTo(path);
            DurableFolder.Flush(folder);
            for (var above = folder; isNewFolder && above.Length > bucket.Root.Length; above = FolderOf(above))
            {
                DurableFolder.Flush(FolderOf(above));
            }

            return new WrittenObject(name, size, ETag(written, size));
        }
    }

    // Clocks of file systems tick every few milliseconds: a version written in the same tick must still have another ETag. Permissions that somebody chose stay.
    private static DateTime Stamp(FileStream unfinished, string path)
    {
        var written = File.GetLastWriteTimeUtc(unfinished.SafeFileHandle);
        if (new FileInfo(path) is { Exists: true } replaced)
        {
            written = written > replaced.LastWriteTimeUtc ? written : replaced.LastWriteTimeUtc.AddTicks(1);
            File.SetLastWriteTimeUtc(unfinished.SafeFileHandle, written);
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(unfinished.SafeFileHandle, replaced.UnixFileMode);
            }
        }

        return written;
    }

    private static bool IsMet(WriteCondition condition, string path)
    {
        if (Directory.Exists(path))
        {
            throw new IOException("There is a folder of this name");
        }

        var there = new FileInfo(RealPath.Of(path));
        return condition.Kind switch
        {
            WriteConditionKind.IfAbsent => !there.Exists,
            WriteConditionKind.IfUnchanged => there.Exists && ETag(there.LastWriteTimeUtc, there.Length) == condition.ETag,
            _ => true,
        };
    }

    // Not null: a path below the bucket's folder.
    private static string FolderOf(string path) => Path.GetDirectoryName(path)!;

    private async Task<FileStream> LockAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return PrivateFiles.Open(Path.Combine(bucket.Root, LockName), FileMode.OpenOrCreate, FileShare.None);
            }
            catch (IOException exception) when (IsHeld(exception))
            {
                await Task.Delay(s_lockPause, cancellationToken);
            }
        }
    }

    // Windows: ERROR_SHARING_VIOLATION; elsewhere the framework gives errno of flock(2): EWOULDBLOCK, 11 on Linux and 35 on macOS.
    private static bool IsHeld(IOException exception) => OperatingSystem.IsWindows() ? (exception.HResult & 0xFFFF) == 32 : exception.HResult is 11 or 35;

    private static QueryException CannotChange(string what, ObjectName name, Exception cause) => new(
        ErrorCode.HiveFilesystemError,
        span: null,
        $"Failed to {what} {name}: {(cause is UnauthorizedAccessException ? "Access Denied" : cause.Message.TrimEnd('.'))}",
        "Check the permissions of the bucket's folder and the space on its disk.",
        cause);
}
