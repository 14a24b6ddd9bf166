using System.CommandLine;
using System.Text;
using Spoor.Audit.Declaring;
using Spoor.Catalog.Definitions;
using Spoor.Catalog.Stores;
using Spoor.Catalog.Stores.Sqlite;
using Spoor.Cli.Options;
using Spoor.Cli.Terminal;
using Spoor.Core.Collections;
using Spoor.Core.Errors;
using Spoor.Engine;
using Spoor.Engine.Results.Text;
using Spoor.Engine.Sessions;
using Spoor.Sql.Syntax.Printing;
using Spoor.Storage.Objects;

namespace Spoor.Cli.Commands;

/// <summary><c>spoor init LOGS</c>: the Athena table that fits a trail, printed or made in Spoor's own catalog.</summary>
internal static class InitCommand
{
    /// <summary>The word on the command line.</summary>
    public const string Name = "init";

    /// <summary>The command.</summary>
    public static Command Create(CliConsole console)
    {
        var logs = new LogsArgument();
        var location = new Option<string?>("--location") { Description = "The s3:// name under which Athena finds what is in LOGS. Default: LOGS itself; for a folder, that of the bucket (--bucket, spoor.json) that it lies in.", HelpName = "s3://BUCKET/PREFIX" }
            .Refuses(text => ObjectName.TryParse(text, out _) ? null : $"--location: '{text}' is not an s3:// name. Write s3://BUCKET/PREFIX, the name of what LOGS holds.");
        var name = new Option<string>("--name") { Description = "What the table is called.", HelpName = "TABLE", DefaultValueFactory = _ => "cloudtrail_logs" };
        var inject = new Option<bool>("--inject-accounts") { Description = "Let every query name its accounts (WHERE account = '...'), so that new accounts need no new DDL." };
        var create = new Option<bool>("--create") { Description = "Make the table in Spoor's own catalog instead of printing its DDL." };
        var storage = new StorageSettings();
        var command = new Command(Name, "Print the Athena DDL, with partition projection, that fits a trail: its accounts, regions and first day. Lists LOGS and reads no object.") { location, name, inject, create };
        logs.AddTo(command);
        storage.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var path = logs.Read(parsed, storage);
            var request = new DeclarationRequest(path, LocationOf(path, parsed.GetValue(location), storage, parsed), parsed.GetRequiredValue(name).ToLowerInvariant()) { InjectsAccounts = parsed.GetValue(inject) };
            ICatalog catalog = storage.Home(parsed) is { } home ? SqliteCatalog.OpenWhenUsed(home) : new MemoryCatalog();
            await using var engine = new QueryEngine(catalog, storage.CreateStore(parsed), new EngineOptions());
            var declaration = await TrailSurvey.FindAsync(request, engine.Objects, cancellationToken);
            foreach (var table in declaration.Tables)
            {
                if (parsed.GetValue(create))
                {
                    await MakeAsync(table, engine, cancellationToken);
                    await console.Error.WriteLineAsync($"Made table {table.Name} in Spoor's catalog, over {table.Statement.Location}");
                }
                else
                {
                    await console.Out.WriteAsync(Encoding.UTF8.GetBytes($"{string.Join('\n', TableLayout.Lines(table.Statement))};\n"), cancellationToken);
                }
            }

            await TellAsync(declaration, request, console);
            return ExitCode.Success;
        });
        return command;
    }

    private static async Task MakeAsync(DeclaredTable table, QueryEngine engine, CancellationToken cancellationToken)
    {
        try
        {
            await using var made = await engine.ExecuteAsync(SqlPrinter.Print(table.Statement), new QuerySession(), cancellationToken);
        }
        catch (QueryException exception) when (exception.Code == ErrorCode.TableAlreadyExists)
        {
            throw new QueryException(exception.Code, span: null, $"There is a table {table.Name} already", "DROP TABLE removes it and leaves its objects alone; --name gives the new one another name.", exception);
        }
    }

    private static ObjectName? LocationOf(string logs, string? option, StorageSettings storage, ParseResult parsed)
    {
        if (option is not null && ObjectName.TryParse(option, out var named))
        {
            return named;
        }

        if (ObjectName.TryParse(logs, out _))
        {
            return null;
        }

        return storage.NameOfFolder(parsed, logs)
            ?? throw new UsageException($"'{logs}' is a folder, and Athena's tables are over s3:// names. Say with --location s3://BUCKET/PREFIX where in S3 the same objects lie, or with --bucket NAME=FOLDER which bucket the folder is.");
    }

    private static async Task TellAsync(Declaration declaration, DeclarationRequest request, CliConsole console)
    {
        foreach (var table in declaration.Tables)
        {
            await console.Error.WriteLineAsync($"{table.Name}: {Quantity.Of(table.Objects, "object")}; {Named("account", table.Accounts)}; {Named("region", table.Regions)}; from {table.FirstDay:yyyy-MM-dd}.");
        }

        if (declaration.LeftOut > 0)
        {
            await console.Error.WriteLineAsync($"{Quantity.Of(declaration.LeftOut, "object")} in no table: digests, Insights, summaries and other services' logs hold no records of calls.");
        }

        if (declaration.Outside > 0)
        {
            await console.Error.WriteLineAsync($"Warning: {Quantity.Of(declaration.Outside, "object")} in no table: not in AWSLogs/ACCOUNT/CloudTrail/REGION/yyyy/MM/dd/, so no partition leads there.");
        }

        await console.Error.WriteLineAsync(request.InjectsAccounts
            ? "A region that delivers for the first time after today is not in it, until its DDL is made anew."
            : "An account or region that delivers for the first time after today is not in it, until its DDL is made anew.");
    }

    private static string Named(string what, ValueList<string> names) => $"{Quantity.Of(names.Count, what)} ({string.Join(", ", names)})";
}
