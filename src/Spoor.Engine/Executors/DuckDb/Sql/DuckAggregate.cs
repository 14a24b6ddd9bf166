using Spoor.Core.Collections;

namespace Spoor.Engine.Executors.DuckDb.Sql;

/// <summary>A call of an aggregate or window function: <c>Name([DISTINCT] Arguments [ORDER BY ...] [IGNORE NULLS]) [FILTER (WHERE ...)] [OVER (...)]</c>.</summary>
internal sealed record DuckAggregate(
    string Name,
    ValueList<DuckExpression> Arguments,
    bool IsDistinct = false,
    ValueList<DuckSortKey>? OrderBy = null,
    bool IgnoreNulls = false,
    DuckExpression? Filter = null,
    DuckWindow? Over = null) : DuckExpression
{
    /// <inheritdoc/>
    public override IEnumerable<DuckExpression> Parts => Arguments;
}

/// <summary>ORDER BY's key.</summary>
internal sealed record DuckSortKey(DuckExpression Value, bool IsDescending, bool NullsFirst);

/// <summary>What stands behind OVER.</summary>
internal sealed record DuckWindow(ValueList<DuckExpression> PartitionBy, ValueList<DuckSortKey> OrderBy, DuckFrame? Frame = null);

/// <summary>A window's frame.</summary>
/// <param name="Unit">ROWS, RANGE or GROUPS.</param>
/// <param name="Start">Where it begins.</param>
/// <param name="End">Where it ends.</param>
internal sealed record DuckFrame(string Unit, DuckFrameBound Start, DuckFrameBound End);

/// <summary>An end of a frame.</summary>
/// <param name="Distance">Null where the words say all.</param>
/// <param name="Words">UNBOUNDED PRECEDING, PRECEDING, CURRENT ROW, ...</param>
internal sealed record DuckFrameBound(DuckExpression? Distance, string Words);
