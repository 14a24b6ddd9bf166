using System.Runtime.InteropServices;

namespace Spoor.Storage.Local;

/// <summary>Tells named pipes, devices and sockets from files that are empty: none has a length, and opening or reading it might never end.</summary>
internal static class SpecialFile
{
    // statx(2) and inode(7): the one call of the kind whose answer lies in memory alike on every processor. stx_mode is its 16 bits at 28.
    private const int CurrentFolder = -100;
    private const uint TypeWanted = 1;
    private const int AnswerLength = 256;
    private const int ModeOffset = 28;
    private const int TypeMask = 0xF000;

    /// <summary>What lies at the path, with its article, or null when it is a file, or the system does not tell.</summary>
    public static string? KindOf(string path)
    {
        if (!OperatingSystem.IsLinux())
        {
            return null;
        }

        var answer = new byte[AnswerLength];
        try
        {
            if (statx(CurrentFolder, [.. System.Text.Encoding.UTF8.GetBytes(path), 0], 0, TypeWanted, answer) != 0)
            {
                return null;
            }
        }
        catch (EntryPointNotFoundException)
        {
            return null; // A C library older than the call.
        }

        return (BitConverter.ToUInt16(answer, ModeOffset) & TypeMask) switch
        {
            0x1000 => "a named pipe",
            0x2000 or 0x6000 => "a device",
            0xC000 => "a socket",
            _ => null,
        };
    }

#pragma warning disable SYSLIB1054, IDE1006 // The generated form needs pointers; the name is the system's.
    [DllImport("libc", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int statx(int folder, byte[] path, int flags, uint mask, byte[] answer);
#pragma warning restore SYSLIB1054, IDE1006
}
