using System.CommandLine;
using Spoor.Cli.Options;
using Spoor.Cli.Terminal;
using Spoor.Engine.Results.Text;
using Spoor.Storage.Caching;

namespace Spoor.Cli.Commands;

/// <summary><c>spoor cache</c>: the objects of S3 that are kept locally.</summary>
internal static class CacheCommand
{
    /// <summary>What the command is called.</summary>
    public const string Name = "cache";

    /// <summary>The command with its three verbs.</summary>
    public static Command Create(CliConsole console)
    {
        var size = new Argument<string>("SIZE") { Description = "Bytes, or a number with kB, MB, GB or TB, such as 20GB." };
        size.Validators.Add(result =>
        {
            if (!ByteSize.TryRead(result.Tokens[0].Value, out _))
            {
                result.AddError(ByteSize.Refusal(result.Tokens[0].Value));
            }
        });
        return new Command(Name, "Look after the S3 objects that are kept locally.")
        {
            Verb(console, "info", "Where the cache is, and how much it holds.", argument: null, (_, cache) =>
            {
                var (objects, bytes) = cache.Measure();
                var unfinished = cache.MeasureUnfinished();
                var parts = unfinished.Files == 0 ? "" : $"; {Quantity.Of(unfinished.Files, "unfinished file")}, {Quantity.Bytes(unfinished.Bytes)}, of reads that go on or were killed";
                return $"{cache.Folder}: {Quantity.Of(objects, "object")}, {Quantity.Bytes(bytes)} of at most {Quantity.Bytes(cache.LimitInBytes)}{parts}";
            }),
            Verb(console, "clear", "Remove all objects.", argument: null, (_, cache) => $"{Quantity.Of(cache.Clear(), "object")} removed"),
            Verb(console, "limit", "Set how much it may hold, now and later.", size, (parsed, cache) =>
            {
                ByteSize.TryRead(parsed.GetRequiredValue(size), out var limit);
                try
                {
                    cache.SetLimit(limit);
                }
                catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
                {
                    throw new UsageException($"The cache cannot be written to: {exception.Message}");
                }

                return $"{cache.Folder}: at most {Quantity.Bytes(limit)}";
            }),
        };
    }

    private static Command Verb(CliConsole console, string name, string description, Argument? argument, Func<ParseResult, ObjectCache, string> run)
    {
        var home = new HomeSetting();
        var folder = StorageSettings.CreateCacheFolder();
        var command = new Command(name, description) { folder };
        home.AddTo(command);
        if (argument is not null)
        {
            command.Add(argument);
        }

        command.SetAction(async (parsed, _) =>
        {
            var cache = StorageSettings.OpenCache(parsed.GetValue(folder), home.Read(parsed)) ?? throw new UsageException("A home in memory has no cache. Name one with --cache-dir.");
            await console.WriteTextAsync(writer => writer.WriteLineAsync(run(parsed, cache)));
            return ExitCode.Success;
        });
        return command;
    }
}
