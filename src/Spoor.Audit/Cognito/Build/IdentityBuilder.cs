using Spoor.Audit.Cognito.Model;
using Spoor.Core.Collections;

namespace Spoor.Audit.Cognito.Build;

/// <summary>Puts together what is known of each identity, with its timeline.</summary>
internal sealed class IdentityBuilder(AuditAnswers answers, ValueList<EvidenceEvent> evidence)
{
    public ValueList<IdentityReport> Build()
    {
        var providers = answers.Providers.ToLookup(row => row.Identity);
        var users = answers.Users.ToLookup(row => row.Identity, row => row.User);
        var timelines = Timelines();
        return answers.Identities.Select(row =>
        {
            var timeline = timelines.TryGetValue(row.Identity, out var entries) ? entries : [];
            return new IdentityReport(
                row.Identity,
                Certainty.Proved,
                row.Pool,
                (IdentityAccess)row.Access,
                Names(providers[row.Identity].SelectMany(text => LoginProviders.OfLogins(text.Logins).Concat(LoginProviders.OfMethods(text.Methods)))),
                users[row.Identity].ToValueList(),
                Names(timeline.Where(entry => entry.Kind is "issue" or "call").Select(entry => entry.Role)),
                Names(timeline.Where(entry => entry.Kind is not ("chained_call" or "candidate_call")).Select(entry => entry.SourceIp)),
                row.Issues,
                row.Calls,
                row.FirstTime,
                row.LastTime,
                timeline.OrderBy(entry => entry.Time, StringComparer.Ordinal).ToValueList());
        }).ToValueList();
    }

    private static ValueList<string> Names(IEnumerable<string?> names) => names.OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToValueList();

    /// <summary>In the order in which things cause each other, which the sort by time keeps: sign-ins, tokens, issues, calls.</summary>
    private Dictionary<string, List<TimelineEntry>> Timelines()
    {
        var timelines = answers.Identities.Select(row => row.Identity).Distinct(StringComparer.Ordinal).ToDictionary(identity => identity, _ => new List<TimelineEntry>(), StringComparer.Ordinal);
        void Add(string? identity, TimelineEntry entry)
        {
            if (identity is not null && timelines.TryGetValue(identity, out var entries))
            {
                entries.Add(entry);
            }
        }

        foreach (var signIn in answers.SignIns)
        {
            Add(signIn.Identity, new TimelineEntry(signIn.Time, "sign_in", signIn.EventId, null, "cognito-idp.amazonaws.com", signIn.Action, null, null, signIn.SourceIp, signIn.ErrorCode));
        }

        foreach (var told in evidence)
        {
            Add(told.Identity, new TimelineEntry(told.Time, "cognito", told.EventId, null, "cognito-identity.amazonaws.com", told.Action, null, null, told.SourceIp, told.ErrorCode));
        }

        foreach (var issue in answers.Issues)
        {
            var kind = issue.ErrorCode is null ? "issue" : "refused_issue";
            var cognito = issue.CognitoEventId == issue.EventId ? null : issue.CognitoEventId;
            Add(issue.Identity, new TimelineEntry(issue.Time, kind, issue.EventId, cognito, null, $"{issue.Flow} flow", issue.Role, issue.AccessKeyId, issue.SourceIp, issue.ErrorCode));
        }

        foreach (var use in answers.Uses.Select(row => row.Use))
        {
            Add(use.Identity, new TimelineEntry(use.Time, KindOf(use), use.EventId, null, use.Service, use.Action, use.Role, use.AccessKeyId, use.SourceIp, use.ErrorCode));
        }

        return timelines;
    }

    private static string KindOf(UseEvent use) => use.Certainty switch
    {
        Certainty.Proved => "call",
        Certainty.Chained => "chained_call",
        _ => "candidate_call",
    };
}
