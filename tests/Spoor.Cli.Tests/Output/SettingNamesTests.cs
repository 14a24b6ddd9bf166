using System.CommandLine;
using Spoor.Cli.Commands;
using Spoor.Cli.Output;
using Spoor.Cli.Terminal;
using Spoor.Core.Errors;
using Xunit;

namespace Spoor.Cli.Tests.Output;

public sealed class SettingNamesTests
{
    [Fact]
    public void Every_setting_that_hints_speak_of_is_an_option_of_a_command()
    {
        var console = new CliConsole(TextReader.Null, Stream.Null, TextWriter.Null, IsInputTerminal: false, IsOutputTerminal: false, IsErrorTerminal: false);
        var options = new[] { SqlCommand.Create(console), AuditCommand.Create(console), WatchCommand.Create(console), SampleCommand.Create(console), AskCommand.Create(console) }
            .SelectMany(OptionsOf).ToHashSet(StringComparer.Ordinal);
        Assert.All(Enum.GetValues<Setting>(), setting => Assert.Contains(SettingNames.Of(setting)?.Split(' ')[^1] ?? $"{setting} has no name", options));
    }

    [Fact]
    public void A_hint_names_the_options() => Assert.Equal(
        "Skip bad data (--skip-bad), or name a folder: --bucket logs=FOLDER.",
        SettingNames.Hint(new QueryException(ErrorCode.NotFound, null, "Nothing is here", $"Skip bad data{Setting.SkipBadData: (*)}, or name a folder{(Setting.Bucket, "logs=FOLDER"):: *}.")));

    private static IEnumerable<string> OptionsOf(Command command) => command.Options.Select(option => option.Name).Concat(command.Subcommands.SelectMany(OptionsOf));
}
