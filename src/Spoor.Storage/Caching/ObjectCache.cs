using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Spoor.Storage.Files;
using Spoor.Storage.Objects;

namespace Spoor.Storage.Caching;

/// <summary>Objects of remote stores kept in a local folder, the least recently used of which go when a limit is reached. Several processes may share it.</summary>
/// <remarks>
/// A file holds one version of one object behind its SHA-256; a file that does not hold what it promises is removed and never used. Files appear by
/// renaming, so that nobody sees half of one. What another process removes meanwhile is simply not there. Trouble with the folder never fails a query.
/// </remarks>
public sealed class ObjectCache
{
    /// <summary>The limit where none was set.</summary>
    public const long DefaultLimitInBytes = 10_000_000_000;

    private const string Ending = ".object";
    private const string LimitFile = "limit";

    private readonly string _folder;
    private readonly Lock _trimming = new();
    private long _limitInBytes;
    private long _untrimmedBytes = long.MaxValue / 2;

    /// <summary>The cache in a folder, which need not exist, with the limit that <see cref="SetLimit"/> left there.</summary>
    public ObjectCache(string folder)
    {
        _folder = Path.GetFullPath(folder);
        _limitInBytes = ReadLimit();
    }

    /// <summary>The folder, absolute.</summary>
    public string Folder => _folder;

    /// <summary>Files hold no more than this in all, but for what is being written.</summary>
    public long LimitInBytes => _limitInBytes;

    /// <summary>How much there is.</summary>
    public (long Objects, long Bytes) Measure()
    {
        var files = Files(Ending);
        return (files.Count, files.Sum(file => file.Length));
    }

    /// <summary>What reads that were killed left, which goes when the next object is kept, and what is being written.</summary>
    public (long Files, long Bytes) MeasureUnfinished()
    {
        var files = Files(CacheFile.UnfinishedEnding);
        return (files.Count, files.Sum(file => file.Length));
    }

    /// <summary>Removes all objects, and returns how many.</summary>
    public long Clear() => Files(Ending).Concat(Files(CacheFile.UnfinishedEnding)).LongCount(TryDelete);

    /// <summary>Sets the limit for this and later processes, and removes what exceeds it.</summary>
    /// <exception cref="IOException">The folder cannot be written to.</exception>
    public void SetLimit(long limitInBytes)
    {
        PrivateFiles.CreateFolder(_folder);
        using (var file = PrivateFiles.Open(Path.Combine(_folder, LimitFile), FileMode.Create, FileShare.Delete))
        {
            file.Write(Encoding.ASCII.GetBytes(limitInBytes.ToString(CultureInfo.InvariantCulture)));
        }

        _limitInBytes = limitInBytes;
        Trim();
    }

    /// <summary>The object's bytes; null when they are not here, or not whole.</summary>
    internal Stream? TryOpen(string store, ObjectEntry entry) => PathOf(store, entry) is { } path ? CacheFile.TryOpen(path, entry.Size) : null;

    /// <summary>A stream of the same bytes as <paramref name="source"/> that keeps them when they were read to their end.</summary>
    internal Stream Keep(string store, ObjectEntry entry, Stream source)
    {
        // One object must not drive out all others.
        return PathOf(store, entry) is { } path && entry.Size <= _limitInBytes / 4 && CacheFile.TryCreate(path) is { } file
            ? new KeepingStream(source, file, entry.Size, AddBytes)
            : source;
    }

    // Null where versions cannot be told apart.
    private string? PathOf(string store, ObjectEntry entry)
    {
        if (entry.ETag is null)
        {
            return null;
        }

        var identity = string.Create(CultureInfo.InvariantCulture, $"{store}\n{entry.Name.Bucket}\n{entry.Name.Key}\n{entry.ETag}\n{entry.Size}");
        var name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(identity)));
        return Path.Combine(_folder, name[..2], name + Ending);
    }

    // Looking through the folder costs; so it is done for the first file and then for every hundredth part of the limit.
    private void AddBytes(long bytes)
    {
        lock (_trimming)
        {
            _untrimmedBytes += bytes;
            if (_untrimmedBytes > _limitInBytes / 100)
            {
                Trim();
                _untrimmedBytes = 0;
            }
        }
    }

    private void Trim()
    {
        var files = Files(Ending);
        var excess = files.Sum(file => file.Length) - (_limitInBytes - (_limitInBytes / 50));
        foreach (var file in files.OrderBy(file => file.LastWriteTimeUtc).TakeWhile(_ => excess > 0))
        {
            excess -= file.Length;
            TryDelete(file);
        }

        // Left by processes that were killed.
        foreach (var file in Files(CacheFile.UnfinishedEnding).Where(file => CacheFile.IsAbandoned(file.Path)))
        {
            TryDelete(file);
        }
    }

    private List<(string Path, long Length, DateTime LastWriteTimeUtc)> Files(string ending)
    {
        try
        {
            // Lengths and times are read while the folder is, so that files which vanish meanwhile do no harm.
            return [.. new DirectoryInfo(_folder).EnumerateFiles("*" + ending, SearchOption.AllDirectories).SelectMany(Describe)];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private static IEnumerable<(string Path, long Length, DateTime LastWriteTimeUtc)> Describe(FileInfo file)
    {
        try
        {
            return [(file.FullName, file.Length, file.LastWriteTimeUtc)];
        }
        catch (IOException)
        {
            return [];
        }
    }

    private static bool TryDelete((string Path, long Length, DateTime LastWriteTimeUtc) file) => CacheFile.TryDelete(file.Path);

    private long ReadLimit()
    {
        try
        {
            var file = Path.Combine(_folder, LimitFile);
            return File.Exists(file) && long.TryParse(File.ReadAllText(file), NumberStyles.None, CultureInfo.InvariantCulture, out var limit) ? limit : DefaultLimitInBytes;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return DefaultLimitInBytes;
        }
    }
}
