using System.Globalization;
using System.Text.Json;
using Spoor.Audit.Cognito.Build;
using Spoor.Audit.Cognito.Model;
using Spoor.Audit.Findings;
using Spoor.Audit.Logs;
using Spoor.Audit.Reports.Html;
using static Spoor.Audit.Reports.ReportNumbers;

namespace Spoor.Audit.Cognito.Writers;

/// <summary>Writes a report as one HTML file that works offline. All that is drawn is in its tables too; without scripts only search and charts are missing.</summary>
public sealed class CognitoReportHtml
{
    private readonly CognitoAuditReport _report;
    private readonly CognitoHtmlTables _tables;
    private readonly CognitoCharts _charts;

    private CognitoReportHtml(CognitoAuditReport report)
    {
        _report = report;
        _tables = new CognitoHtmlTables(report);
        _charts = CognitoCharts.Of(report);
    }

    /// <summary>Writes the report. Lists are cut where a browser would suffer, with a line that says so; the JSON form has them whole.</summary>
    public static Task WriteAsync(CognitoAuditReport report, TextWriter output, CancellationToken cancellationToken) =>
        new HtmlPage(
            $"Cognito identity pools in {report.Scope.Logs}",
            [EmbeddedFile.Read(typeof(CognitoReportHtml), "Html/report.css")],
            new CognitoReportHtml(report).Body(),
            [EmbeddedFile.Read(typeof(CognitoReportHtml), "Html/echarts.min.js"), EmbeddedFile.Read(typeof(CognitoReportHtml), "Html/report.js")]).WriteAsync(output, cancellationToken);

    private Markup Body() => Markup.Join(
    [
        Head(), Tiles(), Findings(),
        .. Refusal.Of(_report) is { Count: > 0 } refusals ? (Markup[])[Section("Refused", CognitoHtmlTables.Refused(refusals))] : [],
        Section("What could not be seen", Limits()),
        Section("Calls over time", Chart("chart-calls", _charts.Calls.Starts.Count, 260, $"Calls by {_charts.Calls.Unit}, UTC.", "No calls.")),
        Section("Roles and services", HeatMap()),
        Section("From pool to role", Diagram()),
        Section("Source addresses", Markup.Join([Chart("chart-sources", _charts.Sources.Count, 60 + (22 * _charts.Sources.Count), "Where credentials were taken and used.", "No addresses."), _tables.Sources()])),
        Section("Pools", _tables.Pools()),
        Section("Roles and what was called with them", _tables.Roles()),
        Section("Identities", _tables.Identities()),
        Section("Sessions", _tables.Sessions()),
        Section("Calls", _tables.Calls()),
        Section("Changes of configuration", _tables.ConfigChanges()),
        Section("Sign-ins", _tables.SignIns()),
        Section("Known, but not used in the window", _tables.Dormant()),
        Foot(), Data(),
    ]);

    private Markup Head()
    {
        var (scope, totals) = (_report.Scope, _report.Totals);
        (string Name, string? Value)[] asked = [("pool", scope.Pool), ("role", scope.Role)];
        var only = string.Join(", ", asked.Where(part => part.Value is not null).Select(part => $"{part.Name} {part.Value}"));
        return Markup.Of($"""
            <header>
            <h1>Who used Cognito identity pools, and what did they do</h1>
            <p><code>{scope.Logs}</code></p>
            <p>Window: {scope.Window}. All records read: {AuditWindow.Span(totals.ReadFirstTime, totals.ReadLastTime)}; used: {AuditWindow.Span(totals.FirstTime, totals.LastTime)}.{(only.Length == 0 ? "" : $" Only {only}.")}</p>
            {(scope.Filters.Count == 0 ? Markup.Of($"") : Markup.Of($"<p><b>Filters: {string.Join(", ", scope.Filters)}</b></p>\n"))}{Markup.Join(_report.Verdict.Select(sentence => Markup.Of($"<p>{sentence.Text}</p>\n")))}
            {Markup.Join(_report.NotUsed.Select(answer => Markup.Of($"<p><b>{answer}</b></p>\n")))}
            </header>

            """);
    }

    private Markup Tiles()
    {
        var pools = _report.Pools;
        var severe = _report.Findings.Count(finding => finding.Severity >= FindingSeverity.High);
        return Markup.Of($"""
            <dl class="tiles">
            {Tile("Findings", _report.Findings.Count, $"{Number(severe)} high or critical", severe > 0)}{Tile("Pools", pools.Count, $"{Number(pools.Count(pool => pool.Issues > 0))} handed out credentials")}{Tile("Identities", _report.Identities.Count, $"{Count(pools.Sum(pool => (long)pool.Guests), "guest", "guests")}, {Number(pools.Sum(pool => (long)pool.SignedIn))} signed in")}{Tile("Credentials", pools.Sum(pool => pool.Issues), $"{Number(pools.Sum(pool => pool.FailedIssues))} refused, {Number(pools.Sum(pool => pool.UnusedIssues))} not seen in use")}{Tile("Proved calls", pools.Sum(pool => pool.Calls), $"{Number(pools.Sum(pool => pool.Errors))} failed")}{Tile("Behind role chains", CallsOf(Certainty.Chained), "calls of roles taken from there")}{Tile("Candidates", CallsOf(Certainty.Candidate), "calls that nothing proves")}</dl>

            """);
    }

    private long CallsOf(Certainty certainty) => _report.Uses.Count(use => use.Certainty == certainty);

