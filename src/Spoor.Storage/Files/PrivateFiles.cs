namespace Spoor.Storage.Files;

/// <summary>Files and folders that only their owner may read, as logs and what is known from them are confidential. They are made so; on Windows, the folder above says who may read.</summary>
/// <remarks>What is already there keeps its permissions: somebody chose them.</remarks>
public static class PrivateFiles
{
    private const UnixFileMode OwnersFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode OwnersFolder = OwnersFile | UnixFileMode.UserExecute;

    /// <summary>Makes a folder and those above it that are missing.</summary>
    /// <exception cref="IOException">It cannot be made.</exception>
    /// <exception cref="UnauthorizedAccessException">Likewise.</exception>
    public static void CreateFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
            return;
        }

        // One by one: the framework makes those above with its usual permissions.
        var missing = new Stack<string>();
        for (var path = Path.GetFullPath(folder); path is not null && !Directory.Exists(path); path = Path.GetDirectoryName(path))
        {
            missing.Push(path);
        }

        foreach (var path in missing)
        {
            Directory.CreateDirectory(path, OwnersFolder);
        }
    }

    /// <summary>Makes an empty file in a folder of its own unless it is there.</summary>
    /// <exception cref="IOException">It cannot be made.</exception>
    /// <exception cref="UnauthorizedAccessException">Likewise.</exception>
    public static void CreateFile(string file)
    {
        CreateFolder(Path.GetDirectoryName(Path.GetFullPath(file)) ?? ".");
        if (!File.Exists(file))
        {
            // Opened and not created anew: another process may make it at the same time.
            using (Open(file, FileMode.OpenOrCreate, FileShare.ReadWrite | FileShare.Delete))
            {
            }
        }
    }

    /// <summary>Opens a file for writing.</summary>
    /// <param name="file">The file; its folder is there.</param>
    /// <param name="mode">Whether it may or must be there.</param>
    /// <param name="share">What others may do meanwhile.</param>
    /// <exception cref="IOException">It cannot be opened.</exception>
    /// <exception cref="UnauthorizedAccessException">Likewise.</exception>
    public static FileStream Open(string file, FileMode mode, FileShare share)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.Write, Share = share, BufferSize = 0 };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnersFile;
        }

        return new FileStream(file, options);
    }
}
