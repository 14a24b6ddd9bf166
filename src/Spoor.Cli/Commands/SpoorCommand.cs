using System.CommandLine;
using Spoor.Cli.Options;
using Spoor.Cli.Output;
using Spoor.Cli.Terminal;
using Spoor.Core.Errors;

namespace Spoor.Cli.Commands;

/// <summary>The <c>spoor</c> command: reads the command line, runs one subcommand, turns every error into a sentence and an exit code.</summary>
internal static class SpoorCommand
{
    /// <summary>Runs a command line to its end.</summary>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(string[] arguments, CliConsole console)
    {
        var root = new RootCommand("Spoor: who did what in this AWS account, and through which identity. Athena's SQL and the Cognito audit, on CloudTrail logs where they lie.");
        AddCommands(root, arguments.FirstOrDefault(), console);
        var parsed = root.Parse(arguments);
        if (parsed.Errors.Count > 0)
        {
            UsageReport.Write(console.Error, parsed);
            return ExitCode.BadUsage;
        }

        // The shell reacts to Ctrl-C itself, and goes on.
        using var interruption = parsed.CommandResult.Command.Name == ShellCommand.Name ? null : new Interruption();
        var configuration = new InvocationConfiguration { EnableDefaultExceptionHandler = false, Error = console.Error, ProcessTerminationTimeout = null };
        try
        {
            var invocation = parsed.InvokeAsync(configuration, interruption?.Token ?? CancellationToken.None);
            if (interruption is null || await Task.WhenAny(invocation, interruption.Overdue) == invocation)
            {
                return await invocation;
            }

            await console.Error.WriteLineAsync("Cancelled."); // It does not stop: the process ends with it.
            return interruption.ExitCode ?? ExitCode.Interrupted;
        }
        catch (UsageException exception)
        {
            await console.Error.WriteLineAsync($"spoor: {exception.Message}");
            return ExitCode.BadUsage;
        }
        catch (QueryException exception)
        {
            ErrorReport.Write(console.Error, exception);
            return ExitCode.Failed;
        }
        catch (OperationCanceledException)
        {
            await console.Error.WriteLineAsync("Cancelled.");
            return interruption?.ExitCode ?? ExitCode.Interrupted;
        }
        catch (ClosedOutputException)
        {
            return ExitCode.Success;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            await console.Error.WriteLineAsync($"spoor: {exception.Message}");
            return ExitCode.Failed;
        }
        catch (Exception exception) when (Environment.GetEnvironmentVariable("SPOOR_DEBUG") is null)
        {
            // Our fault. A person in a hurry gets a sentence, a developer sets SPOOR_DEBUG and gets the trace.
            await console.Error.WriteLineAsync($"spoor: internal error: {exception.Message} Set SPOOR_DEBUG=1 to see where, and report it with the statement.");
            return ExitCode.Failed;
        }
    }

    // Only the one that is named: the options of all of them take as long to make as a short statement runs. All are there for help and for a name that none has.
    private static void AddCommands(RootCommand root, string? name, CliConsole console)
    {
        Add(SqlCommand.Name, SqlCommand.Create);
        Add(ShellCommand.Name, ShellCommand.Create);
        Add(AskCommand.Name, AskCommand.Create);
        Add(AuditCommand.Name, AuditCommand.Create);
        Add(CoverageCommand.Name, CoverageCommand.Create);
        Add(TraceCommand.Name, TraceCommand.Create);
        Add(EventCommand.Name, EventCommand.Create);
        Add(PolicyCommand.Name, PolicyCommand.Create);
        Add(WatchCommand.Name, WatchCommand.Create);
        Add(InitCommand.Name, InitCommand.Create);
        Add(CacheCommand.Name, CacheCommand.Create);
        Add(SampleCommand.Name, SampleCommand.Create);
        if (name is not null && root.Subcommands.Count == 0)
        {
            AddCommands(root, null, console);
        }

        void Add(string command, Func<CliConsole, Command> create)
        {
            if (name is null || name == command)
            {
                root.Add(create(console));
            }
        }
    }
}
