using System.Globalization;
using System.Text.RegularExpressions;
using Spoor.Core.Errors;
using Spoor.Storage.Files;

namespace Spoor.Engine.Executors.DuckDb.Running;

/// <summary>The folder into which one database spills: private, named by its process, removed at the end. What killed processes left is removed by the next.</summary>
/// <remarks>
/// Beside the folder lies a file of the same name that its process keeps locked. The system gives the lock back however the process ends, so that it, and not the
/// number, which another process may have by now, tells who is alive. The lock is there before the folder, and goes after it.
/// </remarks>
internal sealed partial class SpillFolder : IDisposable
{
    private const string LockEnding = ".lock";
    private const int MostNames = 10;

    private readonly FileStream? _lock;

    private SpillFolder(string path, FileStream? ownLock)
    {
        Path = path;
        _lock = ownLock;
    }

    /// <summary>The folder; it is there.</summary>
    public string Path { get; }

    /// <summary>Makes a folder.</summary>
    /// <param name="parent">Folder of all spill folders; null for the system's temporary folder, where nothing is looked after.</param>
    /// <exception cref="QueryException">InvalidArguments: it cannot be made there.</exception>
    public static SpillFolder Create(string? parent)
    {
        if (parent is null)
        {
            return new SpillFolder(Directory.CreateTempSubdirectory($"spoor-{Environment.ProcessId}-").FullName, ownLock: null);
        }

        FileStream? ownLock = null;
        try
        {
            PrivateFiles.CreateFolder(parent);
            (var path, ownLock) = Lock(parent);
            RemoveAbandoned(parent, ownLock.Name);
            PrivateFiles.CreateFolder(path);
            return new SpillFolder(path, ownLock);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            ownLock?.Dispose();
            throw new QueryException(
                ErrorCode.InvalidArguments, null, $"Nothing can be written to the spill folder {parent}: {exception.Message}", "Name another folder as spillFolder in spoor.json.", exception);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        TryDeleteFolder(Path);
        if (_lock is not null)
        {
            TryDeleteFile(_lock.Name);
            _lock.Dispose();
        }
    }

    private static (string Path, FileStream Lock) Lock(string parent)
    {
        for (var i = 1; ; i++)
        {
            var path = System.IO.Path.Combine(parent, string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessId}-{Guid.NewGuid():N}"));
            try
            {
                return (path, PrivateFiles.Open(path + LockEnding, FileMode.CreateNew, FileShare.None));
            }
            catch (IOException) when (i < MostNames && File.Exists(path + LockEnding))
            {
                // Between making and locking it, another process took it for abandoned.
            }
        }
    }

    private static void RemoveAbandoned(string parent, string ownLock)
    {
        // Where locks do not work, or strangers may put something here, nothing tells what is abandoned.
        if (TryLock(ownLock) is { } second)
        {
            second.Dispose();
            return;
        }

        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(parent) & (UnixFileMode.GroupWrite | UnixFileMode.OtherWrite)) != 0)
        {
            return;
        }

        foreach (var path in Directory.EnumerateFiles(parent, "*" + LockEnding).Where(path => IsOurs(System.IO.Path.GetFileNameWithoutExtension(path))))
        {
            if (TryLock(path) is not { } abandoned)
            {
                continue;
            }

            using (abandoned)
            {
                TryDeleteFolder(path[..^LockEnding.Length]);
                if (!Directory.Exists(path[..^LockEnding.Length]))
                {
                    TryDeleteFile(path);
                }
            }
        }

        foreach (var path in Directory.EnumerateDirectories(parent).Where(path => IsOurs(System.IO.Path.GetFileName(path)) && !File.Exists(path + LockEnding)))
        {
            TryDeleteFolder(path);
        }
    }

    private static bool IsOurs(string name) => Name().IsMatch(name);

    private static FileStream? TryLock(string path)
    {
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static void TryDeleteFolder(string path)
    {
        try
        {
            if (Directory.Exists(path))
            {
                Directory.Delete(path, recursive: true);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The next process tries again.
        }
    }

    private static void TryDeleteFile(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The next process tries again; on Windows, what is open cannot go.
        }
    }

    [GeneratedRegex("^[0-9]+-[0-9a-f]{32}$")]
    private static partial Regex Name();
}
