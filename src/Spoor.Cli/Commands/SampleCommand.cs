using System.CommandLine;
using Spoor.CloudTrail.Samples;
using Spoor.Engine.Results;

namespace Spoor.Cli.Commands;

/// <summary><c>spoor sample</c>: makes a trail from a seed, with the truth about it.</summary>
internal static class SampleCommand
{
    /// <summary>The command.</summary>
    public static Command Create(CliConsole console)
    {
        var folder = new Option<string>("--out") { Description = "Where to write; made when missing.", HelpName = "FOLDER", Required = true };
        var seed = new Option<int>("--seed") { Description = "Start of every pseudo-random choice: the same seed gives the same trail.", HelpName = "N", DefaultValueFactory = _ => 1 };
        var events = new Option<int>("--events") { Description = "Distinct records.", HelpName = "N", DefaultValueFactory = _ => 10_000 };
        var days = new Option<int>("--days") { Description = "Days that the trail spans.", HelpName = "N", DefaultValueFactory = _ => 7 };
        var objects = new Option<int>("--objects") { Description = "Objects of the trail; 0 for one per 40 records.", HelpName = "N", DefaultValueFactory = _ => 0 };
        var command = new Command("sample", "Make a CloudTrail sample: an ordinary account's noise, every Cognito shape, and ground-truth.json.") { folder, seed, events, days, objects };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var target = parsed.GetRequiredValue(folder);
            var options = new SampleOptions(parsed.GetValue(seed), parsed.GetValue(events), parsed.GetValue(days), parsed.GetValue(objects));
            var summary = SampleTrail.Write(target, options, cancellationToken);
            await console.Error.WriteLineAsync(
                $"{target}: {Quantity.Of(summary.Events, "record")} and {Quantity.Count(summary.Duplicates)} delivered twice, in {Quantity.Of(summary.Objects, "object")}, "
                + $"{Quantity.Bytes(summary.BytesWritten)} ({Quantity.Bytes(summary.BytesDecompressed)} decompressed); {SampleTrail.GroundTruthFileName} says what is in it.");
            return ExitCode.Success;
        });
        return command;
    }
}
