using Spoor.Sql.Analysis.Nodes;
using Spoor.Sql.Analysis.Rewriting;

namespace Spoor.Engine.Planning.Rewrites;

/// <summary>Counts the joins of a query.</summary>
internal sealed class JoinCounter : BoundRewriter
{
    private int _count;

    /// <summary>All joins, also those of subqueries and named queries.</summary>
    public static int Count(BoundRelation relation)
    {
        var counter = new JoinCounter();
        counter.Rewrite(relation);
        return counter._count;
    }

    public override BoundRelation Rewrite(BoundRelation node)
    {
        _count += node is BoundJoin ? 1 : 0;
        return base.Rewrite(node);
    }
}
