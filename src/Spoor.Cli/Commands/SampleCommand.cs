using System.CommandLine;
using System.Text;
using Spoor.Cli.Options;
using Spoor.Cli.Terminal;
using Spoor.Core.Collections;
using Spoor.Core.Errors;
using Spoor.Engine.Results.Text;
using Spoor.Samples.Scenarios;
using Spoor.Samples.Trail;

namespace Spoor.Cli.Commands;

/// <summary><c>spoor sample</c>: makes a trail from a seed, with the truth about it.</summary>
internal static class SampleCommand
{
    /// <summary>The word on the command line.</summary>
    public const string Name = "sample";

    private const string AllScenarios = "all";

    /// <summary>The command.</summary>
    public static Command Create(CliConsole console)
    {
        var folder = new Option<string?>("--out") { Description = "Where to write; made when missing.", HelpName = "FOLDER" };
        var seed = new Option<int>("--seed") { Description = "Start of every pseudo-random choice: the same seed gives the same trail.", HelpName = "N", DefaultValueFactory = _ => 1 };
        var events = new Option<int?>("--events") { Description = "Distinct records, 10000 if not given; with --scenario, ordinary records among the scenario's own.", HelpName = "N" };
        var days = new Option<int>("--days") { Description = "Days that the trail spans.", HelpName = "N", DefaultValueFactory = _ => 7 };
        var objects = new Option<int>("--objects") { Description = "Objects of the trail; 0 for one per 40 records.", HelpName = "N", DefaultValueFactory = _ => 0 };
        var scenario = new Option<string?>("--scenario") { Description = $"Named scenarios instead of the usual sample, or '{AllScenarios}': one per finding and per join. Their trail spans 36 days.", HelpName = "NAME[,NAME]" };
        var list = new Option<bool>("--list-scenarios") { Description = "Print the scenarios' names and what happens in them." };
        seed.Takes("a whole number", int.MinValue, int.MaxValue);
        events.Takes("a whole number", 0);
        days.Takes("a whole number", 1);
        objects.Takes("a whole number", 0);
        var command = new Command(Name, "Make a CloudTrail sample: an ordinary account's noise, every Cognito shape, and ground-truth.json.") { folder, seed, events, days, objects, scenario, list };
        command.Validators.Add(parsed =>
        {
            if (parsed.GetValue(folder) is null && !parsed.GetValue(list))
            {
                parsed.AddError("Option '--out' is required.");
            }
        });
        command.SetAction(async (parsed, cancellationToken) =>
        {
            if (parsed.GetValue(folder) is not { } target)
            {
                await ListAsync(console);
                return ExitCode.Success;
            }

            SampleSummary Write() => parsed.GetValue(scenario) is { } names
                ? ScenarioTrail.Write(target, new ScenarioOptions(Names(names), parsed.GetValue(seed), parsed.GetValue(events) ?? 0), cancellationToken)
                : SampleTrail.Write(target, new SampleOptions(parsed.GetValue(seed), parsed.GetValue(events) ?? 10_000, parsed.GetValue(days), parsed.GetValue(objects)), cancellationToken);
            var summary = UsageException.Read(Write, ErrorCode.InvalidArguments);
            await console.Error.WriteLineAsync(
                $"{target}: {Quantity.Of(summary.Events, "record")} and {Quantity.Count(summary.Duplicates)} delivered twice, in {Quantity.Of(summary.Objects, "object")}, "
                + $"{Quantity.Bytes(summary.BytesWritten)} ({Quantity.Bytes(summary.BytesDecompressed)} decompressed); {SampleTrail.GroundTruthFileName} says what is in it.");
            return ExitCode.Success;
        });
        return command;
    }

    private static ValueList<string> Names(string names) =>
        names == AllScenarios ? [] : names.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToValueList();

    private static async Task ListAsync(CliConsole console)
    {
        var width = ScenarioTrail.All.Max(scenario => scenario.Name.Length);
        var lines = ScenarioTrail.All.Select(scenario => $"{scenario.Name.PadRight(width)}  {scenario.Meaning}\n");
        await console.Out.WriteAsync(Encoding.UTF8.GetBytes(string.Concat(lines)));
    }
}
