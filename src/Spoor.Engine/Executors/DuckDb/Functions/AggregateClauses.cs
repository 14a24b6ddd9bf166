using Spoor.Core.Collections;
using Spoor.Engine.Executors.DuckDb.Sql;

namespace Spoor.Engine.Executors.DuckDb.Functions;

/// <summary>What a query writes around an aggregate's arguments.</summary>
/// <param name="IsDistinct">DISTINCT was written.</param>
/// <param name="OrderBy">Sort keys; null without.</param>
/// <param name="Filter">Condition of FILTER; null without.</param>
/// <param name="Over">Window; null for an aggregate.</param>
/// <param name="IgnoreNulls">IGNORE NULLS was written.</param>
internal readonly record struct AggregateClauses(
    bool IsDistinct = false, ValueList<DuckSortKey>? OrderBy = null, DuckExpression? Filter = null, DuckWindow? Over = null, bool IgnoreNulls = false);
