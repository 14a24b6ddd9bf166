namespace Spoor.Storage.Files;

/// <summary>A file beside the object that it is to become. Its name is no object's: no listing gives it.</summary>
internal sealed class UnfinishedFile : IDisposable
{
    /// <summary>How names of files begin that are Spoor's own in a bucket's folder.</summary>
    public const string Prefix = ".spoor-";

    private const string Ending = ".part";

    // A write that is going on changes its file all the time.
    private static readonly TimeSpan s_leastAge = TimeSpan.FromHours(1);

    private readonly string _path;
    private bool _isFinished;

    private UnfinishedFile(string path)
    {
        _path = path;
        Content = PrivateFiles.Open(path, FileMode.CreateNew, FileShare.Delete);
    }

    /// <summary>What is written so far.</summary>
    public FileStream Content { get; }

    /// <summary>Whether a file or key has a name of Spoor's own.</summary>
    public static bool IsOurs(ReadOnlySpan<char> key) => key[(key.LastIndexOf('/') + 1)..].StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>Begins a file in a folder, and removes there what killed processes left.</summary>
    /// <exception cref="IOException">It cannot be made.</exception>
    /// <exception cref="UnauthorizedAccessException">Likewise.</exception>
    public static UnfinishedFile Create(string folder)
    {
        foreach (var left in Directory.EnumerateFiles(folder, $"{Prefix}*{Ending}").Where(IsAbandoned))
        {
            Spoor.Storage.Files.CacheFile.TryDelete(left);
        }

        return new UnfinishedFile(Path.Combine(folder, $"{Prefix}{Guid.NewGuid():N}{Ending}"));
    }

    /// <summary>Gives the file its own name, in place of one that has it. Its content is on the disk by then.</summary>
    public void MoveTo(string path)
    {
        File.Move(_path, path, overwrite: true);
        _isFinished = true;
    }

    /// <summary>Removes the file when it was not finished.</summary>
    public void Dispose()
    {
        Content.Dispose();
        if (!_isFinished)
        {
            Spoor.Storage.Files.CacheFile.TryDelete(_path);
        }
    }

    private static bool IsAbandoned(string path) =>
        TimeProvider.System.GetUtcNow() - File.GetLastWriteTimeUtc(path) > s_leastAge && Spoor.Storage.Files.CacheFile.IsAbandoned(path);
}
