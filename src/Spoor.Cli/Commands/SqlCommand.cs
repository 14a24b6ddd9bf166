using System.CommandLine;
using Spoor.Cli.Output;
using Spoor.CloudTrail.Scan;
using Spoor.Engine;
using Spoor.Sql.Syntax;

namespace Spoor.Cli.Commands;

/// <summary><c>spoor sql</c>: runs statements from the command line, files or standard input.</summary>
internal static class SqlCommand
{
    /// <summary>The command.</summary>
    public static Command Create(CliConsole console)
    {
        var statements = new Option<string[]>("--execute", "-e") { Description = "Statements to run; may be repeated.", HelpName = "TEXT", DefaultValueFactory = _ => [] };
        var files = new Option<string[]>("--file", "-f") { Description = "A file of statements to run; '-' is standard input; may be repeated.", HelpName = "FILE", DefaultValueFactory = _ => [] };
        var statementSettings = new StatementSettings(console);
        var engineSettings = new EngineSettings();
        var command = new Command("sql", "Run Athena SQL. Without -e and -f, statements come from standard input.") { statements, files };
        statementSettings.AddTo(command);
        engineSettings.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var scripts = await ReadScriptsAsync(parsed.GetValue(statements) ?? [], parsed.GetValue(files) ?? [], console, cancellationToken);
            await using var engine = engineSettings.Open(parsed);
            var runner = new StatementRunner(engine, statementSettings.Read(parsed), console);
            foreach (var statement in scripts.SelectMany(script => StatementSplitter.Split(script)))
            {
                var exitCode = await runner.RunAsync(statement.Text, cancellationToken);
                if (exitCode != ExitCode.Success)
                {
                    return exitCode;
                }
            }

            return ExitCode.Success;
        });
        return command;
    }

    private static async Task<List<string>> ReadScriptsAsync(string[] statements, string[] files, CliConsole console, CancellationToken cancellationToken)
    {
        var scripts = new List<string>(statements);
        foreach (var file in files)
        {
            if (file != "-" && !File.Exists(file))
            {
                throw new UsageException($"The file '{file}' does not exist.");
            }

            scripts.Add(file == "-" ? await console.In.ReadToEndAsync(cancellationToken) : await File.ReadAllTextAsync(file, cancellationToken));
        }

        if (statements.Length == 0 && files.Length == 0)
        {
            if (console.IsInputTerminal)
            {
                throw new UsageException("No statement given. Use -e 'SELECT ...', -f FILE, or 'spoor shell' to type them.");
            }

            scripts.Add(await console.In.ReadToEndAsync(cancellationToken));
        }

        return scripts;
    }
}
