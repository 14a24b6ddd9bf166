using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace Spoor.Cli.Terminal;

/// <summary>The process's standard output or error on Unix, which notices that its reader has gone: the runtime's own stream writes on into nothing, so that <c>| head -1</c> would never end.</summary>
[UnsupportedOSPlatform("windows")]
internal sealed partial class ProcessStream(int descriptor) : OutputStream
{
    private const int Interrupted = 4; // EINTR
    private const int Again = 11; // EAGAIN on Linux
    private const int AgainOnMac = 35; // EAGAIN on macOS
    private const int BrokenPipe = 32; // EPIPE

    /// <inheritdoc/>
    /// <exception cref="ClosedOutputException">Nobody reads any more.</exception>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        while (!buffer.IsEmpty)
        {
            var written = (int)WriteNative(descriptor, buffer, buffer.Length);
            if (written >= 0)
            {
                buffer = buffer[written..];
                continue;
            }

            WaitOrThrow(Marshal.GetLastPInvokeError());
        }
    }

    [SuppressMessage("ApiDesign", "RS0030", Justification = "The call is synchronous, and the system says only that it must be tried again.")]
    private static void WaitOrThrow(int error)
    {
        switch (error)
        {
            case Interrupted:
                return;
            case Again or AgainOnMac:
                // Whoever shares the terminal made it non-blocking, and it is full.
                Thread.Sleep(1);
                return;
            case BrokenPipe:
                throw new ClosedOutputException();
            default:
                throw new IOException($"The output cannot be written: {Marshal.GetPInvokeErrorMessage(error)}.");
        }
    }

    [LibraryImport("libc", EntryPoint = "write", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial nint WriteNative(int descriptor, ReadOnlySpan<byte> buffer, nint count);
}
