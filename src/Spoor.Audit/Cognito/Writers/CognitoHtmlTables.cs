using Spoor.Audit.Cognito.Build;
using Spoor.Audit.Cognito.Model;
using Spoor.Audit.Reports.Html;
using Spoor.Audit.Reports.Text;
using Spoor.Core.Collections;
using static Spoor.Audit.Reports.ReportNumbers;

namespace Spoor.Audit.Cognito.Writers;

/// <summary>The tables of the HTML form.</summary>
internal sealed class CognitoHtmlTables(CognitoAuditReport report)
{
    /// <summary>Rows of a table at most: more and browsers, and people, give up.</summary>
    public const int MostRows = 5000;

    private const int MostEvents = 200;

    private static readonly Markup s_failed = new(" class=\"failed\"");

    /// <summary>Ids of records as evidence.</summary>
    public static Markup Events(ValueList<string> ids) =>
        Markup.Of($"<p class=\"ids\">{Markup.Join(ids.Take(MostEvents).Select(id => Markup.Of($"<code>{id}</code> ")))}</p>{Rest(ids.Count, MostEvents, "records")}");

    /// <summary>The line that says what was cut off.</summary>
    public static Markup Rest(int count, int most, string what) =>
        count <= most ? default : Markup.Of($"<p class=\"note\">{ReportRest.Of(count - most, what)}.</p>\n");

    public Markup Sources()
    {
        var sources = report.Pools.SelectMany(pool => pool.Sources.Select(source => (pool.Pool, Source: source))).OrderByDescending(item => item.Source.Calls + item.Source.Issues).ToList();
        return Table("sources", ["Address", "Programs", "Pool", "First", "Last"], ["Credentials", "Calls"], sources, item => Markup.Of(
            $"<tr>{Cell(item.Source.SourceIp)}{Wide(string.Join("; ", item.Source.UserAgents))}{Cell(item.Pool)}{Cell(Minute(item.Source.FirstTime))}{Cell(Minute(item.Source.LastTime))}{Cell(item.Source.Issues)}{Cell(item.Source.Calls)}</tr>\n"));
    }

    public Markup Pools() => Table(
        "pools", ["Pool", "Account", "Flows", "Data events", "First", "Last"], ["Issued", "Refused", "Unused", "Calls", "Failed", "Chained", "Guests", "Signed in", "Unknown"], report.Pools, pool => Markup.Of(
            $"<tr><td><details><summary>{pool.Pool}</summary>{Names("Roles", pool.Roles)}{Names("Login providers", pool.Providers)}{Events(pool.EventIds)}</details></td>{Cell(pool.Account)}{Cell(string.Join(", ", pool.Flows))}{Cell(pool.HasDataEvents ? "yes" : "none seen")}{Cell(Minute(pool.FirstTime))}{Cell(Minute(pool.LastTime))}{Cell(pool.Issues)}{Cell(pool.FailedIssues)}{Cell(pool.UnusedIssues)}{Cell(pool.Calls)}{Cell(pool.Errors)}{Cell(pool.ChainedCalls)}{Cell(pool.Guests)}{Cell(pool.SignedIn)}{Cell(pool.Unknown)}</tr>\n"));

    public Markup Roles() => Markup.Join(report.Roles.Take(MostRows).Select(role => Markup.Of($"""
        <details{(report.Roles.Count <= 12 ? new Markup(" open") : default)}>
        <summary><code>{role.Role}</code> <span class="badge {Name(role.Certainty)}">{Name(role.Certainty)}</span> <span class="note">{Count(role.Calls, "call", "calls")}, {Number(role.Errors)} failed, {Count(role.Identities.Count, "identity", "identities")}, {Minute(role.FirstTime)} to {Minute(role.LastTime)}</span></summary>
        {Table(null, ["Service", "Action", "First", "Last"], ["Calls", "Granted", "Failed"], role.Actions, action => Markup.Of($"<tr>{Cell(ServiceName.Short(action.Service))}{Cell(action.Action)}{Cell(Minute(action.FirstTime))}{Cell(Minute(action.LastTime))}{Cell(action.Calls)}{Cell(action.Granted)}{Cell(action.Errors)}</tr>\n"))}</details>

        """)).Append(Rest(report.Roles.Count, MostRows, "roles")));