    private static Markup Tile(string title, long number, string note, bool isBad = false) =>
        Markup.Of($"<div{(isBad ? new Markup(" class=\"bad\"") : default)}><dt>{title}</dt><dd>{Number(number)}</dd><dd class=\"note\">{note}</dd></div>\n");

    private Markup Findings()
    {
        var rules = _report.Findings.GroupBy(finding => (finding.RuleId, finding.Severity)).ToList();
        return Section($"Findings ({Number(_report.Findings.Count)})", rules.Count == 0 ? Nothing("No rule found anything.") : Markup.Join(rules.Select(rule => Rule([.. rule]))));
    }

    private static Markup Rule(List<Finding> findings)
    {
        var (rule, severity) = (findings[0], FindingSeverities.Name(findings[0].Severity));
        return Markup.Of($"""
            <article class="finding {severity}">
            <h3><span class="badge">{severity}</span> {rule.Title} <code>{rule.RuleId}</code></h3>
            <p>{rule.Why}</p>
            <p><b>What to do.</b> {rule.WhatToDo}</p>
            <p class="note"><b>False alarm if:</b> {rule.FalseAlarm}</p>
            <ul>
            {Markup.Join(findings.Take(CognitoHtmlTables.MostRows).Select(One))}</ul>
            {CognitoHtmlTables.Rest(findings.Count, CognitoHtmlTables.MostRows, "findings of this rule")}</article>

            """);
    }

    private static Markup One(Finding finding)
    {
        var (first, last) = (Minute(finding.FirstTime), Minute(finding.LastTime));
        return Markup.Of($"""
            <li>{(first == last ? first : $"{first} to {last}")}: {finding.Detail}<br>{Markup.Join(IdLabel.Of(finding).Select(item => Markup.Of($"<span class=\"id\">{item.Label} <code>{item.Id}</code></span> ")))}
            <details><summary>{Count(finding.EventIds.Count, "record", "records")} as evidence</summary>{CognitoHtmlTables.Events(finding.EventIds)}</details></li>

            """);
    }

    private Markup Limits() => _report.Limits.Count == 0 ? Nothing("Nothing that the audit knows of.") : Markup.Of($"""
        <ul class="limits">
        {Markup.Join(_report.Limits.Select(limit => Markup.Of($"<li>{limit.Text} <code>{limit.Id}</code>{(limit.EventIds.Count == 0 ? default : Markup.Of($"<details><summary>{Count(limit.EventIds.Count, "record", "records")}</summary>{CognitoHtmlTables.Events(limit.EventIds)}</details>"))}</li>\n")))}</ul>

        """);

    private Markup HeatMap()
    {
        var heat = _charts.Heat;
        var isCut = heat.RoleCount > heat.Roles.Count || heat.ServiceCount > heat.Services.Count;
        var note = $"Calls by role and service; darker is more, logarithmic.{(isCut ? $" Drawn: {heat.Roles.Count} of {Count(heat.RoleCount, "role", "roles")}, {heat.Services.Count} of {Count(heat.ServiceCount, "service", "services")}; the tables have all." : "")}";
        return Chart("chart-heat", heat.Cells.Count, 130 + (28 * heat.Roles.Count), note, "No calls with a known role.");
    }

    private Markup Diagram()
    {
        var chain = _charts.Chain;
        var nodes = chain.Links.SelectMany(link => new[] { link.From, link.To }).Distinct().ToList();
        var rows = nodes.Count == 0 ? 0 : nodes.GroupBy(node => node.Depth).Max(depth => depth.Count());
        var cut = chain.LinkCount > chain.Links.Count ? $" {chain.Links.Count} of {Number(chain.LinkCount)} links are drawn: role chains, then the widest." : "";
        return Chart("chart-chain", chain.Links.Count, 60 + (44 * rows), $"Pools, the roles that they gave, and roles taken from there. The wider, the more sessions, logarithmic.{cut}", "No credentials were handed out with a known role.");
    }

    private static Markup Chart(string id, int count, int height, string note, string nothing) =>
        count == 0 ? Nothing(nothing) : Markup.Of($"<p class=\"note\">{note}</p>\n<div class=\"chart\" id=\"{id}\" style=\"height: {height}px\"></div>\n");

    private static Markup Nothing(string text) => Markup.Of($"<p class=\"note\">{text}</p>\n");

    private static Markup Section(string title, Markup content) => Markup.Of($"<section>\n<h2>{title}</h2>\n{content}</section>\n");

    private Markup Foot()
    {
        var totals = _report.Totals;
        return Markup.Of($"""
            <footer>{Count(totals.ObjectsListed, "object", "objects")} listed = {Number(totals.ObjectsRead)} read + {Number(totals.ObjectsLeftOut)} left out + {Number(totals.ObjectsFailed)} failed; {Size(totals.BytesRead)}, {Size(totals.BytesDecompressed)} decompressed.
            {Count(totals.RecordsRead, "record", "records")} read, {Number(totals.RecordsInWindow)} in the window, {Number(totals.RecordsUsed)} of them used, {Number(totals.RepeatedRecords)} of these repeated; {totals.Seconds.ToString("0.00", CultureInfo.InvariantCulture)} s. Made by <code>spoor audit cognito</code>.</footer>

            """);
    }

    // JSON in a script element: the serializer escapes <, > and &, so that no text can end the element.
    private Markup Data() => Markup.Of($"<script type=\"application/json\" id=\"charts\">{new Markup(JsonSerializer.Serialize(_charts, CognitoChartsJsonContext.Default.CognitoCharts))}</script>\n");
}
