using Spoor.Engine.Results;
using Spoor.Sql;
using static Spoor.Audit.ReportNumbers;

namespace Spoor.Audit.Policies;

/// <summary>Writes a report for people: 100 columns, plain text, no character that a terminal would obey.</summary>
public sealed class PolicyReportText
{
    private const int Width = 100;
    private const int MostResources = 5;

    private readonly PolicyReport _report;
    private readonly List<string> _lines = [];

    private PolicyReportText(PolicyReport report) => _report = report;

    /// <summary>Writes the report. Long lists of resources are cut with a line that says so; the JSON form has them whole.</summary>
    public static async Task WriteAsync(PolicyReport report, TextWriter output, CancellationToken cancellationToken)
    {
        foreach (var line in new PolicyReportText(report).Lines())
        {
            await output.WriteLineAsync(line.AsMemory(), cancellationToken);
        }
    }

    private List<string> Lines()
    {
        var totals = _report.Totals;
        Add($"Least policy of {_report.Scope.Role}");
        Add($"{Count(totals.Calls, "call", "calls")}, {Minute(totals.FirstTime)} to {Minute(totals.LastTime)} UTC: {Number(totals.Granted)} granted, {Number(totals.Denied)} denied, {Number(totals.Undecided)} undecided");
        Used();
        Refused("DENIED, AND SO NOT IN THE POLICY", _report.Denied);
        Refused("UNDECIDED, AND SO NOT IN THE POLICY: the call failed otherwise, or its record does not say which action it was", _report.Undecided);
        Passed();
        Comparison();
        Unobserved();
        Rest();
        return _lines;
    }

    private void Used()
    {
        Section($"USED ({Number(_report.Used.Count)} actions, {Count(_report.Policy.Statement.Count, "statement", "statements")}, {Number(_report.PolicyCharacters)} characters)");
        foreach (var action in _report.Used)
        {
            Add($"{action.Action}  {Count(action.Calls, "call", "calls")}, last {Minute(action.LastTime)}");
            Resources(action.Resources, action.Breadth switch
            {
                "any" => "  AWS gives it no narrower resource",
                "unknown" => "  wider than the use: records do not tell what it was made on",
                _ => "",
            });
            Wrapped("    by ", string.Join(", ", action.Events));
            Wrapped("    event ", string.Join(", ", action.EventIds.Take(1)));
        }

        Nothing(_report.Used.Count);
    }

    private void Refused(string title, ValueList<RefusedAction> actions)
    {
        if (actions.Count == 0)
        {
            return;
        }

        Section(title);
        foreach (var action in actions)
        {
            Add($"{action.Action}  {Count(action.Calls, "call", "calls")}{(action.ErrorCodes.Count == 0 ? "" : $": {string.Join(", ", action.ErrorCodes)}")}{(action.IsAlsoUsed ? "; others were granted" : "")}");
            Resources(action.Resources, "");
            Wrapped("    event ", string.Join(", ", action.EventIds.Take(1)));
        }
    }

    private void Passed()
    {
        if (_report.PassedRoles.Count == 0)
        {
            return;
        }

        Section("ROLES HANDED TO SERVICES: takes iam:PassRole, which no record shows, so it is not in the policy");
        foreach (var role in _report.PassedRoles)
        {
            Add(role.Role);
            Wrapped("    by ", string.Join(", ", role.Events));
        }
    }

    private void Comparison()
    {
        if (_report.Current is not { } current)
        {
            return;
        }

        Section($"GRANTED AND NOT USED ({Number(current.Unused.Count)})");
        foreach (var grant in current.Unused)
        {
            Wrapped("- ", $"{grant.Action} (statement {grant.Statement}){(grant.Note is null ? "" : $": {grant.Note}")}");
        }

        Nothing(current.Unused.Count);
        Section($"WIDER THAN ITS USE ({Number(current.Narrowed.Count)})");
        foreach (var grant in current.Narrowed)
        {
            Wrapped("- ", $"{grant.Action} on {string.Join(' ', grant.Resources)} (statement {grant.Statement}): used {string.Join(' ', grant.UsedActions)}");
            Resources(grant.UsedResources, "");
        }

        Nothing(current.Narrowed.Count);
        Section($"USED AND NOT GRANTED BY THIS POLICY ({Number(current.UsedNotGranted.Count)})");
        foreach (var use in current.UsedNotGranted)
        {
            Wrapped("- ", $"{use.Action}: {use.Reason}");
            Resources(use.Resources, "");
        }

        Nothing(current.UsedNotGranted.Count);
        Section($"GRANTED, AND NOT TO BE SEEN IN THESE LOGS ({Number(current.NotObservable.Count)})");
        foreach (var grant in current.NotObservable)
        {
            Wrapped("- ", $"{grant.Action} (statement {grant.Statement}): {grant.Note}");
        }

        Nothing(current.NotObservable.Count);
    }

    private void Unobserved()
    {
        Section("WHAT THESE LOGS CANNOT SHOW, AND SO NOT IN THE POLICY");
        foreach (var row in _report.Unobserved)
        {
            Wrapped("- ", $"{string.Join(' ', row.Actions)}: {row.Why}{(row.Kind == "data" ? "; there are none in the logs" : "")}");
        }
    }

    private void Rest()
    {
        if (_report.NoPermission.Count > 0)
        {
            Section("CALLS THAT NEED NO PERMISSION");
            foreach (var call in _report.NoPermission)
            {
                Wrapped("- ", $"{call.Event}: {Count(call.Calls, "call", "calls")}{(call.Note is null ? "" : $", {call.Note}")}");
            }
        }

        if (_report.Limits.Count > 0)
        {
            Section("LIMITS");
            foreach (var limit in _report.Limits)
            {
                Wrapped("- ", limit.Text);
            }
        }
    }

    private void Resources(ValueList<string> resources, string remark)
    {
        foreach (var resource in resources.Take(MostResources))
        {
            Add($"    {resource}{(remark.Length > 0 || !resource.EndsWith('*') ? remark : "  a pattern for many")}");
        }

        if (resources.Count > MostResources)
        {
            Add($"    … and {Number(resources.Count - MostResources)} more: --output json has all");
        }
    }

    private void Section(string title)
    {
        Add("");
        Add($"{title} {new string('─', Math.Max(0, Width - title.Length - 1))}");
    }

    private void Add(string line) => _lines.Add(VisibleText.Of(line));

    private void Wrapped(string mark, string text) => _lines.AddRange(TextTable.Wrap(mark, text, Width));

    private void Nothing(int count)
    {
        if (count == 0)
        {
            Add("none");
        }
    }
}
