using Spoor.Core.Collections;

namespace Spoor.Engine.Tables.Contract;

/// <summary>A table's answer to a <see cref="ReadRequest"/>.</summary>
/// <param name="Read">How the table is read.</param>
/// <param name="Pushdowns">What the read does with each of the request's conjuncts, in their order.</param>
internal sealed record PlannedRead(TableRead Read, ValueList<Pushdown> Pushdowns);
