using Spoor.Core.Collections;
using Spoor.Sql.Analysis.Nodes;
using Spoor.Sql.Analysis.Rewriting;
using Spoor.Sql.Syntax.Nodes;

namespace Spoor.Engine.Planning.Rewrites;

/// <summary>Moves projections and filters of a LATERAL query above its inner join, so that they need no correlation; DuckDB cannot correlate above an UNNEST.</summary>
internal sealed class LateralPullUp : BoundRewriter
{
    public override BoundRelation Rewrite(BoundRelation node)
    {
        var rewritten = base.Rewrite(node);
        return rewritten is BoundJoin { IsLateral: true, Kind: JoinKind.Cross or JoinKind.Inner, Right: BoundProject or BoundFilter } join
            ? Filtered(PullUp(join.Left, join.Right), join.Condition)
            : rewritten;
    }

    private static BoundRelation PullUp(BoundRelation left, BoundRelation right) => right switch
    {
        BoundProject project => new BoundProject(PullUp(left, project.Input), left.Output.Select(Copy).Concat(project.Assignments).ToValueList()),
        BoundFilter filter => new BoundFilter(PullUp(left, filter.Input), filter.Predicate),
        _ => new BoundJoin(JoinKind.Cross, left, right, null, IsLateral: true),
    };

    private static BoundRelation Filtered(BoundRelation relation, BoundExpression? condition) => condition is null ? relation : new BoundFilter(relation, condition);

    private static BoundAssignment Copy(Symbol symbol) => new(symbol, new BoundColumn(symbol, default));
}
