using System.CommandLine;
using Spoor.Cli.Options;
using Spoor.Cli.Output;
using Spoor.Cli.Shell;
using Spoor.Cli.Terminal;

namespace Spoor.Cli.Commands;

/// <summary><c>spoor shell</c>: statements typed by a person, with history and editing.</summary>
internal static class ShellCommand
{
    /// <summary>The word on the command line.</summary>
    public const string Name = "shell";

    private const string HistoryFile = "history";

    /// <summary>The command.</summary>
    public static Command Create(CliConsole console)
    {
        var statementSettings = new StatementSettings(console);
        var engineSettings = new EngineSettings();
        var command = new Command(Name, "Type Athena SQL: several lines up to ';', history with the arrow keys.");
        statementSettings.AddTo(command);
        engineSettings.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var options = statementSettings.Read(parsed);
            await using var engine = engineSettings.Open(parsed, options.Session.Database);
            var runner = new StatementRunner(engine, options, console) { LooksAtNewTables = console.IsInputTerminal };
            var history = new History(engineSettings.Home(parsed) is { } home ? Path.Combine(home, HistoryFile) : null);
            var editor = new LineEditor(history);
            // Input that nobody types (a pipe) is read plainly and without prompts.
            Func<string, string?> readLine = console.IsInputTerminal ? editor.ReadLine : _ => console.In.ReadLine();
            var loop = new ShellLoop(console.IsInputTerminal, readLine, history, console.Error, runner.RunAsync);
            ConsoleCancelEventHandler cancelStatement = (_, cancel) => cancel.Cancel = loop.CancelStatement();
            Console.CancelKeyPress += cancelStatement;
            try
            {
                if (console.IsInputTerminal)
                {
                    await console.Error.WriteLineAsync("Spoor. Statements end with ';'. 'help' for help, 'exit' to leave.");
                }

                await loop.RunAsync(CancellationToken.None);
                return ExitCode.Success;
            }
            finally
            {
                Console.CancelKeyPress -= cancelStatement;
            }
        });
        return command;
    }
}
