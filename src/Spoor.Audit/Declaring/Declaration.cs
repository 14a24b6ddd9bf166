using Spoor.Core.Collections;

namespace Spoor.Audit.Declaring;

/// <summary>The tables over some logs, and what is in none of them.</summary>
/// <param name="Tables">One for each tree: a trail's, an organization's, one of network activity. At least one.</param>
/// <param name="LeftOut">Objects that hold no records of calls: digests, Insights, other services' logs.</param>
/// <param name="Outside">Objects that may hold records and do not lie as CloudTrail puts them, so that no partition leads to them.</param>
public sealed record Declaration(ValueList<DeclaredTable> Tables, long LeftOut, long Outside);
