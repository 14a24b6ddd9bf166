namespace Spoor.Cli.Terminal;

/// <summary>What the process says to the shell that started it.</summary>
internal static class ExitCode
{
    /// <summary>All went well.</summary>
    public const int Success = 0;

    /// <summary>A statement, or the data that it read, was at fault.</summary>
    public const int Failed = 1;

    /// <summary>The command line was at fault.</summary>
    public const int BadUsage = 2;

    /// <summary>An audit found what <c>--fail-on</c> asks for.</summary>
    public const int Found = 3;

    /// <summary>Stopped by Ctrl-C, as shells report it (128 + SIGINT).</summary>
    public const int Interrupted = 130;

    /// <summary>Stopped by <c>kill</c>, a service manager or a container's end, as shells report it (128 + SIGTERM).</summary>
    public const int Terminated = 143;
}
