using Spoor.Audit.Logs;
using Spoor.Catalog.Definitions;
using Spoor.Core.Collections;
using Spoor.Core.Types;

namespace Spoor.Audit.Lineage;

/// <summary>The members of records that the Cognito audit's statements use. Members whose shape varies (requests, claims) are read as their JSON text.</summary>
internal static class CognitoLogColumns
{
    public static ValueList<Column> All { get; } =
    [
        .. LogsTable.Texts(
            "eventid", "eventtime", "eventsource", "eventname", "eventcategory", "eventtype", "awsregion", "recipientaccountid", "requestid", "errorcode", "errormessage",
            "sourceipaddress", "useragent", "readonly", "requestparameters", "responseelements", "additionaleventdata", "resources", "sharedeventid"),
        new Column("addendum", Row(LogsTable.Texts("reason", "originalrequestid", "originaleventid")), null),
        new Column("useridentity", Row(
            LogsTable.Texts("type", "principalid", "arn", "accountid", "accesskeyid", "identityprovider", "invokedby"),
            ("sessioncontext", Row(
                LogsTable.Texts("webidfederationdata"),
                ("sessionissuer", Row(LogsTable.Texts("arn"))),
                ("attributes", Row(LogsTable.Texts("creationdate")))))), null),
    ];

    private static RowType Row(IEnumerable<Column> texts, params IEnumerable<(string Name, SqlType Type)> rows) =>
        new([.. texts.Select(column => new RowField(column.Name, column.Type)), .. rows.Select(row => new RowField(row.Name, row.Type))]);
}
