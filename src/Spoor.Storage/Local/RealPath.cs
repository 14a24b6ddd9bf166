using Spoor.Core.Errors;

namespace Spoor.Storage.Local;

/// <summary>Paths without symbolic links.</summary>
internal static class RealPath
{
    // The limit of Linux (path_resolution(7)); more means a loop.
    private const int MaximumLinks = 40;

    /// <summary>The absolute path with every symbolic link on it resolved; parts that do not exist stay as they are.</summary>
    /// <exception cref="QueryException">Links that lead in a circle.</exception>
    public static string Of(string path)
    {
        var pending = new Stack<string>();
        var resolved = Push(pending, Path.GetFullPath(path));
        var links = 0;
        while (pending.TryPop(out var part))
        {
            var next = Path.Combine(resolved, part);
            if (new FileInfo(next).LinkTarget is not { } target)
            {
                resolved = next;
                continue;
            }

            if (++links > MaximumLinks)
            {
                throw new QueryException(ErrorCode.HiveFilesystemError, span: null, $"Too many levels of symbolic links: {path}");
            }

            resolved = Push(pending, Path.GetFullPath(target, resolved));
        }

        return resolved;
    }

    /// <summary>Whether <paramref name="path"/> is <paramref name="folder"/> or lies below it; both without links.</summary>
    public static bool IsSameOrBelow(string path, string folder)
    {
        var comparison = OperatingSystem.IsWindows() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        return path.StartsWith(folder, comparison)
            && (path.Length == folder.Length || Path.EndsInDirectorySeparator(folder) || path[folder.Length] == Path.DirectorySeparatorChar);
    }

    private static string Push(Stack<string> pending, string absolutePath)
    {
        // GetFullPath never gives a path without a root.
        var root = Path.GetPathRoot(absolutePath)!;
        foreach (var part in absolutePath[root.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries).Reverse())
        {
            pending.Push(part);
        }

        return root;
    }
}
