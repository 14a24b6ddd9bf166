using System.CommandLine;
using Spoor.Cli.Output;
using Spoor.Cli.Terminal;
using Spoor.Engine.Sessions;

namespace Spoor.Cli.Options;

/// <summary>The options that say how statements run and how their rows are printed.</summary>
internal sealed class StatementSettings(CliConsole console)
{
    private static readonly string[] s_formats = ["table", "csv", "json", "ndjson"];
    private readonly Option<string?> _output = new Option<string?>("--output", "-o") { Description = "How rows are printed. Default: table for a person, csv into a file or pipe.", HelpName = "table|csv|json|ndjson" }.AcceptOnlyFromAmong(s_formats);
    private readonly Option<string> _database = new("--database", "-d") { Description = "The database of unqualified names.", HelpName = "NAME", DefaultValueFactory = _ => "default" };
    private readonly SkipBadSetting _skipBad = SkipBadSetting.For("the statement");
    private readonly Option<bool> _countDuplicates = new("--count-duplicates") { Description = "Count how many of the records read, matching or not, were delivered again (same eventID, same call). Slower, and some 50 bytes of memory a record." };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(_output);
        command.Add(_database);
        _skipBad.AddTo(command);
        command.Add(_countDuplicates);
    }

    /// <summary>What the command line says.</summary>
    public StatementOptions Read(ParseResult parsed) => new(
        new QuerySession(
            (parsed.GetValue(_database) ?? "default").ToLowerInvariant(),
            _skipBad.Read(parsed))
        {
            CountsDuplicates = parsed.GetValue(_countDuplicates),
        },
        parsed.GetValue(_output) switch
        {
            "table" => ResultFormat.Table,
            "csv" => ResultFormat.Csv,
            "json" => ResultFormat.Json,
            "ndjson" => ResultFormat.Ndjson,
            _ => console.IsOutputTerminal ? ResultFormat.Table : ResultFormat.Csv,
        });
}
