using Spoor.Audit.Policies.Iam;
using Spoor.Core.Collections;

namespace Spoor.Audit.Policies;

/// <summary>Actions whose use a trail does not show: Tables/unobserved.csv.</summary>
internal static class UnobservedTable
{
    private static readonly List<Row> s_rows = [.. CsvTable.Read("unobserved").Select(row => new Row(row["actions"].Split(' ').ToValueList(), row["kind"], row["event_source"], row["why"]))];

    /// <summary>What these logs cannot show.</summary>
    /// <param name="dataSources">Event sources of which the logs have data events.</param>
    /// <param name="used">Actions that were seen in use.</param>
    public static ValueList<UnobservedAction> Find(IReadOnlySet<string> dataSources, IReadOnlyCollection<string> used) => s_rows
        .Where(row => row.Kind == "implied" || !(dataSources.Contains(row.Source) || used.Any(row.Covers)))
        .Select(row => new UnobservedAction(row.Actions, row.Kind, row.Why)).ToValueList();

    private sealed record Row(ValueList<string> Actions, string Kind, string Source, string Why)
    {
        // Management events such as dynamodb:DescribeTable are not among the actions.
        public bool Covers(string action) => Actions.Any(pattern => IamPattern.CoversAction(pattern, action));
    }
}
