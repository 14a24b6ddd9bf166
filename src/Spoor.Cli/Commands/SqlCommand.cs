using System.CommandLine;
using System.CommandLine.Parsing;
using Spoor.Cli.Options;
using Spoor.Cli.Output;
using Spoor.Cli.Terminal;
using Spoor.Sql.Syntax;

namespace Spoor.Cli.Commands;

/// <summary><c>spoor sql</c>: runs statements from the command line, files or standard input.</summary>
internal static class SqlCommand
{
    /// <summary>What the command is called.</summary>
    public const string Name = "sql";

    /// <summary>The option that takes statements.</summary>
    public const string TextOption = "--execute";

    /// <summary>The command.</summary>
    public static Command Create(CliConsole console)
    {
        var texts = new Option<string[]>(TextOption, "-e") { Description = "Statements to run; may be repeated.", HelpName = "TEXT", DefaultValueFactory = _ => [] };
        var files = new Option<string[]>("--file", "-f") { Description = "A file of statements to run; '-' is standard input; may be repeated.", HelpName = "FILE", DefaultValueFactory = _ => [] };
        var statementSettings = new StatementSettings(console);
        var engineSettings = new EngineSettings();
        var command = new Command(Name, "Run Athena SQL. Of -e and -f, the first comes first; without them, statements come from standard input.") { texts, files };
        statementSettings.AddTo(command);
        engineSettings.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var scripts = await ReadScriptsAsync(parsed, [.. files.Aliases, files.Name], [.. texts.Aliases, texts.Name], console, cancellationToken);
            var options = statementSettings.Read(parsed);
            await using var engine = engineSettings.Open(parsed, options.Session.Database);
            var runner = new StatementRunner(engine, options, console);
            var statements = scripts.SelectMany(script => StatementSplitter.Split(script.Text).Select(statement => (Script: script, Statement: statement))).ToList();
            for (var i = 0; i < statements.Count; i++)
            {
                runner.LooksAtNewTables = i == statements.Count - 1;
                var exitCode = await runner.RunAsync(statements[i].Script, statements[i].Statement, cancellationToken);
                if (exitCode != ExitCode.Success)
                {
                    return exitCode;
                }
            }

            return ExitCode.Success;
        });
        return command;
    }

    // In the order of the command line, which the values of the two options do not keep between them.
    private static async Task<List<Script>> ReadScriptsAsync(ParseResult parsed, string[] fileOptions, string[] textOptions, CliConsole console, CancellationToken cancellationToken)
    {
        var scripts = new List<Script>();
        var option = "";
        foreach (var token in parsed.Tokens)
        {
            if (token.Type == TokenType.Option)
            {
                option = token.Value;
            }
            else if (token.Type == TokenType.Argument && textOptions.Contains(option))
            {
                scripts.Add(new Script(null, token.Value));
                option = "";
            }
            else if (token.Type == TokenType.Argument && fileOptions.Contains(option))
            {
                scripts.Add(token.Value == "-" ? await ReadInputAsync(console, cancellationToken) : await ReadFileAsync(token.Value, cancellationToken));
                option = ""; // What follows is LOGS.
            }
        }

        if (scripts.Count == 0)
        {
            if (console.IsInputTerminal)
            {
                throw new UsageException("No statement given. Use -e 'SELECT ...', -f FILE, or 'spoor shell' to type them.");
            }

            scripts.Add(await ReadInputAsync(console, cancellationToken));
        }

        return scripts;
    }

    private static async Task<Script> ReadInputAsync(CliConsole console, CancellationToken cancellationToken) =>
        new(null, await console.In.ReadToEndAsync(cancellationToken));

    private static async Task<Script> ReadFileAsync(string file, CancellationToken cancellationToken)
    {
        try
        {
            return new Script(file, await File.ReadAllTextAsync(file, cancellationToken));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            var problem = Directory.Exists(file) ? "is a folder" : File.Exists(file) ? $"cannot be read: {exception.Message.TrimEnd('.')}" : "does not exist";
            throw new UsageException($"The file '{file}' {problem}.");
        }
    }
}
