using System.Runtime.InteropServices;

namespace Spoor.CloudTrail.Scan.Input;

/// <summary>The functions of libdeflate, a faster decompressor of whole gzip members, where the system has the library. Nothing requires it.</summary>
/// <remarks><c>SPOOR_LIBDEFLATE=0</c> switches it off.</remarks>
/// <seealso href="https://github.com/ebiggers/libdeflate/blob/master/libdeflate.h"/>
internal sealed unsafe class Libdeflate
{
    private static readonly Lazy<Libdeflate?> s_library = new(Load);

    private readonly delegate* unmanaged<nint> _allocate;
    private readonly delegate* unmanaged<nint, void> _free;
    private readonly delegate* unmanaged<nint, byte*, nuint, byte*, nuint, nuint*, nuint*, int> _decompress;

    private Libdeflate(nint allocate, nint free, nint decompress)
    {
        _allocate = (delegate* unmanaged<nint>)allocate;
        _free = (delegate* unmanaged<nint, void>)free;
        _decompress = (delegate* unmanaged<nint, byte*, nuint, byte*, nuint, nuint*, nuint*, int>)decompress;
    }

    /// <summary>The library; null when it is not installed or switched off. It is looked for at the first use.</summary>
    public static Libdeflate? Library => s_library.Value;

    /// <summary>Allocates a decompressor, which one thread at a time may use; 0 without memory.</summary>
    public nint Allocate() => _allocate();

    /// <summary>Frees a decompressor.</summary>
    public void Free(nint decompressor) => _free(decompressor);

    /// <summary>Decompresses the first gzip member of the data and checks its checksum and length.</summary>
    /// <returns>The library's code: 0 for success, 3 when the destination is too small; others mean bad data.</returns>
    public int Decompress(nint decompressor, ReadOnlySpan<byte> data, Span<byte> destination, out int read, out int written)
    {
        nuint readBytes = 0;
        nuint writtenBytes = 0;
        fixed (byte* from = data)
        fixed (byte* to = destination)
        {
            var result = _decompress(decompressor, from, (nuint)data.Length, to, (nuint)destination.Length, &readBytes, &writtenBytes);
            (read, written) = ((int)readBytes, (int)writtenBytes);
            return result;
        }
    }

    private static Libdeflate? Load()
    {
        if (Environment.GetEnvironmentVariable("SPOOR_LIBDEFLATE") == "0")
        {
            return null;
        }

        foreach (var name in FileNames())
        {
            if (NativeLibrary.TryLoad(name, typeof(Libdeflate).Assembly, DllImportSearchPath.SafeDirectories, out var library)
                && NativeLibrary.TryGetExport(library, "libdeflate_alloc_decompressor", out var allocate)
                && NativeLibrary.TryGetExport(library, "libdeflate_free_decompressor", out var free)
                && NativeLibrary.TryGetExport(library, "libdeflate_gzip_decompress_ex", out var decompress))
            {
                return new Libdeflate(allocate, free, decompress);
            }
        }

        return null;
    }

    private static string[] FileNames() => OperatingSystem.IsWindows()
        ? ["deflate.dll", "libdeflate.dll"]
        : OperatingSystem.IsMacOS() ? ["libdeflate.dylib", "libdeflate.0.dylib"] : ["libdeflate.so.0"];
}
