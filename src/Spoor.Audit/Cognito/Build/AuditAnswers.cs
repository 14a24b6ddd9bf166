using Spoor.Audit.Cognito.Model;
using Spoor.Core.Collections;

namespace Spoor.Audit.Cognito.Build;

/// <summary>The answers of which a report is made, as the statements give them.</summary>
internal sealed record AuditAnswers(
    WindowTotals Totals,
    List<PoolEvidence> PoolEvidence,
    List<PoolFacts> PoolFacts,
    List<(string Pool, string EventId)> FirstEvents,
    List<SourceRow> Sources,
    List<EvidenceEvent> Evidence,
    List<IssueEvent> Issues,
    List<SessionReport> Sessions,
    List<UseRow> Uses,
    List<ActionRow> Actions,
    List<IdentityRow> Identities,
    List<ProviderRow> Providers,
    List<UserRow> Users,
    List<SignInEvent> SignIns,
    List<ConfigChange> ConfigChanges,
    List<DormantReport> Dormant,
    List<(string Kind, string Name)> KnownNames,
    List<string> DataServices,
    List<string> Conflicts,
    List<string> IdentityConflicts);

/// <summary>What the window holds.</summary>
internal sealed record WindowTotals(long Records, long Repeated, long Aggregates, long Insights, long WithoutTime, string? FirstTime, string? LastTime, long WithoutId, long ConflictingIds, long Corrected, long Copies);

/// <summary>Cognito's records of one pool and action.</summary>
internal sealed record PoolEvidence(string Pool, string Action, long Events, long Errors, string? FirstTime, string? LastTime);

/// <summary>What a pool is, by all that was read.</summary>
internal sealed record PoolFacts(string Pool, string? Account, bool HasDataEvents, ValueList<string> Flows);

/// <summary>Use of a pool from one address by one program.</summary>
internal sealed record SourceRow(string Pool, string SourceIp, string? UserAgent, long Issues, long Calls, string? FirstTime, string? LastTime);

/// <summary>A call, and (for STS calls) the role it asked for and the key it was given; and the claim that names login providers.</summary>
internal sealed record UseRow(UseEvent Use, string? AskedRole, string? IssuedKey, string? StatedMethods);

/// <summary>Calls of one certainty, role and action.</summary>
internal sealed record ActionRow(Certainty Certainty, string Role, ActionReport Action);

/// <summary>An identity; access is 2 for signed in, 1 for guest, 0 for unknown.</summary>
internal sealed record IdentityRow(string? Pool, string Identity, int Access, long Issues, long Calls, string? FirstTime, string? LastTime);

/// <summary>JSON texts that name an identity's providers.</summary>
internal sealed record ProviderRow(string Identity, string? Logins, string? Methods);

/// <summary>A user that an identity stands for.</summary>
internal sealed record UserRow(string Identity, UserLink User);