    public Markup Identities() => Table(
        "identities", ["Identity", "Access", "Pool", "Users", "Providers", "Addresses", "First", "Last"], ["Issued", "Calls"], report.Identities, identity => Markup.Of(
            $"<tr><td><details><summary><code>{identity.Identity}</code></summary>{Timeline(identity.Timeline)}</details></td>{Cell(Access(identity.Access))}{Cell(identity.Pool)}{Wide(string.Join(", ", identity.Users.Select(user => user.UserSub)))}{Wide(string.Join(", ", identity.Providers))}{Wide(string.Join(", ", identity.Sources))}{Cell(Minute(identity.FirstTime))}{Cell(Minute(identity.LastTime))}{Cell(identity.Issues)}{Cell(identity.Calls)}</tr>\n"));

    public Markup Sessions() => Table(
        "sessions", ["Issued", "Key", "Certainty", "Flow", "Role", "Session", "Identity", "Address", "Taken by", "Record"], ["Depth", "Calls", "Failed"], report.Sessions, session => Markup.Of(
            $"<tr>{Cell(Minute(session.IssuedTime))}{Cell(session.AccessKeyId)}{Cell(Name(session.Certainty))}{Cell(session.Flow)}{Wide(session.Role)}{Cell(session.SessionName)}{Cell(session.Identity)}{Cell(session.SourceIp)}{Cell(session.ParentKey)}{Cell(session.EventIds.Count == 0 ? null : session.EventIds[0])}{Cell(session.Depth)}{Cell(session.Calls)}{Cell(session.Errors)}</tr>\n"));

    public Markup Calls() => Table(
        "calls", ["Time", "Service", "Action", "Error", "Via", "Role", "Identity", "Address", "Program", "Record"], [], report.Uses, use => Markup.Of(
            $"<tr{(use.ErrorCode is null ? default : s_failed)}>{Cell(use.Time)}{Cell(ServiceName.Short(use.Service))}{Cell(use.Action)}{Cell(use.ErrorCode)}{Cell(use.Via)}{Wide(use.Role)}{Cell(use.Identity)}{Cell(use.SourceIp)}{Wide(use.UserAgent)}{Cell(use.EventId)}</tr>\n"));

    public Markup ConfigChanges() => Table(
        null, ["Time", "Action", "Error", "Pool", "Role", "User pool", "By", "Address", "Request", "Record"], [], report.ConfigChanges, change => Markup.Of(
            $"<tr{(change.ErrorCode is null ? default : s_failed)}>{Cell(change.Time)}{Cell(change.Action)}{Cell(change.ErrorCode)}{Cell(change.Pool)}{Wide(change.Role)}{Wide(change.UserPool)}{Wide(change.Caller)}{Cell(change.SourceIp)}{Wide(change.Request)}{Cell(change.EventId)}</tr>\n"));

    public Markup SignIns() => Table(
        null, ["Time", "Action", "Error", "User", "User pool", "Identity", "Address", "Program", "Record"], [], report.SignIns, signIn => Markup.Of(
            $"<tr{(signIn.ErrorCode is null ? default : s_failed)}>{Cell(signIn.Time)}{Cell(signIn.Action)}{Cell(signIn.ErrorCode)}{Cell(signIn.UserName ?? signIn.UserSub)}{Cell(signIn.UserPool)}{Cell(signIn.Identity)}{Cell(signIn.SourceIp)}{Wide(signIn.UserAgent)}{Cell(signIn.EventId)}</tr>\n"));

