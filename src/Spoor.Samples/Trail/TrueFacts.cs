using Spoor.Samples.Records;

namespace Spoor.Samples.Trail;

/// <summary>One issue of credentials, or a refused one: all records that tell of it.</summary>
internal sealed record TrueIssue(
    string Scene, DateTimeOffset Time, string Flow, string? Pool, string? Identity, string? Role, string? SessionName, string? AccessKey, string? ErrorCode, IReadOnlyList<string> EventIds);

/// <summary>One call made with a pool's credentials, or one that looks so.</summary>
/// <param name="Scene">The scene that made it.</param>
/// <param name="Event">The record.</param>
/// <param name="Session">Whose credentials.</param>
/// <param name="Via">Best proof: <c>key</c>, <c>stated</c>, <c>chain</c>; or <c>role_and_session_name</c>, <c>role</c>, which prove nothing.</param>
/// <param name="Proofs">All ways in which it can be tied to the pool.</param>
internal sealed record TrueUse(string Scene, SampleEvent Event, CognitoSession Session, string Via, IReadOnlyList<string> Proofs);

/// <summary>A record that tells of a pool or identity without handing out credentials.</summary>
internal sealed record TrueEvidence(string Scene, SampleEvent Event, string Kind, string? Pool, string? Identity);

/// <summary>A role taken with a pool's credentials, or with those of an earlier link.</summary>
internal sealed record TrueChain(string Scene, string EventId, int Depth, CognitoSession From, CognitoSession To);

/// <summary>Something that a rule must find, by the records that must and that may be its evidence.</summary>
internal sealed record TrueFinding(string Scene, string Rule, IReadOnlyList<string> Required, IReadOnlyList<string> Context);

/// <summary>An identity that is a user of a user pool, and the user's sign-ins there.</summary>
internal sealed record TrueUser(string Scene, string Identity, string UserPool, string UserSub, IReadOnlyList<string> SignIns);

/// <summary>A record that changes what a pool hands out.</summary>
internal sealed record TrueChange(string Scene, SampleEvent Event, string? Pool);

/// <summary>A day of which no object of a stream was delivered.</summary>
internal sealed record TrueGap(string Scene, SampleStream Stream, DateTimeOffset Day);

/// <summary>Records of which an audit must say that they show less than they seem to.</summary>
internal sealed record TrueLimit(string Scene, string Id, IReadOnlyList<string> EventIds);
