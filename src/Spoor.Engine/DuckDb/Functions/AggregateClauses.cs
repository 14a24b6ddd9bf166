namespace Spoor.Engine.DuckDb.Functions;

/// <summary>What a query writes around an aggregate's arguments.</summary>
/// <param name="IsDistinct">DISTINCT was written.</param>
/// <param name="OrderBy">Printed sort keys; null without.</param>
/// <param name="Filter">Printed condition of FILTER; null without.</param>
/// <param name="Over">Printed window in parentheses; null for an aggregate.</param>
/// <param name="IgnoreNulls">IGNORE NULLS was written.</param>
internal readonly record struct AggregateClauses(bool IsDistinct = false, string? OrderBy = null, string? Filter = null, string? Over = null, bool IgnoreNulls = false);
