using Spoor.Audit.Reports.Text;
using Spoor.Core.Collections;
using static Spoor.Audit.Reports.ReportNumbers;

namespace Spoor.Audit.Traces;

/// <summary>Writes a trace for people: a tree and a timeline, plain text, no character that a terminal would obey.</summary>
public sealed class TraceReportText
{
    private const int MostNodes = 100;
    private const int MostEvents = 500;
    private const int MostUnread = 20;
    private const int MostPrincipals = 20;
    private const int MostNamed = 8;

    private readonly TraceReport _report;
    private readonly ReportLines _lines = new();
    private int _nodes;

    private TraceReportText(TraceReport report) => _report = report;

    /// <summary>Writes the trace. Long ones are cut with a line that says so; the JSON form has all.</summary>
    public static Task WriteAsync(TraceReport report, TextWriter output, CancellationToken cancellationToken) =>
        new TraceReportText(report).Lines().WriteAsync(output, cancellationToken);

    private ReportLines Lines()
    {
        var found = _report.Found;
        var taken = found.Kind switch { "access_key" => "an access key", "identity" => "an identity", "event" => "an event", "session_name" => "a session name", "address" => "an address", "account" => "an account", "assumed_role" => "a role that was asked for and not seen in use", "principal_id" => "a principal's id", var kind => $"a {kind}" };
        _lines.Add($"{_report.Scope.Id} is {taken}{(found.Sessions > 0 ? $" of {Count(found.Sessions, "session", "sessions")}" : "")}{(found.Also.Count > 0 ? $"; it is {string.Join(" and ", found.Also)} too, which is not shown" : "")}");
        _lines.Add($"window: {_report.Scope.Window}");
        _lines.Section("CHAIN (* is what was asked for, ? a candidate, nothing proves it)");
        Nodes(_report.Tree, "");
        if (_report.Tree.Count == 0)
        {
            _lines.Add("no session is known");
        }

        Principals();
        Timeline();
        Read();
        return _lines;
    }

    private void Principals()
    {
        if (_report.Principals.Count == 0)
        {
            return;
        }

        _lines.Section($"WHO ({Number(_report.Principals.Count)})");
        foreach (var principal in _report.Principals.Take(MostPrincipals))
        {
            _lines.Add($"{principal.Arn ?? principal.PrincipalId ?? principal.Account ?? principal.Kind}  {principal.Kind}{(principal.Account is { } account ? $", account {account}" : "")}");
            _lines.Add($"  {Count(principal.Calls, "call", "calls")}, {Number(principal.Errors)} failed, {Second(principal.FirstTime)} to {Second(principal.LastTime)} UTC");
            Counts("calls", principal.Actions);
            Counts("errors", principal.ErrorCodes);
            Counts("from", principal.SourceIps);
            Counts("with", principal.UserAgents);
        }

        _lines.AddRest(_report.Principals.Count - MostPrincipals);
    }

    private void Counts(string what, ValueList<TraceCount> counts)
    {
        if (counts.Count > 0)
        {
            _lines.Add($"  {what}: {string.Join(", ", counts.Take(MostNamed).Select(count => $"{count.Name} {Number(count.Calls)}"))}{(counts.Count > MostNamed ? ", ..." : "")}");
        }
    }

    private void Nodes(ValueList<TraceNode> nodes, string indent)
    {
        for (var i = 0; i < nodes.Count; i++)
        {
            if (_nodes >= MostNodes)
            {
                _lines.AddRest(nodes.Sum(Size) - nodes.Take(i).Sum(Size), indent: indent);
                return;
            }

            var isLast = i == nodes.Count - 1;
            Node(nodes[i], $"{indent}{(isLast ? "└─ " : "├─ ")}", $"{indent}{(isLast ? "   " : "│  ")}");
        }
    }

    private void Node(TraceNode node, string mark, string indent)
    {
        _nodes++;
        var sure = node.Certainty switch { "candidate" => "? ", "chained" => "chained ", _ => "" };
        _lines.Add($"{mark}{(node.IsMatched ? "*" : "")}{sure}{node.Kind} {node.Id}{(node.Text.Length > 0 ? $"  {node.Text}" : "")}");
        if (node.EventIds.Count > 0)
        {
            _lines.Add($"{indent}{(node.Children.Count > 0 ? "│" : " ")}    event {string.Join(", ", node.EventIds)}");
        }

        Nodes(node.Children, indent);
    }

    private static int Size(TraceNode node) => 1 + node.Children.Sum(Size);

    private void Timeline()
    {
        var events = _report.Timeline;
        _lines.Section($"TIMELINE ({Count(events.Count + _report.EventsLeftOut, "event", "events")})");
        if (_report.EventsLeftOut > 0)
        {
            _lines.Add($"{Count(_report.EventsLeftOut, "event", "events")} before these are counted and not listed; spoor sql LOGS has them");
        }

        TextColumn[] columns = [new("TIME (UTC)", 19), new("WHAT", 7), new("SERVICE", 18), new("ACTION", 32), new("ERROR", 26), new("FROM", 22), new("KEY", 20), new("EVENT", 80)];
        _lines.AddRange(TextTable.Lines(columns, [.. events.Take(MostEvents).Select(Row)]));
        _lines.AddRest(events.Count - MostEvents);
    }

    private void Read()
    {
        var totals = _report.Totals;
        _lines.Section("READ");
        _lines.Add($"{Count(totals.ObjectsListed, "object", "objects")} listed = {Number(totals.ObjectsRead)} read + {Number(totals.ObjectsLeftOut)} left out + {Number(totals.ObjectsFailed)} failed; "
            + $"{Count(totals.RecordsRead, "record", "records")} read, {Number(totals.RecordsSkipped)} skipped");
        foreach (var unread in _report.Unread.Take(MostUnread))
        {
            _lines.Add($"skipped: {unread.Object}{(unread.ByteOffset is { } offset ? $" at byte {Number(offset)}" : "")}: {unread.Reason}");
        }

        if (_report.Unread.Count > MostUnread)
        {
            _lines.AddRest(Math.Max(_report.Unread.Count, totals.ObjectsFailed + totals.RecordsSkipped) - MostUnread, has: "has the first 1,000");
        }
    }

    private static string?[] Row(TraceEvent entry) =>
    [
        Second(entry.Time),
        $"{(entry.IsMatched ? "*" : "")}{(entry.Certainty == "candidate" ? "?" : "")}{entry.Kind}",
        entry.Service.Replace(".amazonaws.com", "", StringComparison.Ordinal),
        entry.Action,
        entry.ErrorCode,
        entry.SourceIp,
        entry.AccessKeyId,
        string.Join(' ', entry.EventIds),
    ];

    private static string Second(string? time) => time is { Length: >= 19 } && time[10] == 'T' ? $"{time[..10]} {time[11..19]}" : time ?? "";
}
