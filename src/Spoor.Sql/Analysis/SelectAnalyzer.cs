using Spoor.Core.Errors;
using Spoor.Sql.Analysis.Aggregates;
using Spoor.Sql.Analysis.Nodes;
using Spoor.Sql.Analysis.Rewriting;
using Spoor.Sql.Analysis.Scopes;
using Spoor.Sql.Syntax.Nodes;

namespace Spoor.Sql.Analysis;

/// <summary>Analyzes one SELECT: source, WHERE, select list, GROUP BY, HAVING, windows, DISTINCT, ORDER BY and LIMIT, in the order that gives Trino's errors.</summary>
internal sealed partial class SelectAnalyzer
{
    private readonly RelationAnalyzer _relations;
    private readonly QuerySpecification _node;
    private readonly Scope _outer;
    private readonly WindowDefinitions _windows = new();

    public SelectAnalyzer(RelationAnalyzer relations, QuerySpecification node, Scope outer)
    {
        _relations = relations;
        _node = node;
        _outer = outer;
    }

    private StatementState State => _relations.State;

    /// <summary>Analyzes the SELECT with ORDER BY, OFFSET and LIMIT of <paramref name="query"/>; null when it is a branch of a set operation, which has none.</summary>
    public AnalyzedRelation Analyze(Query? query)
    {
        var source = _node.From is null ? new AnalyzedRelation(new BoundSingleRow(), []) : _relations.AnalyzeRelation(_node.From, _outer);
        var scope = _outer.WithFields(source.Fields);
        var expressions = new ExpressionAnalyzer(_relations, scope, ExpressionSurroundings.None with { Windows = _windows });
        var namedWindows = _node.Windows.Select(window => AnalyzeNamedWindow(window, expressions)).ToList();
        var relation = _node.Where is null ? source.Relation : new BoundFilter(source.Relation, AnalyzeWhere(_node.Where, expressions.Without(new HiddenAliases("WHERE", _node.Items))));

        var outputs = _node.Items.SelectMany(item => AnalyzeItem(item, scope, expressions)).ToList();
        var grouping = AnalyzeGroupBy(outputs, expressions);
        var having = _node.Having is null ? null : AnalyzeHaving(_node.Having, expressions.Without(new HiddenAliases("HAVING", _node.Items)));
        var sortKeys = query is null ? [] : AnalyzeOrderBy(query, outputs, scope);

        if (IsAggregation(query))
        {
            var aggregation = new Aggregation(State, source, outputs, grouping);
            outputs = outputs.Select(output => output with { Expression = aggregation.Rewrite(output) }).ToList();
            having = having is null || _node.Having is null ? null : aggregation.Rewrite(having, _node.Having);
            CheckNamedWindows(namedWindows, aggregation);
            sortKeys = sortKeys.Select(key => key with { Key = aggregation.RewriteSortKey(key.Key, key.Syntax) }).ToList();
            relation = aggregation.Apply(relation);
        }

        relation = having is null ? relation : new BoundFilter(relation, having);
        return new SelectOutput(_relations, _node, outputs, sortKeys, query).Apply(relation);
    }

    private static BoundExpression AnalyzeWhere(Expression where, ExpressionAnalyzer expressions)
    {
        Clause.RefuseAggregates(where, "WHERE clause");
        return expressions.AnalyzeCondition(where, "WHERE clause");
    }

    private static BoundExpression AnalyzeHaving(Expression having, ExpressionAnalyzer expressions)
    {
        if (Clause.FindWindowFunction([having]) is { } window)
        {
            throw new QueryException(ErrorCode.NestedWindow, window.Span, "HAVING clause cannot contain window functions or row pattern measures");
        }

        return expressions.AnalyzeCondition(having, "HAVING clause");
    }

    private List<SelectSortKey> AnalyzeOrderBy(Query query, List<OutputColumn> outputs, Scope scope)
    {
        var sortScope = scope.WithFields(outputs.Select(output => output.AsField()).ToList());
        var expressions = new ExpressionAnalyzer(_relations, sortScope, ExpressionSurroundings.None with { Windows = _windows });
        return query.OrderBy.Select(Analyze).ToList();

        SelectSortKey Analyze(SortItem item)
        {
            BoundExpression key = SortOrdinal.TryGet(item, outputs.Count) is { } index
                ? new BoundColumn(outputs[index].Symbol, item.Key.Span)
                : expressions.Analyze(item.Key);
            var checkedKey = RelationAnalyzer.SortKey(item, key, _node.Span);
            return new SelectSortKey(checkedKey.Key, checkedKey.IsDescending, checkedKey.NullsFirst, item.Key);
        }
    }

    private bool IsAggregation(Query? query)
    {
        var written = _node.Items.Cast<Node>().Concat(query is null ? [] : query.OrderBy);
        return _node.GroupBy is not null || _node.Having is not null || written
            .SelectMany(node => SyntaxTree.SelfAndDescendants(node, intoSubqueries: false))
            .Any(node => node is FunctionCall call && Clause.IsAggregate(call));
    }

    private (NamedWindow Syntax, BoundWindowDefinition Window) AnalyzeNamedWindow(NamedWindow node, ExpressionAnalyzer expressions)
    {
        _windows.Add(node);
        return (node, expressions.AnalyzeWindow(node.Specification));
    }

    /// <summary>A window counts as used where it is defined: its parts must fit the groups.</summary>
    private static void CheckNamedWindows(List<(NamedWindow Syntax, BoundWindowDefinition Window)> windows, Aggregation aggregation)
    {
        foreach (var (syntax, window) in windows)
        {
            var specification = syntax.Specification;
            if (specification.ExistingName is not null)
            {
                continue;
            }

            foreach (var (key, written) in window.PartitionBy.Zip(specification.PartitionBy))
            {
                aggregation.Rewrite(key, written);
            }

            foreach (var (key, written) in window.OrderBy.Zip(specification.OrderBy))
            {
                aggregation.Rewrite(key.Key, written.Key);
            }
        }
    }
}

/// <summary>A key of ORDER BY over the source's and the select list's columns.</summary>
internal sealed record SelectSortKey(BoundExpression Key, bool IsDescending, bool NullsFirst, Expression Syntax);
