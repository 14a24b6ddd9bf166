using Spoor.Sql.Analysis.Nodes;

namespace Spoor.Sql.Analysis.Rewriting;

/// <summary>Finds uses of columns in a typed query.</summary>
internal sealed class ColumnUses : BoundRewriter
{
    private readonly Predicate<Symbol> _isWanted;
    private readonly List<BoundColumn> _found = [];

    private ColumnUses(Predicate<Symbol> isWanted) => _isWanted = isWanted;

    /// <summary>The first use of one of <paramref name="symbols"/>, or null.</summary>
    public static BoundColumn? FindFirst(BoundRelation relation, HashSet<Symbol> symbols)
    {
        var finder = new ColumnUses(symbols.Contains);
        finder.Rewrite(relation);
        return finder._found.FirstOrDefault();
    }

    /// <summary>All uses of columns that satisfy <paramref name="isWanted"/>, in order.</summary>
    public static List<BoundColumn> Find(BoundExpression expression, Predicate<Symbol> isWanted)
    {
        var finder = new ColumnUses(isWanted);
        finder.Rewrite(expression);
        return finder._found;
    }

    public override BoundExpression Rewrite(BoundExpression node)
    {
        if (node is BoundColumn column && _isWanted(column.Symbol))
        {
            _found.Add(column);
        }

        return base.Rewrite(node);
    }
}
