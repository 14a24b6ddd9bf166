using Spoor.Audit.Cognito.Model;
using Spoor.Audit.Reports;
using Spoor.Core.Collections;

namespace Spoor.Audit.Cognito.Build;

/// <summary>What Cognito or STS refused for one reason: the same thing asked for, the same error with the same words.</summary>
/// <param name="What">The call, or the flow of an issue.</param>
/// <param name="ErrorCode">Error.</param>
/// <param name="ErrorMessage">What the service said; null when it said nothing.</param>
/// <param name="Pool">Pool; null when no record tells.</param>
/// <param name="Role">The role asked for; null when none was.</param>
/// <param name="Identities">Identities that asked.</param>
/// <param name="FirstTime">Time of the first refusal.</param>
/// <param name="LastTime">Time of the last.</param>
/// <param name="EventIds">The first record of each refusal.</param>
internal sealed record Refusal(
    string What, string ErrorCode, string? ErrorMessage, string? Pool, string? Role, ValueList<string> Identities, string? FirstTime, string? LastTime, ValueList<string> EventIds)
{
    /// <summary>All of a report, by the time of the first.</summary>
    public static List<Refusal> Of(CognitoAuditReport report) =>
    [
        .. report.Issues.Where(issue => issue.ErrorCode is not null)
            .Select(issue => (What: $"{issue.Flow} flow", Code: issue.ErrorCode ?? "", issue.ErrorMessage, issue.Pool, issue.Role, issue.Identity, issue.Time, EventId: issue.EventIds[0]))
            .Concat(report.Evidence.Where(told => told.ErrorCode is not null)
                .Select(told => (What: told.Action, Code: told.ErrorCode ?? "", told.ErrorMessage, told.Pool, Role: (string?)null, told.Identity, told.Time, told.EventId)))
            .GroupBy(refused => (refused.What, refused.Code, refused.ErrorMessage, refused.Pool, refused.Role))
            .Select(group => new Refusal(
                group.Key.What, group.Key.Code, group.Key.ErrorMessage, group.Key.Pool, group.Key.Role,
                group.Select(refused => refused.Identity).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToValueList(),
                group.Select(refused => refused.Time).OfType<string>().Min(StringComparer.Ordinal),
                group.Select(refused => refused.Time).OfType<string>().Max(StringComparer.Ordinal),
                group.Select(refused => refused.EventId).ToValueList()))
            .OrderBy(refusal => refusal.FirstTime, StringComparer.Ordinal).ThenBy(refusal => refusal.EventIds[0], StringComparer.Ordinal),
    ];

    /// <summary>The only identity that asked, or how many did; null when no record tells.</summary>
    public string? Asking => Identities.Count switch { 0 => null, 1 => Identities[0], var count => $"{ReportNumbers.Number(count)} identities" };
}
