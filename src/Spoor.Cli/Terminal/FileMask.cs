using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace Spoor.Cli.Terminal;

/// <summary>What the process takes from the permissions of the files it makes. Spoor's own files are made private anyway; DuckDB's, into which it spills, only so.</summary>
[UnsupportedOSPlatform("windows")]
internal static partial class FileMask
{
    private const uint GroupAndOthers = 0b111_111;

    /// <summary>Lets nobody but the owner use files that are made from now on.</summary>
    public static void KeepPrivate() => _ = SetMask(GroupAndOthers);

    // mode_t is 32 bits wide on Linux and 16 on macOS, where it travels in a register as well.
    [LibraryImport("libc", EntryPoint = "umask")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial uint SetMask(uint mask);
}
