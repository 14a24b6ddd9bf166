using System.Globalization;
using Spoor.Audit.Cognito.Build;
using Spoor.Audit.Cognito.Model;
using Spoor.Core.Collections;

namespace Spoor.Audit.Cognito.Writers;

/// <summary>What the report's charts draw, already summed up: no chart counts anything itself.</summary>
/// <param name="Calls">Calls over time.</param>
/// <param name="Heat">Calls by role and service.</param>
/// <param name="Sources">Addresses with most calls.</param>
/// <param name="Chain">From pool to role to the roles taken from there.</param>
internal sealed record CognitoCharts(CallsOverTime Calls, RoleHeat Heat, ValueList<SourceBar> Sources, ChainDiagram Chain)
{
    private const int MostRoles = 40;
    private const int MostServices = 30;
    private const int MostSources = 20;
    private const int MostLinks = 200;

    private static readonly TimeSpan s_mostHours = TimeSpan.FromDays(10);
    private static readonly TimeSpan s_mostDays = TimeSpan.FromDays(800);

    /// <summary>Sums a report up.</summary>
    public static CognitoCharts Of(CognitoAuditReport report) => new(CallsOf(report.Uses), HeatOf(report.Uses), SourcesOf(report), ChainOf(report));

    private static CallsOverTime CallsOf(ValueList<UseEvent> uses)
    {
        var timed = uses.Select(use => (Use: use, Time: TimeOf(use.Time))).Where(item => item.Time is not null).Select(item => (item.Use, Time: item.Time!.Value)).ToList(); // Not null: just filtered.
        if (timed.Count == 0)
        {
            return new CallsOverTime("hour", [], [], [], [], []);
        }

        var (first, last) = (timed.Min(item => item.Time), timed.Max(item => item.Time));
        var step = last - first <= s_mostHours ? TimeSpan.FromHours(1) : last - first <= s_mostDays ? TimeSpan.FromDays(1) : TimeSpan.FromDays(28);
        var begin = new DateTimeOffset(first.UtcTicks - (first.UtcTicks % (step < TimeSpan.FromDays(1) ? step : TimeSpan.FromDays(1)).Ticks), TimeSpan.Zero);
        var counts = new int[4, ((last - begin).Ticks / step.Ticks) + 1];
        foreach (var (use, time) in timed)
        {
            var at = (time - begin).Ticks / step.Ticks;
            counts[(int)use.Certainty, at]++;
            counts[3, at] += use.ErrorCode is null ? 0 : 1;
        }

        var starts = Enumerable.Range(0, counts.GetLength(1)).Select(at => (begin + (step * at)).ToString(step < TimeSpan.FromDays(1) ? "yyyy-MM-dd'T'HH':00Z'" : "yyyy-MM-dd", CultureInfo.InvariantCulture));
        return new CallsOverTime(
            step < TimeSpan.FromDays(1) ? "hour" : step == TimeSpan.FromDays(1) ? "day" : "four weeks",
            [.. starts], Row(counts, (int)Certainty.Proved), Row(counts, (int)Certainty.Chained), Row(counts, (int)Certainty.Candidate), Row(counts, 3));
    }

    private static ValueList<int> Row(int[,] counts, int row) => [.. Enumerable.Range(0, counts.GetLength(1)).Select(at => counts[row, at])];

    private static DateTimeOffset? TimeOf(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time) ? time : null;

    private static RoleHeat HeatOf(ValueList<UseEvent> uses)
    {
        var known = uses.Where(use => use.Role is not null && use.Service is not null).ToList();
        var roles = Most(known, use => use.Role, MostRoles);
        var services = Most(known, use => ServiceName.Short(use.Service), MostServices);
        var cells = known
            .GroupBy(use => (Role: roles.IndexOf(use.Role!), Service: services.IndexOf(ServiceName.Short(use.Service)!))) // Not null: just filtered.
            .Where(cell => cell.Key is { Role: >= 0, Service: >= 0 })
            .OrderBy(cell => cell.Key)
            .Select(cell => new HeatCell(cell.Key.Role, cell.Key.Service, cell.Count()));
        return new RoleHeat([.. roles], [.. services], [.. cells], known.Select(use => use.Role).Distinct().Count(), known.Select(use => use.Service).Distinct().Count());
    }

    private static List<string> Most(IEnumerable<UseEvent> uses, Func<UseEvent, string?> key, int most) =>
        [.. uses.GroupBy(key).OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal).Take(most).Select(group => group.Key).OfType<string>()];

    private static ValueList<SourceBar> SourcesOf(CognitoAuditReport report) =>
    [
        .. report.Pools.SelectMany(pool => pool.Sources)
            .GroupBy(source => source.SourceIp, StringComparer.Ordinal)
            .Select(source => new SourceBar(source.Key, source.Sum(part => part.Issues), source.Sum(part => part.Calls)))
            .OrderByDescending(source => source.Calls + source.Issues).ThenBy(source => source.SourceIp, StringComparer.Ordinal)
            .Take(MostSources),
    ];

    // A role that is taken twice in one chain is two nodes, as the depth is part of a node: a diagram of flows has no circles.
    private static ChainDiagram ChainOf(CognitoAuditReport report)
    {
        var issued = report.Issues.Where(issue => issue is { ErrorCode: null, Pool: not null, Role: not null })
            .Select(issue => (From: new ChainNode(issue.Pool!, -1), To: new ChainNode(issue.Role!, 0))); // Not null: just filtered.
        var taken = report.Chains.Where(chain => chain is { FromRole: not null, ToRole: not null })
            .Select(chain => (From: new ChainNode(chain.FromRole!, chain.Depth - 1), To: new ChainNode(chain.ToRole!, chain.Depth))); // Likewise.
        var links = issued.Concat(taken)
            .GroupBy(link => link)
            .Select(link => new ChainFlow(link.Key.From, link.Key.To, link.Count()))
            .OrderByDescending(link => link.To.Depth > 0).ThenByDescending(link => link.Sessions)
            .ToList();
        return new ChainDiagram([.. links.Take(MostLinks)], links.Count);
    }
}

/// <summary>Calls by hour, or by day or four weeks where there are many hours; spans without calls count too. Each list has an entry for each of <paramref name="Starts"/>.</summary>
internal sealed record CallsOverTime(string Unit, ValueList<string> Starts, ValueList<int> Proved, ValueList<int> Chained, ValueList<int> Candidate, ValueList<int> Errors);

/// <summary>Calls by role and service; the counts say how many of each there are, drawn or not.</summary>
internal sealed record RoleHeat(ValueList<string> Roles, ValueList<string> Services, ValueList<HeatCell> Cells, int RoleCount, int ServiceCount);

/// <summary>Calls of a role at a service, both by position.</summary>
internal sealed record HeatCell(int Role, int Service, int Calls);

/// <summary>An address.</summary>
internal sealed record SourceBar(string SourceIp, long Issues, long Calls);

/// <summary>Sessions from pool to role to role; the count says how many links there are, drawn or not.</summary>
internal sealed record ChainDiagram(ValueList<ChainFlow> Links, int LinkCount);

/// <summary>Sessions that went one step.</summary>
internal sealed record ChainFlow(ChainNode From, ChainNode To, int Sessions);

/// <summary>A pool (-1) or a role at its depth.</summary>
internal sealed record ChainNode(string Name, int Depth);
