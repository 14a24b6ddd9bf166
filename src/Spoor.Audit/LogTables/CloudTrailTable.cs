using Spoor.Audit.Logs;
using Spoor.Catalog.Definitions;
using Spoor.Core.Collections;
using Spoor.Core.Types;
using Spoor.Sql.Syntax.Printing;
using Spoor.Sql.Tables;

namespace Spoor.Audit.LogTables;

/// <summary>The table <c>cloudtrail</c> over logs that somebody named: the columns of Athena's guide under their names and types, and what it lacks.</summary>
/// <seealso href="https://docs.aws.amazon.com/athena/latest/ug/create-cloudtrail-table-partition-projection.html"/>
/// <seealso href="https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html"/>
public static class CloudTrailTable
{
    /// <summary>The table's name.</summary>
    public const string Name = "cloudtrail";

    /// <summary>The name of the whole table, where a window of it has the other.</summary>
    internal const string WholeName = "cloudtrail_all";

    private static readonly SqlType s_text = VarcharType.Unbounded;

    /// <summary>Members of a record, in the guide's order; behind them those that the guide's table does not have, which are JSON texts where they are objects.</summary>
    public static ValueList<Column> RecordColumns { get; } =
    [
        Text("eventversion"),
        Of("useridentity", Row(
            [.. Texts("type", "principalid", "arn", "accountid", "invokedby", "accesskeyid", "username")],
            Field("onbehalfof", Row(Texts("userid", "identitystorearn"))),
            Field("sessioncontext", Row(
                [
                    Field("attributes", Row(Texts("mfaauthenticated", "creationdate"))),
                    Field("sessionissuer", Row(Texts("type", "principalid", "arn", "accountid", "username"))),
                    Field("ec2roledelivery", s_text),
                    Field("webidfederationdata", Row([Field("federatedprovider", s_text), Field("attributes", new MapType(s_text, s_text))])),
                    Field("sourceidentity", s_text),
                    Field("assumedroot", s_text),
                ])),
            Field("identityprovider", s_text),
            Field("credentialid", s_text),
            Field("inscopeof", s_text),
            Field("invokedbydelegate", s_text))),
        Text("eventtime"),
        Text("eventsource"),
        Text("eventname"),
        Text("awsregion"),
        Text("sourceipaddress"),
        Text("useragent"),
        Text("errorcode"),
        Text("errormessage"),
        Text("requestparameters"),
        Text("responseelements"),
        Text("additionaleventdata"),
        Text("requestid"),
        Text("eventid"),
        Text("readonly"),
        Of("resources", new ArrayType(Row(Texts("arn", "accountid", "type", "arnprefix")))),
        Text("eventtype"),
        Text("apiversion"),
        Text("recipientaccountid"),
        Text("serviceeventdetails"),
        Text("sharedeventid"),
        Text("vpcendpointid"),
        Text("vpcendpointaccountid"),
        Text("eventcategory"),
        Of("addendum", Row(Texts("reason", "updatedfields", "originalrequestid", "originaleventid"))),
        Text("sessioncredentialfromconsole"),
        Text("edgedevicedetails"),
        Of("tlsdetails", Row(Texts("tlsversion", "ciphersuite", "clientprovidedhostheader"))),
        Text("managementevent"),
        Text("eventcontext"),
        Text("insightdetails"),
    ];

    /// <summary>The table over a location.</summary>
    /// <param name="location">Where the objects lie, as <c>s3://bucket/prefix/</c>.</param>
    /// <param name="database">The database that it is in.</param>
    internal static Table Over(string location, string database) => new(
        new TableName(TableName.DefaultCatalog, database, Name),
        [.. RecordColumns, new Column("record", s_text, "The whole record, JSON as it was written")],
        [
            new Column("account", s_text, "The account of the object's key, else the record's recipientaccountid; it prunes"),
            new Column("region", s_text, "The region of the object's key, else the record's awsregion; it prunes"),
            new Column("day", ScalarTypes.Date, "The day of the object's key, on which it was delivered, else that of eventtime; it prunes"),
        ],
        new TableStorage(location, "org.apache.hive.hcatalog.data.JsonSerDe", [], TableStorage.LooseCloudTrailInputFormat, "org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat"),
        [],
        "Records of the logs that were named",
        DateTimeOffset.UnixEpoch,
        ViewText: null);

    /// <summary>A view of the table's name that shows a window of the whole table.</summary>
    internal static Table Within(RecordWindow window, string database)
    {
        var whole = Over("s3://logs/", database);
        SqlFragment sql = $"SELECT * FROM {SqlFragment.Name(WholeName)} WHERE {window.Condition(SqlFragment.Name("eventtime"))} AND {window.DeliveryCondition(SqlFragment.Name("day"))}";
        return whole with { Columns = [.. whole.Columns, .. whole.PartitionKeys], PartitionKeys = [], Storage = null, ViewText = sql.ToString() };
    }

    private static Column Text(string name) => Of(name, s_text);

    private static Column Of(string name, SqlType type) => new(name, type, Comment: null);

    private static RowField Field(string name, SqlType type) => new(name, type);

    private static IEnumerable<RowField> Texts(params IEnumerable<string> names) => names.Select(name => Field(name, s_text));

    private static RowType Row(IEnumerable<RowField> fields, params IEnumerable<RowField> more) => new(fields.Concat(more).ToValueList());
}
