using System.Diagnostics;
using Spoor.Catalog.Stores;
using Spoor.Cli.Terminal;
using Spoor.CloudTrail.Scan.Contract;
using Spoor.Core.Errors;
using Spoor.Engine;
using Spoor.Engine.Results.Rows;
using Spoor.Engine.Results.Writers;
using Spoor.Engine.Sessions;
using Spoor.Sql.Syntax;
using Spoor.Sql.Tables;

namespace Spoor.Cli.Output;

/// <summary>Runs one statement and prints its rows as they come, then one line of statistics on standard error.</summary>
internal sealed class StatementRunner(QueryEngine engine, StatementOptions options, CliConsole console)
{
    private const int MaximumColumnWidth = 80;
    private static readonly TimeSpan s_surveyTime = TimeSpan.FromSeconds(2);
    private QuerySession _session = options.Session;

    /// <summary>Whether it is looked at what lies at a new table. Where a query follows at once, that says it.</summary>
    public bool LooksAtNewTables { get; set; }

    /// <summary>Rows of the last statement that succeeded, and what it read; null before.</summary>
    public (long Rows, ScanStatistics Statistics)? Last { get; private set; }

    /// <summary>Runs the statement; its own faults are printed, not thrown.</summary>
    /// <returns><see cref="ExitCode.Success"/> or <see cref="ExitCode.Failed"/>.</returns>
    public async Task<int> RunAsync(Script script, ScriptStatement statement, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        try
        {
            await using var result = await engine.ExecuteAsync(statement.Text, _session, cancellationToken);
            var rows = await PrintAsync(result, cancellationToken);
            Last = (rows, result.Statistics);
            _session = _session with { Database = result.Database ?? _session.Database }; // USE changes it for the statements that follow.
            await console.Error.WriteLineAsync(StatisticsLine.Format(result.Statistics, result.Columns.Count == 0 ? null : rows, Stopwatch.GetElapsedTime(started)));
            StatisticsLine.WriteProblems(console.Error, result.Statistics);
            StatisticsLine.WriteLeftOut(console.Error, result.Statistics);
            StatisticsLine.WriteHints(console.Error, result.Statistics);
            if (engine.Catalog is OverlaidCatalog { Hidden: { } hidden })
            {
                await console.Error.WriteLineAsync($"Hint: {VisibleText.Of(hidden)} is that of the logs that are named. The catalog has a table of this name, too; it is asked when none are named.");
            }

            if (LooksAtNewTables && result.Located is { } table)
            {
                await SayWhatLiesThereAsync(table, cancellationToken);
            }

            return ExitCode.Success;
        }
        catch (QueryException exception)
        {
            ErrorReport.Write(console.Error, script, statement, exception);
            return ExitCode.Failed;
        }
    }

    // A table over the wrong folder is best noticed when it is made. The statement itself is done, so nothing here fails it.
    private async Task SayWhatLiesThereAsync(TableName table, CancellationToken cancellationToken)
    {
        using var enough = new CancellationTokenSource(s_surveyTime);
        try
        {
            if (await engine.SurveyAsync(table, enough.Token, cancellationToken) is not { } survey)
            {
                return;
            }

            await console.Error.WriteLineAsync($"{VisibleText.Of(table.Table)}: {StatisticsLine.Of(survey)}");
            foreach (var hint in survey.Hints)
            {
                await console.Error.WriteLineAsync($"Hint: {VisibleText.Of(hint)}");
            }
        }
        catch (QueryException exception)
        {
            await console.Error.WriteLineAsync("The table is made. Its objects cannot be listed:");
            ErrorReport.Write(console.Error, exception);
        }
    }

    private async Task<long> PrintAsync(QueryResult result, CancellationToken cancellationToken)
    {
        using var progress = new ProgressLine(console, result.Statistics);
        // The progress line goes as soon as there are rows to print: both share a person's terminal.
        var rows = result.WithBeginning(progress.Dispose);
        if (options.Format == ResultFormat.Table)
        {
            await using var writer = new StreamWriter(console.Out, leaveOpen: true);
            // A single column (EXPLAIN, SHOW CREATE TABLE) is a text to read, not a cell to cut.
            return await new TableResultWriter(writer, result.Columns.Count == 1 ? int.MaxValue : MaximumColumnWidth).WriteAsync(rows, cancellationToken);
        }

        ResultWriter output = options.Format == ResultFormat.Csv
            ? new CsvResultWriter(console.Out)
            : new JsonResultWriter(console.Out, isLines: options.Format == ResultFormat.Ndjson);
        return await output.WriteAsync(rows, cancellationToken);
    }
}
