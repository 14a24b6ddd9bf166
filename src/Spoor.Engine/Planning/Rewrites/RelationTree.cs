using Spoor.Sql.Analysis.Nodes;
using Spoor.Sql.Analysis.Rewriting;

namespace Spoor.Engine.Planning.Rewrites;

/// <summary>Questions about a whole typed query.</summary>
internal sealed class RelationTree : BoundRewriter
{
    private readonly Dictionary<int, int> _uses = [];

    /// <summary>How often each named query is read.</summary>
    public static Dictionary<int, int> CountNamedQueryUses(BoundRelation relation)
    {
        var tree = new RelationTree();
        tree.Rewrite(relation);
        return tree._uses;
    }

    public override BoundRelation Rewrite(BoundRelation node)
    {
        if (node is BoundNamedQueryScan scan)
        {
            _uses[scan.QueryId] = _uses.GetValueOrDefault(scan.QueryId) + 1;
        }

        return base.Rewrite(node);
    }
}
