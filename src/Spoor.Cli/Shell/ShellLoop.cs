using Spoor.Cli.Output;
using Spoor.Cli.Terminal;
using Spoor.Core.Errors;
using Spoor.Sql.Syntax;

namespace Spoor.Cli.Shell;

/// <summary>Reads statements from a person, over as many lines as it takes until <c>;</c>, and runs each.</summary>
internal sealed class ShellLoop(bool isInteractive, Func<string, string?> readLine, History history, TextWriter output, Func<Script, ScriptStatement, CancellationToken, Task<int>> runAsync)
{
    private const string Help = """
        Statements end with ';' and may span lines. Names and strings as in Athena.
          SHOW TABLES;  DESCRIBE table;  SELECT ... ;   EXPLAIN SELECT ... ;
          Up and Down recall statements, Ctrl-C drops the line or stops the statement,
          Ctrl-D or 'exit' leaves.
        """;

    private CancellationTokenSource? _running;

    /// <summary>Stops the running statement, if any; the shell goes on.</summary>
    /// <returns>Whether a statement was running.</returns>
    public bool CancelStatement()
    {
        var running = _running;
        running?.Cancel();
        return running is not null;
    }

    /// <summary>Runs until <c>exit</c> or the end of input.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var pending = "";
        while (!cancellationToken.IsCancellationRequested)
        {
            string? line;
            try
            {
                line = readLine(pending.Length == 0 ? "spoor> " : "    -> ");
            }
            catch (OperationCanceledException)
            {
                pending = "";
                continue;
            }

            if (line is null)
            {
                // A file's last statement needs no semicolon; a person who leaves has dropped what is not finished.
                if (!isInteractive && pending.Length > 0)
                {
                    await RunStatementsAsync(new Script(null, pending), cancellationToken);
                }

                return;
            }

            if (pending.Length == 0 && IsCommand(line, out var leaves))
            {
                if (leaves)
                {
                    return;
                }

                continue;
            }

            pending = pending.Length == 0 ? line : pending + "\n" + line;
            if (string.IsNullOrWhiteSpace(pending))
            {
                pending = "";
                continue;
            }

            if (!StatementSplitter.IsIncomplete(pending))
            {
                history.Add(pending.Trim());
                await RunStatementsAsync(new Script(null, pending), cancellationToken);
                pending = "";
            }
        }
    }

    private async Task RunStatementsAsync(Script script, CancellationToken cancellationToken)
    {
        foreach (var statement in StatementSplitter.Split(script.Text))
        {
            using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            _running = cancellation;
            try
            {
                if (await runAsync(script, statement, cancellation.Token) != ExitCode.Success)
                {
                    return;
                }
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                await output.WriteLineAsync("Cancelled.");
                return;
            }
            catch (QueryException exception)
            {
                ErrorReport.Write(output, script, statement, exception);
                return;
            }
            finally
            {
                _running = null;
            }
        }
    }

    private bool IsCommand(string line, out bool leaves)
    {
        var word = line.Trim().TrimEnd(';').ToLowerInvariant();
        leaves = word is "exit" or "quit" or ".exit" or ".quit" or "\\q";
        if (word is "help" or ".help" or "\\h" or "\\?")
        {
            output.WriteLine(Help);
            return true;
        }

        return leaves;
    }
}
