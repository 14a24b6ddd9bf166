using System.CommandLine;
using Spoor.Audit.Questions;
using Spoor.Cli.Options;
using Spoor.Cli.Output;
using Spoor.Cli.Terminal;
using Spoor.Core.Collections;
using Spoor.Engine;
using Spoor.Engine.Sessions;
using Spoor.Sql.Syntax;

namespace Spoor.Cli.Commands;

/// <summary><c>spoor ask</c>: queries with a name.</summary>
internal static class AskCommand
{
    /// <summary>What the command is called.</summary>
    public const string Name = "ask";

    /// <summary>The command.</summary>
    public static Command Create(CliConsole console)
    {
        var name = new Argument<string?>("NAME") { Description = "The question; without it, all are listed.", Arity = ArgumentArity.ZeroOrOne };
        var values = new Option<string[]>("--param", "-p") { Description = "A value that the question takes; may be repeated.", HelpName = "NAME=VALUE", DefaultValueFactory = _ => [] };
        var folder = new Option<string?>("--questions") { Description = "Folder with further questions, one .sql file each.", HelpName = "FOLDER" }.NamesFolder();
        var print = new Option<bool>("--sql") { Description = "Print the question's SQL instead of asking it." };
        var statementSettings = new StatementSettings(console);
        var engineSettings = new EngineSettings();
        var command = new Command(Name, "Ask the logs a question by its name: logins without MFA, denied calls, who used an identity pool ...") { name, values, folder, print };
        statementSettings.AddTo(command);
        engineSettings.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var questions = QuestionSet.Load(parsed.GetValue(folder));
            if (parsed.GetValue(name) is not { } asked)
            {
                await console.WriteTextAsync(writer => WriteListAsync(writer, questions));
                return ExitCode.Success;
            }

            var question = UsageException.Read(() => QuestionSet.Find(questions, asked));
            var given = Values(parsed.GetValue(values) ?? []);
            var sql = UsageException.Read(() => question.Fill(given)).ToString();
            if (parsed.GetValue(print))
            {
                await console.WriteTextAsync(writer => writer.WriteLineAsync($"-- {question.Title}\n{sql};"));
                return ExitCode.Success;
            }

            var options = statementSettings.Read(parsed);
            await using var engine = engineSettings.OpenNamed(parsed, options.Session.Database);
            var runner = new StatementRunner(engine, options, console);
            var exitCode = await runner.RunAsync(new Script(null, sql), StatementSplitter.Split(sql).Single(), cancellationToken);
            return exitCode == ExitCode.Success && runner.Last is { } last ? await ExplainAsync(question, last.Rows, last.Statistics.RecordsRead, engine, options.Session, console, cancellationToken) : exitCode;
        });
        return command;
    }

    // "0 rows" of logs that cannot hold the answer reads like an acquittal.
    private static async Task<int> ExplainAsync(Question question, long rows, long records, QueryEngine engine, QuerySession session, CliConsole console, CancellationToken cancellationToken)
    {
        if (rows == 0 && records == 0)
        {
            await console.Error.WriteLineAsync("No record was read, so nothing can be said.");
            return ExitCode.Failed;
        }

        if (rows == 0 && question.Needs is { } needs && !await HoldsAsync(needs, engine, session, cancellationToken))
        {
            await console.Error.WriteLineAsync($"These logs cannot answer: they hold no {needs.What}. A trail records these only where it is told to.");
            return ExitCode.Failed;
        }

        if (question.See is { } see)
        {
            await console.Error.WriteLineAsync($"See also: {see}.");
        }

        return ExitCode.Success;
    }

    private static async Task<bool> HoldsAsync(QuestionNeed needs, QueryEngine engine, QuerySession session, CancellationToken cancellationToken)
    {
        await using var result = await engine.ExecuteAsync(needs.Check.ToString(), session, cancellationToken);
        await foreach (var batch in result.Batches.WithCancellation(cancellationToken))
        {
            if (batch.RowCount > 0)
            {
                return true;
            }
        }

        return false;
    }

    private static Dictionary<string, string> Values(string[] options)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var option in options)
        {
            var equals = option.IndexOf('=', StringComparison.Ordinal);
            if (equals < 1 || !values.TryAdd(option[..equals], option[(equals + 1)..]))
            {
                throw new UsageException(equals < 1 ? $"'{option}' is no value. Write --param NAME=VALUE." : $"--param {option[..equals]} is given twice.");
            }
        }

        return values;
    }

    private static async Task WriteListAsync(TextWriter output, ValueList<Question> questions)
    {
        var width = questions.Max(question => question.Name.Length);
        foreach (var group in questions.GroupBy(question => question.Group).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            await output.WriteLineAsync(group.Key.ToUpperInvariant());
            foreach (var question in group)
            {
                var parameters = question.Parameters.Count == 0 ? "" : $" ({string.Join(", ", question.Parameters.Select(parameter => parameter.Default is null ? parameter.Name : $"[{parameter.Name}]"))})";
                await output.WriteLineAsync($"  {question.Name.PadRight(width)}  {question.Title}{parameters}");
            }

            await output.WriteLineAsync();
        }

        await output.WriteLineAsync("spoor ask NAME LOGS --param NAME=VALUE asks one; --sql prints it.");
    }
}