    public Markup Dormant() => Table(
        null, ["Kind", "Name", "Pool", "Last", "Record"], [], report.Dormant, dormant => Markup.Of(
            $"<tr>{Cell(dormant.Kind)}{Wide(dormant.Name)}{Cell(dormant.Pool)}{Cell(dormant.Last)}{Cell(dormant.EventId)}</tr>\n"));

    public static Markup Refused(List<Refusal> refusals) => Table(
        "refused", ["First", "Last", "What", "Error", "Message", "Pool", "Role", "Identity", "Record"], ["Times"], refusals, refusal => Markup.Of(
            $"<tr>{Cell(Minute(refusal.FirstTime))}{Cell(Minute(refusal.LastTime))}{Cell(refusal.What)}{Cell(refusal.ErrorCode)}{Wide(refusal.ErrorMessage)}{Cell(refusal.Pool)}{Wide(refusal.Role)}{Cell(refusal.Asking)}{Cell(refusal.EventIds[0])}{Cell(refusal.EventIds.Count)}</tr>\n"));

    private static Markup Names(string title, ValueList<string> names) =>
        names.Count == 0 ? default : Markup.Of($"<p>{title}: {Markup.Join(names.Select(name => Markup.Of($"<code>{name}</code> ")))}</p>");

    private static Markup Timeline(ValueList<TimelineEntry> entries) => Markup.Of($"""
        <ol class="timeline">
        {Markup.Join(entries.Take(MostEvents).Select(entry => Markup.Of($"<li{(entry.ErrorCode is null ? default : s_failed)}>{entry.Time} <b>{entry.Kind.Replace('_', ' ')}</b> {ServiceName.Short(entry.Service)} {entry.Action} {entry.ErrorCode} {entry.SourceIp} {(entry.CognitoEventId is null ? default : Markup.Of($"<code>{entry.CognitoEventId}</code> "))}<code>{entry.EventId}</code></li>\n")))}</ol>
        {Rest(entries.Count, MostEvents, "events")}
        """);

    // id: name of a table that can be searched; null for one that cannot.
    private static Markup Table<T>(string? id, string[] texts, string[] numbers, IReadOnlyCollection<T> rows, Func<T, Markup> row)
    {
        if (rows.Count == 0)
        {
            return new Markup("<p class=\"note\">None.</p>\n");
        }

        var head = Markup.Join([.. texts.Select(title => Markup.Of($"<th scope=\"col\">{title}</th>")), .. numbers.Select(title => Markup.Of($"<th scope=\"col\" class=\"number\">{title}</th>"))]);
        var search = id is null ? default : Markup.Of($"<p class=\"search\"><input type=\"search\" data-filters=\"{id}\" placeholder=\"Search {id}\" aria-label=\"Search {id}\"> <span class=\"note\" id=\"{id}-count\" role=\"status\"></span></p>\n");
        return Markup.Of($"""
            {search}<div class="scroll"><table{(id is null ? default : Markup.Of($" id=\"{id}\""))}>
            <thead><tr>{head}</tr></thead>
            <tbody>
            {Markup.Join(rows.Take(MostRows).Select(row))}</tbody>
            </table></div>
            {Rest(rows.Count, MostRows, "rows")}
            """);
    }

    private static Markup Cell(string? text) => Markup.Of($"<td>{text}</td>");

    private static Markup Wide(string? text) => Markup.Of($"<td class=\"wide\">{text}</td>");

    private static Markup Cell(long number) => number == 0 ? new Markup("<td class=\"number zero\">0</td>") : Markup.Of($"<td class=\"number\">{Number(number)}</td>");

    private static string Name(Certainty certainty) => certainty switch
    {
        Certainty.Proved => "proved",
        Certainty.Chained => "chained",
        _ => "candidate",
    };

    private static string Access(IdentityAccess access) => access switch
    {
        IdentityAccess.Authenticated => "signed in",
        IdentityAccess.Guest => "guest",
        _ => "unknown",
    };
}
