using Spoor.Core.Collections;

namespace Spoor.Audit.Cognito.Model;

/// <summary>Something that the audit could not see or did not count.</summary>
/// <param name="Id">Stable name, such as <c>no_pool_data_events</c>.</param>
/// <param name="Count">How many: records, keys, objects, as the text says.</param>
/// <param name="Text">A sentence.</param>
/// <param name="EventIds">The records meant; empty where no record is.</param>
public sealed record AuditLimit(string Id, long Count, string Text, ValueList<string> EventIds);
