using Spoor.Core.Collections;
using Spoor.Core.Errors;
using Spoor.Sql.Analysis.Nodes;
using Spoor.Sql.Analysis.Rewriting;
using Spoor.Sql.Analysis.Scopes;
using Spoor.Sql.Syntax.Nodes;
using Spoor.Sql.Syntax.Printing;

namespace Spoor.Sql.Analysis.Aggregates;

/// <summary>The aggregation step of one query: gives group keys and aggregates their symbols, and refuses what is neither.</summary>
internal sealed class Aggregation
{
    private readonly StatementState _state;
    private readonly GroupingAnalysis _grouping;
    private readonly HashSet<Symbol> _sourceSymbols;
    private readonly HashSet<Symbol> _outputSymbols;
    private readonly Dictionary<BoundExpression, Symbol> _symbolsByErasedCall = [];
    private readonly List<BoundAggregateAssignment> _aggregates = [];
    private readonly List<BoundGroupingMark> _marks = [];

    public Aggregation(StatementState state, AnalyzedRelation source, IEnumerable<OutputColumn> outputs, GroupingAnalysis grouping)
    {
        _state = state;
        _grouping = grouping;
        _sourceSymbols = source.Relation.Output.ToHashSet();
        _outputSymbols = outputs.Select(output => output.Symbol).ToHashSet();
    }

    /// <summary>The value of a select list's column over the groups.</summary>
    public BoundExpression Rewrite(OutputColumn output)
    {
        if (output.Star is not { } field)
        {
            return new AggregationRewriter(this, output.Syntax, output.Place).Rewrite(output.Expression);
        }

        if (_grouping.TryFind(output.Expression) is { } index)
        {
            return new BoundColumn(_grouping.Keys[index].Symbol, output.Place);
        }

        var column = field.Name is null
            ? $"{_sourceSymbols.ToList().IndexOf(field.Symbol) + 1}"
            : field.RelationName.Count > 0 ? $"'{field.RelationName[^1]}.{field.Name}'" : $"'{field.Name}'";
        throw new QueryException(ErrorCode.ExpressionNotAggregate, output.Place, $"Column {column} not in GROUP BY clause");
    }

    /// <summary>The value of another expression of the query over the groups.</summary>
    public BoundExpression Rewrite(BoundExpression expression, Expression syntax) =>
        new AggregationRewriter(this, syntax, Place.Of(syntax)).Rewrite(expression);

    /// <summary>The same for a key of ORDER BY, which may name columns of the select list too, but not inside aggregates.</summary>
    public BoundExpression RewriteSortKey(BoundExpression key, Expression syntax) => Rewrite(key, syntax);

    /// <summary>The aggregation of <paramref name="input"/>; to be called when all expressions are rewritten.</summary>
    public BoundAggregate Apply(BoundRelation input) => new(
        input,
        _grouping.Keys.ToValueList(),
        _grouping.Sets.Select(set => set.ToValueList()).ToValueList(),
        _aggregates.ToValueList(),
        _marks.ToValueList());

    /// <summary>Whether a column is of the query's source, so that it has one value per row and not per group.</summary>
    public bool IsOfSource(Symbol symbol) => _sourceSymbols.Contains(symbol);

    /// <summary>The key that <paramref name="node"/> is, as a column; else null.</summary>
    public BoundColumn? TryKey(BoundExpression node) =>
        _grouping.TryFind(node) is { } index ? new BoundColumn(_grouping.Keys[index].Symbol, node.Span) : null;

    /// <summary>The column that an aggregate's result is; equal calls share one.</summary>
    public BoundColumn Add(AggregateCall call)
    {
        CheckOutputReferences(call);
        var erased = SpanEraser.Erase(call);
        if (!_symbolsByErasedCall.TryGetValue(erased, out var symbol))
        {
            symbol = _state.NewSymbol(call.Function.Name, call.Type);
            _symbolsByErasedCall.Add(erased, symbol);
            _aggregates.Add(new BoundAggregateAssignment(symbol, call.Function, call.Arguments, call.IsDistinct, call.Filter, call.OrderBy, call.Overflow, call.Span));
        }

        return new BoundColumn(symbol, call.Span);
    }

    /// <summary>The column that a GROUPING operation's result is.</summary>
    public BoundColumn Add(GroupingCall call)
    {
        var indexes = new List<int>();
        foreach (var (column, written) in call.Columns.Zip(call.Syntax.Columns))
        {
            var index = column is BoundColumn ? _grouping.TryFind(column) : null;
            indexes.Add(index ?? throw new QueryException(
                ErrorCode.InvalidArguments,
                call.Span,
                $"The arguments to GROUPING() must be expressions referenced by the GROUP BY at the associated query level. Mismatch due to {ExpressionFormatter.Format(written)}."));
        }

        var mark = new BoundGroupingMark(_state.NewSymbol("grouping", call.Type), indexes.ToValueList());
        _marks.Add(mark);
        return new BoundColumn(mark.Symbol, call.Span);
    }

    private void CheckOutputReferences(AggregateCall call)
    {
        if (call.OrderBy.SelectMany(key => ColumnUses.Find(key.Key, _outputSymbols.Contains)).FirstOrDefault() is { } inOrder)
        {
            throw new QueryException(ErrorCode.ColumnNotFound, inOrder.Span, "ORDER BY clause in aggregation function must not reference query output columns");
        }

        if (ColumnUses.Find(call, _outputSymbols.Contains).FirstOrDefault() is { } use)
        {
            throw new QueryException(ErrorCode.ColumnNotFound, use.Span, "Invalid reference to output projection attribute from ORDER BY aggregation");
        }
    }
}
