using System.Text.Json;
using Spoor.Core.Collections;
using Spoor.Core.Errors;
using Spoor.Storage.Caching;
using Spoor.Storage.Configuration;
using Spoor.Storage.Local;
using Spoor.Storage.Objects;
using Spoor.Storage.S3;

namespace Spoor.Storage;

/// <summary>Which buckets there are: from <c>--bucket NAME=FOLDER</c>, then <c>spoor.json</c> of the current folder, then that of Spoor's home; the first to name a bucket wins.</summary>
/// <param name="Buckets">Buckets that are folders; each name once.</param>
public sealed record StorageConfiguration(ValueList<BucketConfiguration> Buckets)
{
    private const string FileName = "spoor.json";

    /// <summary>Buckets with S3 settings of their own; none of them is among <see cref="Buckets"/>. All others have the usual ones.</summary>
    public ValueList<S3BucketConfiguration> S3Buckets { get; init; } = [];

    /// <summary>S3 settings of all buckets, for what their own leave open.</summary>
    public S3Settings S3Defaults { get; init; } = new();

    /// <summary>Where work that does not fit into memory is put, absolute; null for the usual place.</summary>
    public string? SpillFolder { get; init; }

    /// <summary>The logs that are meant where none are named: an absolute folder or an <c>s3://</c> prefix; null for none.</summary>
    public string? Logs { get; init; }

    /// <summary>Reads all sources. Relative folders are relative to <paramref name="currentFolder"/> in an option and to the file's folder in a file.</summary>
    /// <param name="bucketOptions">Buckets as people write them: <c>NAME=FOLDER</c>.</param>
    /// <param name="currentFolder">Where the command runs.</param>
    /// <param name="homeFolder">Spoor's home; null when there is none.</param>
    /// <exception cref="QueryException">InvalidArguments: an option or a file is wrong; the message says which and where.</exception>
    public static StorageConfiguration Read(IEnumerable<string> bucketOptions, string currentFolder, string? homeFolder)
    {
        var options = bucketOptions.Select(option => ParseOption(option, currentFolder)).ToList();
        if (options.GroupBy(bucket => bucket.Name).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw new QueryException(ErrorCode.InvalidArguments, span: null, $"Bucket '{twice.Key}' is given twice", $"Give each{Setting.Bucket: *} NAME once.");
        }

        var current = ReadFile(currentFolder);
        var home = homeFolder is null ? new StorageConfigurationContent([]) : ReadFile(homeFolder);
        var entries = options.Select(option => new BucketEntry(option.Name, option, S3: null)).Concat(current.Buckets).Concat(home.Buckets);
        var buckets = entries.DistinctBy(entry => entry.Name).ToList();
        return new StorageConfiguration(buckets.Select(entry => entry.Folder).OfType<BucketConfiguration>().ToValueList())
        {
            S3Buckets = buckets.Select(entry => entry.S3).OfType<S3BucketConfiguration>().ToValueList(),
            S3Defaults = current.S3.Or(home.S3),
            SpillFolder = current.SpillFolder ?? home.SpillFolder,
            Logs = current.Logs ?? home.Logs,
        };
    }

    /// <summary>The store of these buckets and, under all other names, of S3's.</summary>
    /// <param name="s3">What the command line says about S3.</param>
    /// <param name="cache">Keeps S3's objects; null to fetch them each time.</param>
    /// <param name="tell">Gets a sentence now and then about what is waited for, from any thread; null for nobody.</param>
    public IObjectStore CreateStore(S3Settings s3, ObjectCache? cache, Action<string>? tell = null) => new BucketRouter(this, s3, cache, tell);

    private static BucketConfiguration ParseOption(string option, string currentFolder)
    {
        var equals = option.IndexOf('=', StringComparison.Ordinal);
        return equals > 0 && equals < option.Length - 1 && !option[..equals].Contains('/', StringComparison.Ordinal)
            ? new BucketConfiguration(option[..equals], Path.GetFullPath(option[(equals + 1)..], currentFolder))
            : throw new QueryException(ErrorCode.InvalidArguments, span: null, $"'{option}' is not a bucket", $"Write{Setting.Bucket: *} NAME=FOLDER, such as{Setting.Bucket: *} my-trail=/data/trail for s3://my-trail/.");
    }

    private static StorageConfigurationContent ReadFile(string folder)
    {
        var file = Path.Combine(folder, FileName);
        if (!File.Exists(file))
        {
            return new StorageConfigurationContent([]);
        }

        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(file), new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
            return new StorageConfigurationFile(file).Read(document.RootElement);
        }
        catch (JsonException exception)
        {
            throw new QueryException(ErrorCode.InvalidArguments, span: null, $"{file}({exception.LineNumber + 1},{exception.BytePositionInLine + 1}): not valid JSON", hint: null, exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new QueryException(ErrorCode.InvalidArguments, span: null, $"{file} cannot be read: {exception.Message}", hint: null, exception);
        }
    }
}
