using Spoor.Audit.Findings;
using Spoor.Audit.Reports.Verdicts;
using Spoor.Core.Collections;

namespace Spoor.Audit.Cognito.Model;

/// <summary>Who used Cognito identity pools, and what was called with the credentials they handed out. docs/audit-report.schema.json describes its JSON form.</summary>
/// <param name="Scope">What was asked.</param>
/// <param name="Totals">What was read, so that nothing is lost unnoticed.</param>
/// <param name="Pools">Pools seen, by id.</param>
/// <param name="Roles">Roles and the API calls made with them: proved, then behind role chains, then candidates.</param>
/// <param name="Identities">Identities seen, most calls first.</param>
/// <param name="Issues">Every issue of credentials, refused ones too, by time.</param>
/// <param name="Sessions">Every access key that was issued or used, by time.</param>
/// <param name="Uses">Every call of the report, by time.</param>
/// <param name="Chains">Keys that STS handed out to a pool's session, or to one behind it, by time.</param>
/// <param name="Evidence">Cognito's other records (tokens, identities, configuration), by time.</param>
/// <param name="SignIns">Records of user pools about the users that identities stand for, by time.</param>
/// <param name="ConfigChanges">What changed which credentials pools hand out, by time; also before the window, as far as the logs reach.</param>
/// <param name="Dormant">Pools and roles that are known, but were not used in the window.</param>
/// <param name="Limits">What could not be seen.</param>
public sealed record CognitoAuditReport(
    AuditScope Scope,
    AuditTotals Totals,
    ValueList<PoolReport> Pools,
    ValueList<RoleReport> Roles,
    ValueList<IdentityReport> Identities,
    ValueList<IssueEvent> Issues,
    ValueList<SessionReport> Sessions,
    ValueList<UseEvent> Uses,
    ValueList<ChainLink> Chains,
    ValueList<EvidenceEvent> Evidence,
    ValueList<SignInEvent> SignIns,
    ValueList<ConfigChange> ConfigChanges,
    ValueList<DormantReport> Dormant,
    ValueList<AuditLimit> Limits)
{
    /// <summary>What it comes to, in sentences to be read aloud: what was seen, what is alarming, what could not be seen.</summary>
    public ValueList<VerdictSentence> Verdict => CognitoVerdict.Of(this);

    /// <summary>Grows when a member changes its meaning or goes.</summary>
    public int SchemaVersion { get; } = 2;

    /// <summary>What is said of a pool or role that was asked for, is known, and was not used in the window: that is the answer.</summary>
    internal IEnumerable<string> NotUsed => Limits.Where(limit => limit.Id is "pool_not_used" or "role_not_used").Select(limit => limit.Text);

    /// <summary>What the rules found, most severe first.</summary>
    public ValueList<Finding> Findings { get; init; } = [];
}
