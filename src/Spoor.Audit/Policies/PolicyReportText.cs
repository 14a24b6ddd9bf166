using Spoor.Audit.Reports.Text;
using Spoor.Core.Collections;
using static Spoor.Audit.Reports.ReportNumbers;

namespace Spoor.Audit.Policies;

/// <summary>Writes a report for people: 100 columns, plain text, no character that a terminal would obey.</summary>
public sealed class PolicyReportText
{
    private const int MostResources = 5;

    private readonly PolicyReport _report;
    private readonly ReportLines _lines = new();

    private PolicyReportText(PolicyReport report) => _report = report;

    /// <summary>Writes the report. Long lists of resources are cut with a line that says so; the JSON form has them whole.</summary>
    public static Task WriteAsync(PolicyReport report, TextWriter output, CancellationToken cancellationToken) =>
        new PolicyReportText(report).Lines().WriteAsync(output, cancellationToken);

    private ReportLines Lines()
    {
        var totals = _report.Totals;
        _lines.Add($"Least policy of {_report.Scope.Role}");
        _lines.Add($"window: {_report.Scope.Window}");
        _lines.Add($"{Count(totals.Calls, "call", "calls")}, {Minute(totals.FirstTime)} to {Minute(totals.LastTime)} UTC: {Number(totals.Granted)} granted, {Number(totals.Denied)} denied, {Number(totals.Undecided)} undecided");
        _lines.Add("");
        foreach (var sentence in _report.Verdict)
        {
            _lines.AddWrapped("", sentence.Text);
        }

        Used();
        Refused("DENIED, AND SO NOT IN THE POLICY", _report.Denied);
        Refused("UNDECIDED, AND SO NOT IN THE POLICY: the call failed otherwise, or its record does not say which action it was", _report.Undecided);
        Passed();
        Comparison();
        Unobserved();
        Rest();
        Read();
        return _lines;
    }

    private void Used()
    {
        _lines.Section($"USED ({Number(_report.Used.Count)} actions, {Count(_report.Policy.Statement.Count, "statement", "statements")}, {Number(_report.PolicyCharacters)} characters)");
        foreach (var action in _report.Used)
        {
            _lines.Add($"{action.Action}  {Count(action.Calls, "call", "calls")}, last {Minute(action.LastTime)}");
            Resources(action.Resources, action.Breadth switch
            {
                "any" => "  AWS gives it no narrower resource",
                "unknown" => "  wider than the use: records do not tell what it was made on",
                _ => "",
            });
            _lines.AddWrapped("    by ", string.Join(", ", action.Events));
            _lines.AddWrapped("    event ", string.Join(", ", action.EventIds.Take(1)));
        }

        _lines.AddNothing(_report.Used.Count);
    }

    private void Refused(string title, ValueList<RefusedAction> actions)
    {
        if (actions.Count == 0)
        {
            return;
        }

        _lines.Section(title);
        foreach (var action in actions)
        {
            _lines.Add($"{action.Action}  {Count(action.Calls, "call", "calls")}{(action.ErrorCodes.Count == 0 ? "" : $": {string.Join(", ", action.ErrorCodes)}")}{(action.IsAlsoUsed ? "; others were granted" : "")}");
            Resources(action.Resources, "");
            _lines.AddWrapped("    event ", string.Join(", ", action.EventIds.Take(1)));
        }
    }

    private void Passed()
    {
        if (_report.PassedRoles.Count == 0)
        {
            return;
        }

        _lines.Section("ROLES HANDED TO SERVICES: takes iam:PassRole, which no record shows, so it is not in the policy");
        foreach (var role in _report.PassedRoles)
        {
            _lines.Add(role.Role);
            _lines.AddWrapped("    by ", string.Join(", ", role.Events));
        }
    }

    private void Comparison()
    {
        if (_report.Current is not { } current)
        {
            return;
        }

        _lines.Section($"GRANTED AND NOT USED ({Number(current.Unused.Count)})");
        foreach (var grant in current.Unused)
        {
            _lines.AddWrapped("- ", $"{grant.Action} (statement {grant.Statement}){(grant.Note is null ? "" : $": {grant.Note}")}");
        }

        _lines.AddNothing(current.Unused.Count);
        _lines.Section($"WIDER THAN ITS USE ({Number(current.Narrowed.Count)})");
        foreach (var grant in current.Narrowed)
        {
            _lines.AddWrapped("- ", $"{grant.Action} on {string.Join(' ', grant.Resources)} (statement {grant.Statement}): used {string.Join(' ', grant.UsedActions)}");
            Resources(grant.UsedResources, "");
        }

        _lines.AddNothing(current.Narrowed.Count);
        _lines.Section($"USED AND NOT GRANTED BY THIS POLICY ({Number(current.UsedNotGranted.Count)})");
        foreach (var use in current.UsedNotGranted)
        {
            _lines.AddWrapped("- ", $"{use.Action}: {use.Reason}");
            Resources(use.Resources, "");
        }

        _lines.AddNothing(current.UsedNotGranted.Count);
        _lines.Section($"GRANTED, AND NOT TO BE SEEN IN THESE LOGS ({Number(current.NotObservable.Count)})");
        foreach (var grant in current.NotObservable)
        {
            _lines.AddWrapped("- ", $"{grant.Action} (statement {grant.Statement}): {grant.Note}");
        }

        _lines.AddNothing(current.NotObservable.Count);
    }

    private void Unobserved()
    {
        _lines.Section("WHAT THESE LOGS CANNOT SHOW, AND SO NOT IN THE POLICY");
        foreach (var row in _report.Unobserved)
        {
            _lines.AddWrapped("- ", $"{string.Join(' ', row.Actions)}: {row.Why}{(row.Kind == "data" ? "; there are none in the logs" : "")}");
        }
    }

    private void Rest()
    {
        if (_report.NoPermission.Count > 0)
        {
            _lines.Section("CALLS THAT NEED NO PERMISSION");
            foreach (var call in _report.NoPermission)
            {
                _lines.AddWrapped("- ", $"{call.Event}: {Count(call.Calls, "call", "calls")}{(call.Note is null ? "" : $", {call.Note}")}");
            }
        }

        if (_report.Limits.Count > 0)
        {
            _lines.Section("LIMITS");
            foreach (var limit in _report.Limits)
            {
                _lines.AddWrapped("- ", limit.Text);
            }
        }
    }

    private void Read()
    {
        var totals = _report.Totals;
        _lines.Section("WHAT WAS READ");
        _lines.Add($"{Count(totals.ObjectsListed, "object", "objects")}: {Number(totals.ObjectsRead)} read, {Number(totals.ObjectsLeftOut)} left out, {Number(totals.ObjectsFailed)} failed; {Count(totals.RecordsSkipped, "record", "records")} skipped");
    }

    private void Resources(ValueList<string> resources, string remark)
    {
        foreach (var resource in resources.Take(MostResources))
        {
            _lines.Add($"    {resource}{(remark.Length > 0 || !resource.EndsWith('*') ? remark : "  a pattern for many")}");
        }

        _lines.AddRest(resources.Count - MostResources, indent: "    ");
    }
}
