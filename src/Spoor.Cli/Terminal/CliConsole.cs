namespace Spoor.Cli.Terminal;

/// <summary>Where a command reads from and writes to, so that a test can run it without a process.</summary>
/// <param name="In">Statements on standard input.</param>
/// <param name="Out">Rows and reports, UTF-8 bytes.</param>
/// <param name="Error">Errors, statistics, progress.</param>
/// <param name="IsInputTerminal">A person types the input.</param>
/// <param name="IsOutputTerminal">A person reads the output.</param>
/// <param name="IsErrorTerminal">A progress line can be drawn.</param>
internal sealed record CliConsole(TextReader In, Stream Out, TextWriter Error, bool IsInputTerminal, bool IsOutputTerminal, bool IsErrorTerminal)
{
    /// <summary>The process's own.</summary>
    public static CliConsole OfProcess() => new(
        Console.In,
        OperatingSystem.IsWindows() ? Console.OpenStandardOutput() : new ProcessStream(1),
        OpenError(),
        !Console.IsInputRedirected,
        !Console.IsOutputRedirected,
        !Console.IsErrorRedirected);

    /// <summary>Lets a report be written as text into <see cref="Out"/>.</summary>
    public async Task WriteTextAsync(Func<TextWriter, Task> write)
    {
        await using var writer = new StreamWriter(Out, leaveOpen: true);
        await write(writer);
    }

    private static TextWriter OpenError()
    {
        var stream = OperatingSystem.IsWindows() ? Console.OpenStandardError() : new ProcessStream(2);
        return TextWriter.Synchronized(new StreamWriter(new LenientStream(stream)) { AutoFlush = true });
    }
}
