using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace Spoor.Testing;

/// <summary>
/// Memory between two pages that nobody may read or write: what reaches beyond its data, in front or behind, ends the process. On Linux; elsewhere plain memory.
/// </summary>
public sealed unsafe partial class GuardedMemory : IDisposable
{
    private const int None = 0;
    private const int ReadAndWrite = 3;
    private const int PrivateAndAnonymous = 0x22;

    private readonly nint _mapping;
    private readonly int _capacity;
    private readonly byte[]? _plain;

    /// <summary>Maps memory.</summary>
    /// <param name="capacity">The most bytes that it shall hold.</param>
    /// <exception cref="InvalidOperationException">The system gives none.</exception>
    public GuardedMemory(int capacity)
    {
        var page = Environment.SystemPageSize;
        _capacity = (capacity + page - 1) / page * page;
        if (!OperatingSystem.IsLinux())
        {
            _plain = new byte[_capacity];
            return;
        }

        _mapping = Map(0, (nuint)(_capacity + (2 * page)), None, PrivateAndAnonymous, -1, 0);
        if (_mapping == -1 || Protect(_mapping + page, (nuint)_capacity, ReadAndWrite) != 0)
        {
            throw new InvalidOperationException($"mmap or mprotect failed with {Marshal.GetLastPInvokeError()}.");
        }
    }

    private Span<byte> All => _plain ?? new Span<byte>((void*)(_mapping + Environment.SystemPageSize), _capacity);

    /// <summary>A copy of the bytes that ends where the unreadable page begins; it holds until the next copy.</summary>
    public Span<byte> AtEnd(ReadOnlySpan<byte> bytes)
    {
        var end = All[^bytes.Length..];
        bytes.CopyTo(end);
        return end;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_plain is null && OperatingSystem.IsLinux())
        {
            _ = Unmap(_mapping, (nuint)(_capacity + (2 * Environment.SystemPageSize)));
        }
    }

    [LibraryImport("libc", EntryPoint = "mmap", SetLastError = true)]
    [SupportedOSPlatform("linux")]
    private static partial nint Map(nint address, nuint length, int protection, int flags, int file, long offset);

    [LibraryImport("libc", EntryPoint = "mprotect", SetLastError = true)]
    [SupportedOSPlatform("linux")]
    private static partial int Protect(nint address, nuint length, int protection);

    [LibraryImport("libc", EntryPoint = "munmap", SetLastError = true)]
    [SupportedOSPlatform("linux")]
    private static partial int Unmap(nint address, nuint length);
}
