using Spoor.Sql.Analysis.Nodes;

namespace Spoor.Sql.Analysis.Rewriting;

/// <summary>Replaces columns of the select list by their values inside window functions of ORDER BY, which run below the select list.</summary>
internal sealed class OutputSubstitution : BoundRewriter
{
    private readonly Dictionary<Symbol, BoundExpression> _values;
    private int _windowDepth;

    private OutputSubstitution(Dictionary<Symbol, BoundExpression> values) => _values = values;

    public static BoundExpression InWindows(BoundExpression key, Dictionary<Symbol, BoundExpression> values) => new OutputSubstitution(values).Rewrite(key);

    public override BoundExpression Rewrite(BoundExpression node)
    {
        if (node is WindowCall)
        {
            _windowDepth++;
            var rewritten = base.Rewrite(node);
            _windowDepth--;
            return rewritten;
        }

        return _windowDepth > 0 && node is BoundColumn column && _values.TryGetValue(column.Symbol, out var value) ? value : base.Rewrite(node);
    }
}
