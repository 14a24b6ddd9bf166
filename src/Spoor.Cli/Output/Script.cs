namespace Spoor.Cli.Output;

/// <summary>Statements as they were given together.</summary>
/// <param name="Name">The file that they come from; null for the command line, standard input and the shell.</param>
/// <param name="Text">The statements.</param>
internal sealed record Script(string? Name, string Text);
