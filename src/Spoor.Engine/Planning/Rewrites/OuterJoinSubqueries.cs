using Spoor.Core.Collections;
using Spoor.Core.Errors;
using Spoor.Sql.Analysis.Nodes;
using Spoor.Sql.Analysis.Rewriting;
using Spoor.Sql.Syntax.Nodes;

namespace Spoor.Engine.Planning.Rewrites;

/// <summary>Moves subqueries out of the conditions of outer joins, where DuckDB cannot run them: each becomes a column of the side that it looks at.</summary>
internal sealed class OuterJoinSubqueries(Func<Symbol, Symbol> newSymbol) : BoundRewriter
{
    public override BoundRelation Rewrite(BoundRelation node)
    {
        var rewritten = base.Rewrite(node);
        return rewritten is BoundJoin { Kind: JoinKind.Left or JoinKind.Right or JoinKind.Full, Condition: not null, IsLateral: false } join ? Move(join, join.Condition) : rewritten;
    }

    private BoundRelation Move(BoundJoin join, BoundExpression condition)
    {
        var moved = new MovedSubqueries(Ids(join.Left), Ids(join.Right), newSymbol);
        var rest = moved.Rewrite(condition);
        if (moved.Left.Count + moved.Right.Count == 0)
        {
            return join;
        }

        var widened = new BoundJoin(join.Kind, Widen(join.Left, moved.Left), Widen(join.Right, moved.Right), rest, join.IsLateral);
        return new BoundProject(widened, join.Output.Select(Copy).ToValueList());
    }

    private static HashSet<int> Ids(BoundRelation relation) => relation.Output.Select(symbol => symbol.Id).ToHashSet();

    private static BoundRelation Widen(BoundRelation side, List<BoundAssignment> moved) =>
        moved.Count == 0 ? side : new BoundProject(side, side.Output.Select(Copy).Concat(moved).ToValueList());

    private static BoundAssignment Copy(Symbol symbol) => new(symbol, new BoundColumn(symbol, default));

    /// <summary>Replaces the subqueries of a condition by columns and says what these are.</summary>
    private sealed class MovedSubqueries(HashSet<int> left, HashSet<int> right, Func<Symbol, Symbol> newSymbol) : BoundRewriter
    {
        public List<BoundAssignment> Left { get; } = [];

        public List<BoundAssignment> Right { get; } = [];

        public override BoundExpression Rewrite(BoundExpression node)
        {
            if (node is not (BoundScalarSubquery or BoundInSubquery or BoundExists or BoundQuantifiedComparison))
            {
                return base.Rewrite(node);
            }

            var used = ColumnsOf.All(node);
            if (used.Overlaps(left) && used.Overlaps(right))
            {
                throw new QueryException(
                    ErrorCode.NotSupported,
                    node.Span,
                    "Subqueries that look at both sides of an outer join are not supported in its condition",
                    "Compute the subquery in a query below the join, or compare its value in WHERE.");
            }

            var symbol = newSymbol(new Symbol(0, "", node.Type));
            (used.Overlaps(right) ? Right : Left).Add(new BoundAssignment(symbol, node));
            return new BoundColumn(symbol, node.Span);
        }
    }

    /// <summary>All columns that an expression names, those inside its subqueries included.</summary>
    private sealed class ColumnsOf : BoundRewriter
    {
        private readonly HashSet<int> _ids = [];

        public static HashSet<int> All(BoundExpression expression)
        {
            var columns = new ColumnsOf();
            columns.Rewrite(expression);
            return columns._ids;
        }

        public override BoundExpression Rewrite(BoundExpression node)
        {
            if (node is BoundColumn column)
            {
                _ids.Add(column.Symbol.Id);
            }

            return base.Rewrite(node);
        }
    }
}
