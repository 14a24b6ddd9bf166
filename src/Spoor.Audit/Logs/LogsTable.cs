using Spoor.Catalog.Definitions;
using Spoor.Core.Collections;
using Spoor.Core.Errors;
using Spoor.Core.Types;
using Spoor.Sql.Tables;
using Spoor.Storage.Local;
using Spoor.Storage.Objects;

namespace Spoor.Audit.Logs;

/// <summary>The table over the logs that a report reads. Nobody has to declare it, and it has no more fields than the report's statements use.</summary>
internal static class LogsTable
{
    private const string Bucket = "logs";

    /// <summary>A store that serves the logs, and the table <c>default.logs</c> over them.</summary>
    /// <param name="logs">A folder or an <c>s3://</c> prefix that holds an <c>AWSLogs/</c> tree, or lies in one, or holds loose files.</param>
    /// <param name="columns">Members of the records that the statements use.</param>
    /// <param name="objects">Serves <c>s3://</c> prefixes; null when there are none.</param>
    /// <param name="cancellationToken">Stops the search for <c>AWSLogs/</c>.</param>
    /// <exception cref="QueryException">NotFound: there is no such folder. Also errors of <paramref name="objects"/>.</exception>
    public static async Task<(IObjectStore Store, Table Table)> OpenAsync(
        string logs, ValueList<Column> columns, IObjectStore? objects, CancellationToken cancellationToken)
    {
        if (objects is null || !ObjectName.TryParse(logs, out _))
        {
            return (new LocalBucketStore([BucketOf(logs)]), Declare(LocationOfFolder(logs), columns));
        }

        return (objects, Declare(await LocationOfAsync(logs, objects, cancellationToken), columns));
    }

    /// <summary>Where the objects of logs lie, as <c>s3://bucket/prefix/</c>: what lies beside <c>AWSLogs/</c> is not the trail's.</summary>
    /// <param name="logs">A folder, served as <see cref="BucketOf"/> says, or an <c>s3://</c> prefix.</param>
    /// <param name="objects">Serves <c>s3://</c> prefixes.</param>
    /// <param name="cancellationToken">Stops the search for <c>AWSLogs/</c>.</param>
    /// <exception cref="QueryException">Errors of <paramref name="objects"/>.</exception>
    public static async Task<string> LocationOfAsync(string logs, IObjectStore objects, CancellationToken cancellationToken)
    {
        if (!ObjectName.TryParse(logs, out var prefix))
        {
            return LocationOfFolder(logs);
        }

        var folder = prefix.Key.Length == 0 || prefix.Key.EndsWith('/') ? prefix : prefix with { Key = $"{prefix.Key}/" };
        var tree = folder with { Key = $"{folder.Key}AWSLogs/" };
        return (await HasObjectsAsync(objects, tree, cancellationToken) ? tree : folder).ToString();
    }

    /// <summary>The bucket that serves a folder of logs.</summary>
    /// <exception cref="QueryException">NotFound: there is no such folder.</exception>
    public static BucketConfiguration BucketOf(string logs)
    {
        var path = Path.GetFullPath(logs);
        return Directory.Exists(path) ? new BucketConfiguration(Bucket, path) : throw new QueryException(
            ErrorCode.NotFound,
            null,
            File.Exists(path) ? $"'{logs}' is a file, not a folder" : $"There is no folder '{logs}'",
            "Name the folder that holds AWSLogs/, or one with .json or .json.gz files.");
    }

    /// <summary>A text that names objects as the engine does, with the names that the user knows: files of a folder by their paths.</summary>
    public static string WithNamesBelow(string logs, string text) =>
        ObjectName.TryParse(logs, out _) ? text : text.Replace($"s3://{Bucket}/", logs.EndsWith('/') ? logs : $"{logs}/", StringComparison.Ordinal);

    private static string LocationOfFolder(string logs) => $"s3://{Bucket}/{(Directory.Exists(Path.Combine(Path.GetFullPath(logs), "AWSLogs")) ? "AWSLogs/" : "")}";

    private static async Task<bool> HasObjectsAsync(IObjectStore objects, ObjectName prefix, CancellationToken cancellationToken)
    {
        await foreach (var page in objects.ListAsync(prefix, cancellationToken))
        {
            return page.Count > 0;
        }

        return false;
    }

    private static Table Declare(string location, ValueList<Column> columns)
    {
        var storage = new TableStorage(location, "org.apache.hive.hcatalog.data.JsonSerDe", [], TableStorage.LooseCloudTrailInputFormat, "org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat");
        var name = new TableName(TableName.DefaultCatalog, "default", "logs");
        return new Table(name, columns, [], storage, [], null, DateTimeOffset.UnixEpoch, null);
    }

    /// <summary>Columns of text under these names.</summary>
    public static IEnumerable<Column> Texts(params IEnumerable<string> names) => names.Select(name => new Column(name, VarcharType.Unbounded, null));
}
