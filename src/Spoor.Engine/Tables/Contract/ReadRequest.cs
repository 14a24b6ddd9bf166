using Spoor.Core.Collections;
using Spoor.Engine.Planning.Sources;

namespace Spoor.Engine.Tables.Contract;

/// <summary>What a query wants of a table.</summary>
/// <param name="Columns">Columns, or the fields below them that the query uses; one output symbol each.</param>
/// <param name="Conjuncts">Conditions by which rows may be left out. The query checks them again, so that a read may do as little with them as it likes.</param>
internal sealed record ReadRequest(ValueList<LeafColumn> Columns, ValueList<Conjunct> Conjuncts);
