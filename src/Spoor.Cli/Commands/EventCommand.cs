using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using Spoor.Audit.Events;
using Spoor.Cli.Options;
using Spoor.Cli.Terminal;
using Spoor.Engine.Results.Text;
using Spoor.Engine.Results.Writers;
using Spoor.Engine.Sessions;

namespace Spoor.Cli.Commands;

/// <summary><c>spoor event ID LOGS</c>: one record as JSON.</summary>
internal static class EventCommand
{
    /// <summary>What the command is called.</summary>
    public const string Name = "event";

    private const string Database = "default";
    private const int MostNamed = 10;

    /// <summary>The command.</summary>
    public static Command Create(CliConsole console)
    {
        var id = new Argument<string>("ID") { Description = "The record's eventID, or how it begins." };
        var output = new Option<string>("--output", "-o") { Description = "pretty: indented, what matters first; json: as it was written.", HelpName = "pretty|json", DefaultValueFactory = _ => "pretty" };
        output.AcceptOnlyFromAmong("pretty", "json");
        var skipBad = SkipBadSetting.For("the command");
        var engineSettings = new EngineSettings();
        var command = new Command(Name, "Show one record as JSON, and where it lies.") { id, output };
        engineSettings.AddTo(command);
        skipBad.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var asked = parsed.GetRequiredValue(id);
            await using var engine = engineSettings.OpenNamed(parsed, Database);
            var (events, read) = await EventSearch.FindAsync(engine, asked, new QuerySession(Database, skipBad.Read(parsed)), cancellationToken);
            var ids = events.Select(found => found.EventId).Distinct().ToList();
            if (ids.Count != 1)
            {
                await console.Error.WriteLineAsync(ids.Count == 0
                    ? $"No record of {Quantity.Of(read, "record")} has the eventID '{VisibleText.Of(asked)}', or one that begins so."
                    : $"{Quantity.Of(ids.Count, "eventID")} begin with '{VisibleText.Of(asked)}': {string.Join(", ", ids.Take(MostNamed).Select(VisibleText.Of))}{(ids.Count > MostNamed ? ", ..." : "")}");
                return ExitCode.Failed;
            }

            foreach (var record in events.GroupBy(found => found.Json, StringComparer.Ordinal))
            {
                await console.WriteTextAsync(async writer =>
                {
                    await writer.WriteLineAsync(parsed.GetRequiredValue(output) == "json" ? record.Key : Pretty(record.First()));
                });
                await console.Error.WriteLineAsync($"in {string.Join(" and ", record.Select(found => $"{VisibleText.Of(found.Object)} at byte {Quantity.Count(found.ByteOffset)}"))}");
            }

            return ExitCode.Success;
        });
        return command;
    }

    // Control characters stay escaped, so that no record commands the terminal.
    private static string Pretty(FoundEvent found)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true, MaxDepth = 1000 }))
        {
            found.Write(writer);
        }

        return System.Text.Encoding.UTF8.GetString(buffer.ToArray());
    }
}
