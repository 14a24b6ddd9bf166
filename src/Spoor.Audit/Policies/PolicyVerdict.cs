using Spoor.Audit.Reports.Verdicts;
using Spoor.Core.Collections;
using static Spoor.Audit.Reports.ReportNumbers;

namespace Spoor.Audit.Policies;

/// <summary>What a policy report comes to, in sentences.</summary>
internal static class PolicyVerdict
{
    /// <summary>What was seen, what is alarming, what could not be seen.</summary>
    public static ValueList<VerdictSentence> Of(PolicyReport report)
    {
        var totals = report.Totals;
        return
        [
            new("seen", $"Sessions of role {report.Scope.Role} made {Count(totals.Calls, "call", "calls")}{Spoken.Span(totals.FirstTime, totals.LastTime)}: {Number(totals.Granted)} granted, {Number(totals.Denied)} denied, {Number(totals.Undecided)} undecided; the policy allows {Count(report.Used.Count, "action", "actions")}."),
            new("alarm", report.Denied.Count == 0 ? "No action was denied in what could be seen." : $"{Count(report.Denied.Count, "action was", "actions were")} denied at least once."),
            new("unseen", $"What the role needs and did not call in these logs is not in the policy{(report.Unobserved.Count == 0 ? "" : $", nor {Count(report.Unobserved.Count, "kind of action that they", "kinds of actions that they")} cannot show")}{(totals.ObjectsFailed + totals.RecordsSkipped == 0 ? "" : $"; {Count(totals.ObjectsFailed, "object", "objects")} and {Count(totals.RecordsSkipped, "record", "records")} could not be read")}."),
        ];
    }
}
