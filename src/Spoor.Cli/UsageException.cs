namespace Spoor.Cli;

/// <summary>The command line asks for something that does not make sense; ends with <see cref="ExitCode.BadUsage"/>.</summary>
internal sealed class UsageException(string message) : Exception(message);
