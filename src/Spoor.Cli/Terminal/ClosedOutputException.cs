namespace Spoor.Cli.Terminal;

/// <summary>The reader of our output (head, less) has gone: it has seen enough, which is no error.</summary>
internal sealed class ClosedOutputException() : IOException("Nobody reads the output.");
