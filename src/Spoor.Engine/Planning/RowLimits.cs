using Spoor.Core.Collections;
using Spoor.Engine.Planning.Sources;
using Spoor.Engine.Tables.Contract;
using Spoor.Sql.Analysis.Nodes;
using Spoor.Sql.Analysis.Rewriting;

namespace Spoor.Engine.Planning;

/// <summary>Scans of which a LIMIT takes the first rows that meet certain conditions, whichever these are.</summary>
internal sealed class RowLimits : BoundRewriter
{
    private readonly Dictionary<LeafScan, RowLimit> _found = new(ReferenceEqualityComparer.Instance);

    /// <summary>The limits of a query, by scan.</summary>
    public static IReadOnlyDictionary<LeafScan, RowLimit> Find(BoundRelation query)
    {
        var limits = new RowLimits();
        limits.Rewrite(query);
        return limits._found;
    }

    public override BoundRelation Rewrite(BoundRelation node)
    {
        if (node is BoundLimit { Count: { } count, WithTies: false } limit && count <= int.MaxValue && limit.Offset <= int.MaxValue)
        {
            See(limit.Input, count + limit.Offset);
        }

        return base.Rewrite(node);
    }

    private void See(BoundRelation input, long rows)
    {
        var conditions = new List<BoundFilter>();
        while (input is BoundProject or BoundFilter)
        {
            if (input is BoundFilter filter)
            {
                conditions.Add(filter);
            }

            input = input is BoundFilter { Input: var filtered } ? filtered : ((BoundProject)input).Input;
        }

        if (input is LeafScan scan)
        {
            _found[scan] = new RowLimit(rows, conditions);
        }
    }
}

/// <summary>A limit of rows that meet all of some conditions.</summary>
/// <param name="Rows">Most rows that are taken.</param>
/// <param name="Conditions">All that stands between the scan and the limit.</param>
internal sealed record RowLimit(long Rows, IReadOnlyList<BoundFilter> Conditions)
{
    /// <summary>Whether a read decides all of the conditions, so that the rows it gives are those that the limit counts.</summary>
    /// <param name="conjuncts">What the read was asked for.</param>
    /// <param name="pushdowns">Its answers.</param>
    public bool IsDecidedBy(ValueList<Conjunct> conjuncts, ValueList<Pushdown> pushdowns)
    {
        var exact = conjuncts.Where((_, index) => pushdowns[index] == Pushdown.Exact).ToList();
        return Conditions.All(filter => Spoor.Engine.Planning.Conditions.Conjuncts.Of(filter.Predicate)
            .Select((_, index) => index)
            .All(index => exact.Exists(conjunct => ReferenceEquals(conjunct.Origin, filter) && conjunct.Index == index)));
    }
}
