using Spoor.Core.Collections;
using Spoor.Sql.Analysis.Nodes;
using Spoor.Sql.Analysis.Rewriting;
using Spoor.Sql.Analysis.Scopes;

namespace Spoor.Sql.Analysis.Aggregates;

/// <summary>Takes window function calls out of expressions and gives them symbols; equal calls share one.</summary>
internal sealed class WindowExtractor(StatementState state) : BoundRewriter
{
    private readonly Dictionary<BoundExpression, Symbol> _symbolsByErasedCall = [];
    private readonly List<BoundWindowAssignment> _functions = [];

    public override BoundExpression Rewrite(BoundExpression node)
    {
        if (node is not WindowCall call)
        {
            return base.Rewrite(node);
        }

        var erased = SpanEraser.Erase(call);
        if (!_symbolsByErasedCall.TryGetValue(erased, out var symbol))
        {
            symbol = state.NewSymbol(call.Function.Name, call.Type);
            _symbolsByErasedCall.Add(erased, symbol);
            _functions.Add(new BoundWindowAssignment(
                symbol,
                call.Function,
                call.Arguments,
                call.IsDistinct,
                call.Filter,
                call.IgnoreNulls,
                call.Window.PartitionBy,
                call.Window.OrderBy,
                call.Window.Frame,
                call.Span));
        }

        return new BoundColumn(symbol, call.Span);
    }

    /// <summary>The window step above <paramref name="input"/>; the input itself when no call was found.</summary>
    public BoundRelation Apply(BoundRelation input) => _functions.Count == 0 ? input : new BoundWindow(input, _functions.ToValueList());
}
