using System.CommandLine;
using Spoor.Catalog;
using Spoor.Cli.Output;
using Spoor.Storage;
using Spoor.Storage.Caching;
using Spoor.Storage.Files;
using Spoor.Storage.Local;
using Spoor.Storage.Objects;
using Spoor.Storage.S3;

namespace Spoor.Cli.Options;

/// <summary>The options that say where the objects of <c>s3://</c> names are, with Spoor's home, which holds their cache and <c>spoor.json</c>.</summary>
internal sealed class StorageSettings
{
    private readonly HomeSetting _home = new();
    private readonly Option<string[]> _buckets = new("--bucket") { Description = "Serve s3://NAME/ from a folder; may be repeated. Also in spoor.json. All other buckets are read from S3.", HelpName = "NAME=FOLDER", DefaultValueFactory = _ => [] };
    private readonly Option<string?> _profile = new("--profile") { Description = "S3: profile of the AWS configuration files. Default: the environment, then AWS_PROFILE.", HelpName = "NAME" };
    private readonly Option<string?> _region = new("--region") { Description = "S3: region of the buckets. Default: the environment, then the profile, then us-east-1.", HelpName = "REGION" };
    private readonly Option<string?> _endpointUrl = new Option<string?>("--endpoint-url") { Description = "S3: another endpoint than AWS's. Also AWS_ENDPOINT_URL_S3, AWS_ENDPOINT_URL.", HelpName = "URL" }.Refuses(ProblemOfUrl);
    private readonly Option<bool> _pathStyle = new("--path-style") { Description = "S3: name the bucket in the path. Default with another endpoint." };
    private readonly Option<bool> _noSignRequest = new("--no-sign-request") { Description = "S3: read public buckets without credentials." };
    private readonly Option<bool> _requesterPays = new("--requester-pays") { Description = "S3: agree to pay for the requests, as some buckets ask." };
    private readonly Option<bool> _noCache = new("--no-cache") { Description = "S3: fetch all objects again, and keep none." };
    private readonly Option<string?> _cacheFolder = CreateCacheFolder();

    /// <summary><c>--cache-dir FOLDER</c>.</summary>
    public static Option<string?> CreateCacheFolder() => new("--cache-dir") { Description = "S3: where objects are kept once they were read. Default: cache in Spoor's home.", HelpName = "FOLDER" };

    /// <summary>The cache in that folder, else in the home; null without both.</summary>
    public static ObjectCache? OpenCache(string? folder, string? home) =>
        (folder ?? (home is null ? null : Path.Combine(home, "cache"))) is { } path ? new ObjectCache(path) : null;

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        _home.AddTo(command);
        foreach (var option in (Option[])[_buckets, _profile, _region, _endpointUrl, _pathStyle, _noSignRequest, _requesterPays, _noCache, _cacheFolder])
        {
            command.Add(option);
        }
    }

    /// <summary>The home folder asked for; null for one in memory.</summary>
    public string? Home(ParseResult parsed) => _home.Read(parsed);

    /// <summary>The logs that <c>spoor.json</c> names; null for none.</summary>
    public string? Logs(ParseResult parsed) => ReadConfiguration(parsed).Logs;

    /// <summary>The store that the options and <c>spoor.json</c> describe.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="own">A bucket that the command itself serves, before one of that name; null for none.</param>
    public IObjectStore CreateStore(ParseResult parsed, BucketConfiguration? own = null)
    {
        var cache = parsed.GetValue(_noCache) ? null : OpenCache(parsed.GetValue(_cacheFolder), Home(parsed));
        var configuration = ReadConfiguration(parsed);
        return (own is null ? configuration : configuration with { Buckets = [own, .. configuration.Buckets.Where(bucket => bucket.Name != own.Name)] }).CreateStore(ReadS3(parsed), cache, new WaitNotice(parsed.InvocationConfiguration.Error).Write);
    }

    /// <summary>Where work that does not fit into memory goes: what <c>spoor.json</c> says, else a folder in Spoor's home; null where neither can be had.</summary>
    public string? SpillFolder(ParseResult parsed)
    {
        if (ReadConfiguration(parsed).SpillFolder is { } configured)
        {
            return configured;
        }

        // A home in memory keeps nothing, and this is not kept.
        var folder = Path.Combine(Home(parsed) ?? SpoorHome.Resolve(homeOption: null), "spill");
        try
        {
            PrivateFiles.CreateFolder(folder);
            return folder;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // A read-only home must not stop a person from asking.
            return null;
        }
    }

    /// <summary>The <c>s3://</c> name that a folder has, as that of a bucket or in one; null when it is in none.</summary>
    public ObjectName? NameOfFolder(ParseResult parsed, string folder)
    {
        foreach (var bucket in ReadConfiguration(parsed).Buckets)
        {
            var below = Path.GetRelativePath(bucket.Folder, Path.GetFullPath(folder));
            if (below == ".")
            {
                return new ObjectName(bucket.Name, "");
            }

            if (!Path.IsPathRooted(below) && below.Split(Path.DirectorySeparatorChar)[0] != "..")
            {
                return new ObjectName(bucket.Name, below.Replace(Path.DirectorySeparatorChar, '/'));
            }
        }

        return null;
    }

    private StorageConfiguration ReadConfiguration(ParseResult parsed) =>
        UsageException.Read(() => StorageConfiguration.Read(parsed.GetValue(_buckets) ?? [], Environment.CurrentDirectory, Home(parsed)));

    private static string? ProblemOfUrl(string text) => Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"
        ? null
        : $"--endpoint-url: '{text}' is not an endpoint URL. Write it with its scheme, such as http://localhost:9000.";

    private S3Settings ReadS3(ParseResult parsed) => new()
    {
        Profile = parsed.GetValue(_profile),
        Region = parsed.GetValue(_region),
        EndpointUrl = parsed.GetValue(_endpointUrl),
        PathStyle = parsed.GetValue(_pathStyle) ? true : null,
        NoSignRequest = parsed.GetValue(_noSignRequest),
        RequesterPays = parsed.GetValue(_requesterPays),
    };
}
