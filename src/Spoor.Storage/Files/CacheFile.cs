using System.Security.Cryptography;

namespace Spoor.Storage.Files;

/// <summary>One object in the cache: SHA-256 of the content, then the content. While it is written, it has another name.</summary>
internal sealed class CacheFile : IDisposable
{
    /// <summary>How unfinished files end.</summary>
    public const string UnfinishedEnding = ".part";

    private readonly string _path;
    private readonly string _unfinishedPath;
    private readonly FileStream _file;
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private bool _isFinished;

    private CacheFile(string path)
    {
        _path = path;
        _unfinishedPath = $"{path}.{Guid.NewGuid():N}{UnfinishedEnding}";
        // Buffered nowhere. As long as it is open, nobody takes it for abandoned.
        _file = PrivateFiles.Open(_unfinishedPath, FileMode.CreateNew, FileShare.Delete);
        _file.Position = SHA256.HashSizeInBytes;
    }

    /// <summary>Begins a file; null when that is not possible.</summary>
    public static CacheFile? TryCreate(string path)
    {
        try
        {
            PrivateFiles.CreateFolder(Path.GetDirectoryName(path)!); // Not null: a path in the cache.
            return new CacheFile(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Whether the process that wrote an unfinished file is gone: a file that is written is locked, however its process ends.</summary>
    public static bool IsAbandoned(string path)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>Opens the content of a file, and marks it as used. A file whose content is not what was written is removed.</summary>
    /// <param name="path">The finished file.</param>
    /// <param name="size">Length of the content.</param>
    /// <returns>Null when it is missing or damaged.</returns>
    public static FileStream? TryOpen(string path, long size)
    {
        FileStream? file = null;
        try
        {
            if (!File.Exists(path))
            {
                return null;
            }

            file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 0);
            if (IsWhole(file, size))
            {
                // Access times are off or coarse on many systems.
                File.SetLastWriteTimeUtc(path, TimeProvider.System.GetUtcNow().UtcDateTime);
                file.Position = SHA256.HashSizeInBytes;
                return file;
            }

            TryDelete(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // As if it were not there.
        }

        file?.Dispose();
        return null;
    }

    /// <summary>Removes a file.</summary>
    /// <returns>False when it is not there or must stay.</returns>
    public static bool TryDelete(string path)
    {
        try
        {
            var exists = File.Exists(path);
            File.Delete(path);
            return exists;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>Appends content.</summary>
    /// <exception cref="IOException">The disk is full, or the folder is gone.</exception>
    public void Append(ReadOnlySpan<byte> content)
    {
        _file.Write(content);
        _hash.AppendData(content);
    }

    /// <summary>Makes the file visible.</summary>
    /// <exception cref="IOException">The disk is full, or the folder is gone.</exception>
    public void Finish()
    {
        _file.Position = 0;
        _file.Write(_hash.GetHashAndReset());
        _file.Dispose();
        File.Move(_unfinishedPath, _path, overwrite: true);
        _isFinished = true;
    }

    /// <summary>Removes the file when it was not finished.</summary>
    public void Dispose()
    {
        _file.Dispose();
        _hash.Dispose();
        if (!_isFinished)
        {
            TryDelete(_unfinishedPath);
        }
    }

    private static bool IsWhole(FileStream file, long size)
    {
        if (file.Length != SHA256.HashSizeInBytes + size)
        {
            return false;
        }

        Span<byte> promised = stackalloc byte[SHA256.HashSizeInBytes];
        file.ReadExactly(promised);
        return SHA256.HashData(file).AsSpan().SequenceEqual(promised);
    }
}
