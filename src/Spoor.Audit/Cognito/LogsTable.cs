using Spoor.Catalog;
using Spoor.Sql;
using Spoor.Sql.Analysis;
using Spoor.Sql.Types;
using Spoor.Storage;

namespace Spoor.Audit.Cognito;

/// <summary>The table over the logs that an audit reads. Nobody has to declare it, and it has no more fields than the audit's statements use.</summary>
internal static class LogsTable
{
    private const string Bucket = "logs";

    /// <summary>A store that serves the logs, and the table <c>default.logs</c> over them.</summary>
    /// <exception cref="QueryException">NotFound: there is no such folder.</exception>
    public static (IObjectStore Store, Table Table) Open(string logs)
    {
        var path = Path.GetFullPath(logs);
        if (!Directory.Exists(path))
        {
            throw new QueryException(
                ErrorCode.NotFound,
                null,
                File.Exists(path) ? $"'{logs}' is a file, not a folder" : $"There is no folder '{logs}'",
                "Name the folder that holds AWSLogs/, or one with .json or .json.gz files.");
        }

        // What lies beside AWSLogs/ is not the trail's.
        var key = Directory.Exists(Path.Combine(path, "AWSLogs")) ? "AWSLogs/" : "";
        var storage = new TableStorage($"s3://{Bucket}/{key}", "org.apache.hive.hcatalog.data.JsonSerDe", [], TableStorage.LooseCloudTrailInputFormat, "org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat");
        var name = new TableName(TableName.DefaultCatalog, "default", "logs");
        return (new LocalBucketStore([new BucketConfiguration(Bucket, path)]), new Table(name, Columns(), [], storage, [], null, DateTimeOffset.UnixEpoch, null));
    }

    private static ValueList<Column> Columns() =>
    [
        .. Texts("eventid", "eventtime", "eventsource", "eventname", "eventcategory", "recipientaccountid", "requestid", "errorcode", "resources"),
        new Column("useridentity", Row(
            Texts("type", "principalid", "accesskeyid", "identityprovider"),
            ("sessioncontext", Row(
                [],
                ("sessionissuer", Row(Texts("arn"))),
                ("attributes", Row(Texts("creationdate"))),
                ("webidfederationdata", Row(
                    Texts("federatedprovider"),
                    ("attributes", Row(Texts([.. Claims("cognito-identity.amazonaws.com"), .. Claims("cognito-identity.amazon.com")])))))))), null),
        new Column("requestparameters", Row(Texts("identityid", "identitypoolid", "logins", "rolearn", "rolesessionname")), null),
        new Column("responseelements", Row(
            Texts("identityid", "identitypoolid", "provider", "audience", "subjectfromwebidentitytoken"),
            ("credentials", Row(Texts("accesskeyid")))), null),
    ];

    private static string[] Claims(string provider) => [$"{provider}:aud", $"{provider}:sub", $"{provider}:amr"];

    private static IEnumerable<Column> Texts(params IEnumerable<string> names) => names.Select(name => new Column(name, VarcharType.Unbounded, null));

    private static RowType Row(IEnumerable<Column> texts, params IEnumerable<(string Name, SqlType Type)> rows) =>
        new([.. texts.Select(column => new RowField(column.Name, column.Type)), .. rows.Select(row => new RowField(row.Name, row.Type))]);
}
