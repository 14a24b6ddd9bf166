using Spoor.Sql.Analysis.Nodes;
using Spoor.Sql.Analysis.Rewriting;

namespace Spoor.Engine.Planning.Conditions;

/// <summary>Which columns an expression needs.</summary>
internal sealed class SymbolUses(Func<BoundRelation, bool>? isKnown) : BoundRewriter
{
    private readonly HashSet<int> _symbols = [];
    private bool _hasSubquery;
    private bool _isDeterministic = true;

    /// <summary>Ids of the columns; null when the expression holds a subquery or may give another value each time.</summary>
    /// <param name="expression">The expression.</param>
    /// <param name="isKnown">Says of which subqueries the rows are known, so that they are no reason; of none without.</param>
    public static HashSet<int>? Of(BoundExpression expression, Func<BoundRelation, bool>? isKnown = null)
    {
        var uses = new SymbolUses(isKnown);
        uses.Rewrite(expression);
        return uses is { _hasSubquery: false, _isDeterministic: true } ? uses._symbols : null;
    }

    /// <summary>Whether the expression always gives the same value for the same columns and reads nothing else.</summary>
    public static bool IsDeterministic(BoundExpression expression) => Of(expression) is not null;

    public override BoundExpression Rewrite(BoundExpression node)
    {
        switch (node)
        {
            case BoundColumn column:
                _symbols.Add(column.Symbol.Id);
                break;
            case BoundCall call:
                _isDeterministic &= call.Function.IsDeterministic;
                break;
        }

        return base.Rewrite(node);
    }

    public override BoundRelation Rewrite(BoundRelation node)
    {
        _hasSubquery |= isKnown?.Invoke(node) != true;
        return node;
    }
}
