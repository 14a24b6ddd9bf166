using Spoor.Audit.Events;
using Spoor.Audit.Logs;
using Spoor.Audit.Policies.Iam;
using Spoor.Catalog.Definitions;
using Spoor.Core.Collections;
using Spoor.Core.Errors;
using Spoor.Core.Text;
using Spoor.Core.Types;
using Spoor.Engine.Sessions;
using Spoor.Sql.Syntax.Printing;

namespace Spoor.Audit.Policies;

/// <summary>Finds the least IAM policy that covers what a role's sessions did.</summary>
/// <remarks>The logs are read for the role's calls (records without the role's name are skipped unparsed) and for which services have data events.</remarks>
public static class PolicyAudit
{
    private const int MostRolesNamed = 5;

    /// <summary>Runs it over the logs.</summary>
    /// <exception cref="QueryException">The logs are missing or cannot be read; the role did nothing, or the name is that of several.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static async Task<PolicyReport> RunAsync(PolicyRequest request, EngineOptions options, CancellationToken cancellationToken)
    {
        var (store, table) = await LogsTable.OpenAsync(request.Logs, Columns(), request.Objects, cancellationToken);
        await using var session = new LogsSession(store, table, options, cancellationToken);
        var asked = AskedRole.Parse(request.Role);
        var scan = await session.ReadLogsAsync("records", Statement("records", request, asked), request.BadData);
        SeenLogs.Require(request.Logs, scan, canAllow: false);
        await EventTables.KeepAsync(session);
        session.Define("calls", Statement("calls", request, asked));
        var roles = await session.TextsAsync($"SELECT DISTINCT role FROM calls WHERE role IS NOT NULL ORDER BY role");
        if (roles.Count != 1)
        {
            throw roles.Count == 0 ? await NotFoundAsync(session, request, asked) : Ambiguous(request, roles);
        }

        var use = new RoleUse();
        await session.ForEachAsync<CallColumn>($"SELECT * FROM calls ORDER BY event_time, event_id", row => use.Add(RoleCall.Read(row)));
        await session.ReadLogsAsync("data_sources", Statement("data_sources", request, asked), request.BadData);
        var sources = await session.TextsAsync($"SELECT service FROM data_sources");
        return new PolicyReportBuilder(request, roles[0], use, sources.Select(ActionTable.Source).ToHashSet(StringComparer.OrdinalIgnoreCase), scan).Build();
    }

    private static SqlFragment Statement(string name, PolicyRequest request, AskedRole asked) => StatementTemplate.Beside(typeof(PolicyAudit), name).Fill(place => place.Phrase switch
    {
        "role" => asked.Condition,
        "in the window" => new RecordWindow(request.From, request.To).Condition(SqlFragment.Written(place.Column)),
        _ => null,
    });

    private static QueryException Ambiguous(PolicyRequest request, List<string> roles) => new(
        ErrorCode.AmbiguousName, null, $"'{request.Role}' is the name of {roles.Count} roles that made calls", $"Name one by its ARN: {string.Join(", ", roles.Take(MostRolesNamed))}.");

    private static async Task<QueryException> NotFoundAsync(LogsSession session, PolicyRequest request, AskedRole asked)
    {
        await session.ReadLogsAsync("roles", Statement("roles", request, asked), request.BadData);
        var roles = await session.TextsAsync($"SELECT role FROM roles WHERE role IS NOT NULL ORDER BY role");
        var window = request is { From: null, To: null } ? "" : " in the window";
        var byName = roles.ToLookup(role => role[(role.LastIndexOf('/') + 1)..], StringComparer.OrdinalIgnoreCase);
        // A role of the same name in another account or under another path is nearer than any other name.
        var nearest = byName[asked.Name].Any(role => role != request.Role) ? asked.Name : NearestName.Find(asked.Name, byName.Select(group => group.Key));
        var hint = nearest is not null ? $"Did you mean {string.Join(" or ", byName[nearest].Where(role => role != request.Role).Take(MostRolesNamed))}?"
            : roles.Count == 0 ? $"No role's session made a call{window}."
            : $"Roles whose sessions made calls: {string.Join(", ", roles.Take(MostRolesNamed))}{(roles.Count > MostRolesNamed ? ", ..." : "")}.";
        return new QueryException(ErrorCode.NotFound, null, $"No session of role '{request.Role}' made a call{window}", hint);
    }

    private static ValueList<Column> Columns() =>
    [
        .. LogsTable.Texts(
            "eventtime", "eventsource", "eventname", "eventtype", "eventcategory", "awsregion", "requestid", "errorcode", "requestparameters", "resources", "recipientaccountid", "sharedeventid"),
        new Column("addendum", Row(("reason", VarcharType.Unbounded), ("originalrequestid", VarcharType.Unbounded), ("originaleventid", VarcharType.Unbounded)), null),
        new Column("useridentity", Row(("type", VarcharType.Unbounded), ("accountid", VarcharType.Unbounded), ("accesskeyid", VarcharType.Unbounded), ("sessioncontext", Row(
            ("sessionissuer", Row(("arn", VarcharType.Unbounded), ("username", VarcharType.Unbounded), ("accountid", VarcharType.Unbounded))),
            ("webidfederationdata", Row(("attributes", Row(
                ("cognito-identity.amazonaws.com:sub", VarcharType.Unbounded),
                ("cognito-identity.amazon.com:sub", VarcharType.Unbounded),
                ("cognito-identity-us-gov.amazonaws.com:sub", VarcharType.Unbounded),
                ("cognito-identity.us-gov-east-1.amazonaws.com:sub", VarcharType.Unbounded),
                ("cognito-identity.cn-north-1.amazonaws.com.cn:sub", VarcharType.Unbounded)))))))), null),
    ];

    private static RowType Row(params ReadOnlySpan<(string Name, SqlType Type)> fields)
    {
        var list = new List<RowField>();
        foreach (var (name, type) in fields)
        {
            list.Add(new RowField(name, type));
        }

        return new RowType([.. list]);
    }
}
