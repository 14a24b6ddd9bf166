using System.Text.Json;
using System.Text.RegularExpressions;
using Spoor.Core.Collections;

namespace Spoor.Audit.Policies.Iam;

/// <summary>What a call needs of a policy.</summary>
/// <param name="Actions">IAM actions, all of them needed; empty where none is.</param>
/// <param name="IsUndecided">The record does not say which of the actions it was.</param>
/// <param name="Note">Of the table; null without one.</param>
internal sealed record NeededActions(ValueList<string> Actions, bool IsUndecided, string? Note);

/// <summary>Which IAM actions a recorded call needs: Tables/actions.csv, and the rule for all that it does not name.</summary>
internal sealed partial class ActionTable
{
    private const string Domain = ".amazonaws.com";
    private readonly ILookup<string, Row> _rows;

    private ActionTable(IEnumerable<Row> rows) => _rows = rows.ToLookup(row => row.Source, StringComparer.OrdinalIgnoreCase);

    /// <summary>The table that ships with Spoor.</summary>
    public static ActionTable Shipped { get; } = new(CsvTable.Read("actions").Select(row => new Row(
        row["event_source"],
        row["event_name"],
        RequestCondition.Parse(row["when"]),
        row["actions"] == "-" ? [] : row["actions"].Split(' ').ToValueList(),
        row["note"].Length == 0 ? null : row["note"])));

    /// <summary>The actions that a call of <paramref name="eventName"/> needs.</summary>
    /// <param name="eventSource">As in the record.</param>
    /// <param name="eventName">As in the record, perhaps with a date.</param>
    /// <param name="request">The record's request; undefined without one.</param>
    public NeededActions Find(string eventSource, string eventName, JsonElement request)
    {
        var source = Source(eventSource);
        var name = DateAtTheEnd().Replace(eventName, "");
        var rows = _rows[source].ToList();
        var named = rows.Where(row => row.EventName.Equals(name, StringComparison.OrdinalIgnoreCase)).ToList();
        if (named.Count == 0)
        {
            named = rows.Where(row => row.IsPattern && name.StartsWith(row.EventName[..^1], StringComparison.OrdinalIgnoreCase))
                .GroupBy(row => row.EventName.Length).OrderByDescending(group => group.Key).FirstOrDefault()?.ToList() ?? [];
        }

        if (named.Count == 0)
        {
            return new NeededActions([$"{source.Split('.')[0].ToLowerInvariant()}:{name}"], IsUndecided: false, Note: null);
        }

        var holding = named.Where(row => row.When?.Holds(request) != false).ToList();
        var used = holding.Count > 0 ? holding : named;
        var actions = used.SelectMany(row => row.Actions).Select(action => action.EndsWith(":*", StringComparison.Ordinal) ? action[..^1] + name : action);
        return new NeededActions(actions.Distinct(StringComparer.Ordinal).ToValueList(), holding.Count == 0, used.Select(row => row.Note).FirstOrDefault(note => note is not null));
    }

    /// <summary>An event source without its domain.</summary>
    public static string Source(string eventSource)
    {
        var source = eventSource.Trim();
        return source.EndsWith(Domain, StringComparison.OrdinalIgnoreCase) ? source[..^Domain.Length] : source;
    }

    // CreateFunction20150331, GetFunction20150331v2, CreateDistribution2020_05_31.
    [GeneratedRegex(@"(?<=[a-z])\d{4}_?\d{2}_?\d{2}(v\d+)?$")]
    private static partial Regex DateAtTheEnd();

    private sealed record Row(string Source, string EventName, RequestCondition? When, ValueList<string> Actions, string? Note)
    {
        public bool IsPattern => EventName.EndsWith('*');
    }
}
