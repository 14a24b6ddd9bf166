using Spoor.Sql.Analysis;
using Spoor.Sql.Analysis.Nodes;

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

        return node is LeafScan ? node : base.Rewrite(node);
    }

    private void See(BoundRelation input, long rows)
    {
        var conditions = 0;
        while (input is BoundProject or BoundFilter)
        {
            if (input is BoundFilter filter)
            {
                var conjuncts = Conjuncts.Of(filter.Predicate).ToList();
                if (conjuncts.Exists(conjunct => conjunct is BoundExists))
                {
                    return; // Planning knows no more than what follows from it.
                }

                conditions += conjuncts.Count;
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
/// <param name="ConditionCount">How many conditions stand between the scan and the limit: all of them must be decided before rows are counted.</param>
internal sealed record RowLimit(long Rows, int ConditionCount);
