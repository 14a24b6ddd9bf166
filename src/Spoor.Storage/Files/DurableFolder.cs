using System.Runtime.InteropServices;

namespace Spoor.Storage.Files;

/// <summary>Makes names last: a file's content is on the disk after its own flush, its name only after one of the folder (fsync(2)). Windows keeps names itself.</summary>
internal static class DurableFolder
{
    /// <summary>Flushes a folder. Where the file system cannot, the name is as safe as it makes names.</summary>
    public static void Flush(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        // Read-only is 0 everywhere; the framework opens no folders.
        var descriptor = open([.. System.Text.Encoding.UTF8.GetBytes(folder), 0], 0);
        if (descriptor >= 0)
        {
            _ = fsync(descriptor);
            _ = close(descriptor);
        }
    }

#pragma warning disable SYSLIB1054, IDE1006 // The generated form needs pointers; the names are the system's.
    [DllImport("libc", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int open(byte[] path, int flags);

    [DllImport("libc", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int fsync(int descriptor);

    [DllImport("libc", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int close(int descriptor);
#pragma warning restore SYSLIB1054, IDE1006
}
