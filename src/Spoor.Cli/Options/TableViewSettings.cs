using System.CommandLine;
using Spoor.Audit.Cognito.Writers;
using Spoor.Core.Collections;

namespace Spoor.Cli.Options;

/// <summary>How much of an audit the table form prints: <c>--section</c>, <c>--limit</c>, <c>--summary</c>.</summary>
internal sealed class TableViewSettings
{
    private readonly Option<string[]> _sections = new("--section") { Description = "Only this part of the table form; may be repeated.", HelpName = string.Join('|', CognitoReportText.SectionNames) };
    private readonly Option<int?> _rows = new Option<int?>("--limit") { Description = "Rows of each part of the table form; the others are counted.", HelpName = "N" }.Takes("a number of rows", 1);
    private readonly Option<bool> _summary = new("--summary") { Description = "Only what the report comes to, and its counts." };

    public TableViewSettings() => _sections.AcceptOnlyFromAmong([.. CognitoReportText.SectionNames]);

    /// <summary>Adds the options to a command.</summary>
    /// <param name="command">The command.</param>
    /// <param name="output">Its form; the options shape the table alone.</param>
    public void AddTo(Command command, Option<string> output)
    {
        command.Add(_sections);
        command.Add(_rows);
        command.Add(_summary);
        command.Validators.Add(result =>
        {
            if (result.GetResult(output) is { Implicit: false } form && form.Tokens is [{ Value: not "table" and var name }]
                && ((Option[])[_sections, _rows, _summary]).FirstOrDefault(option => result.GetResult(option) is { Implicit: false }) is { } given)
            {
                result.AddError($"{given.Name} shapes the table, and --output {name} is always whole. Leave one of them out.");
            }
        });
    }

    /// <summary>What the command line says.</summary>
    public TableView Read(ParseResult parsed) => new((parsed.GetValue(_sections) ?? []).ToValueList(), parsed.GetValue(_rows), parsed.GetValue(_summary));
}
