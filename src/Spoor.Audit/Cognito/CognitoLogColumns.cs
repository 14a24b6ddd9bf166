using Spoor.Catalog;
using Spoor.Sql;
using Spoor.Sql.Types;

namespace Spoor.Audit.Cognito;

/// <summary>The members of records that the Cognito audit's statements use.</summary>
internal static class CognitoLogColumns
{
    public static ValueList<Column> All { get; } =
    [
        .. LogsTable.Texts("eventid", "eventtime", "eventsource", "eventname", "eventcategory", "recipientaccountid", "requestid", "errorcode", "resources"),
        new Column("useridentity", Row(
            LogsTable.Texts("type", "principalid", "accesskeyid", "identityprovider"),
            ("sessioncontext", Row(
                [],
                ("sessionissuer", Row(LogsTable.Texts("arn"))),
                ("attributes", Row(LogsTable.Texts("creationdate"))),
                ("webidfederationdata", Row(
                    LogsTable.Texts("federatedprovider"),
                    ("attributes", Row(LogsTable.Texts([.. Claims("cognito-identity.amazonaws.com"), .. Claims("cognito-identity.amazon.com")])))))))), null),
        new Column("requestparameters", Row(LogsTable.Texts("identityid", "identitypoolid", "logins", "rolearn", "rolesessionname")), null),
        new Column("responseelements", Row(
            LogsTable.Texts("identityid", "identitypoolid", "provider", "audience", "subjectfromwebidentitytoken"),
            ("credentials", Row(LogsTable.Texts("accesskeyid")))), null),
    ];

    private static string[] Claims(string provider) => [$"{provider}:aud", $"{provider}:sub", $"{provider}:amr"];

    private static RowType Row(IEnumerable<Column> texts, params IEnumerable<(string Name, SqlType Type)> rows) =>
        new([.. texts.Select(column => new RowField(column.Name, column.Type)), .. rows.Select(row => new RowField(row.Name, row.Type))]);
}
