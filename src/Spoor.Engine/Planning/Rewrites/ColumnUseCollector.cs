using Spoor.Core.Collections;
using Spoor.Engine.Planning.Conditions;
using Spoor.Sql.Analysis.Nodes;
using Spoor.Sql.Analysis.Rewriting;
using Spoor.Sql.Syntax.Nodes;

namespace Spoor.Engine.Planning.Rewrites;

/// <summary>Finds which columns, and which fields of them, a query uses. Walks from the result down, so that all users of a column come before its source.</summary>
internal sealed class ColumnUseCollector : BoundRewriter
{
    private readonly Dictionary<int, PathUse> _uses = [];
    private readonly Dictionary<int, int> _sources = [];
    private readonly Dictionary<int, BoundNamedQuery> _queries = [];

    /// <summary>The highest symbol id seen.</summary>
    public int LastSymbolId { get; private set; }

    /// <summary>Collects the uses of a query whose output is all needed.</summary>
    public static ColumnUseCollector Collect(BoundRelation query)
    {
        var collector = new ColumnUseCollector();
        collector.UseWhole(query.Output);
        collector.Visit(query);
        return collector;
    }

    /// <summary>The use of a symbol, or null when nobody uses it. A named query's scan shows all that any of its scans uses.</summary>
    public PathUse? Find(Symbol symbol)
    {
        var id = symbol.Id;
        while (_sources.TryGetValue(id, out var source))
        {
            id = source;
        }

        return _uses.GetValueOrDefault(id);
    }

    public override BoundRelation Rewrite(BoundRelation node)
    {
        Visit(node);
        return node;
    }

    public override BoundExpression Rewrite(BoundExpression node)
    {
        switch (node)
        {
            case var _ when FieldPath.TryRead(node, out var path):
                See(path.Symbol);
                Use(path.Symbol).At(path.Fields).IsWhole = true;
                return node;
            case BoundLambda lambda:
                See(lambda.Parameters);
                break;
            case BoundScalarSubquery scalar:
                UseWhole(scalar.Query.Output);
                break;
            case BoundInSubquery membership:
                UseWhole(membership.Query.Output);
                break;
            case BoundQuantifiedComparison quantified:
                UseWhole(quantified.Query.Output);
                break;
        }

        return base.Rewrite(node);
    }

    private void Visit(BoundRelation relation)
    {
        See(relation.Output);
        switch (relation)
        {
            case BoundProject project:
                VisitProject(project);
                break;
            case BoundJoin join:
                VisitJoin(join);
                break;
            case BoundSetOperation operation:
                VisitSetOperation(operation);
                break;
            case BoundWith with:
                VisitWith(with);
                break;
            case BoundNamedQueryScan scan:
                VisitNamedQueryScan(scan);
                break;
            case BoundAggregate aggregate:
                ForceWhole(aggregate.Output);
                VisitExpressions(aggregate.Keys.Select(key => key.Expression));
                VisitExpressions(aggregate.Aggregates.SelectMany(call => Parts(call.Arguments, call.Filter, call.OrderBy)));
                Visit(aggregate.Input);
                break;
            case BoundWindow window:
                ForceWhole(window.Functions.Select(function => function.Symbol));
                VisitExpressions(window.Functions.SelectMany(call => Parts(call.Arguments, call.Filter, call.OrderBy)
                    .Concat(call.PartitionBy).Concat(Offsets(call.Frame))));
                Visit(window.Input);
                break;
            case BoundDistinct distinct:
                UseWhole(distinct.Output);
                Visit(distinct.Input);
                break;
            default:
                VisitSimple(relation);
                break;
        }
    }

    private void VisitSimple(BoundRelation relation)
    {
        switch (relation)
        {
            case BoundFilter filter:
                Rewrite(filter.Predicate);
                Visit(filter.Input);
                break;
            case BoundSort sort:
                VisitExpressions(sort.Keys.Select(key => key.Key));
                Visit(sort.Input);
                break;
            case BoundLimit limit:
                Visit(limit.Input);
                break;
            case BoundSample sample:
                Visit(sample.Input);
                break;
            case BoundUnnest unnest:
                ForceWhole(unnest.Output);
                VisitExpressions(unnest.Collections);
                break;
            case BoundValues values:
                ForceWhole(values.Output);
                VisitExpressions(values.Rows.SelectMany(row => row));
                break;
        }
    }

    private void VisitProject(BoundProject project)
    {
        foreach (var assignment in project.Assignments)
        {
            if (!_uses.TryGetValue(assignment.Symbol.Id, out var use))
            {
                continue;
            }

            if (FieldPath.TryRead(assignment.Expression, out var path))
            {
                See(path.Symbol);
                if (path.Symbol.Id != assignment.Symbol.Id)
                {
                    Use(path.Symbol).At(path.Fields).Add(use);
                }
            }
            else
            {
                use.IsWhole = true;
                Rewrite(assignment.Expression);
            }
        }

        Visit(project.Input);
    }

    /// <summary>The right side first: when it is lateral, it uses the left's columns.</summary>
    private void VisitJoin(BoundJoin join)
    {
        if (join.Condition is not null)
        {
            Rewrite(join.Condition);
        }

        Visit(join.Right);
        Visit(join.Left);
    }

    private void VisitSetOperation(BoundSetOperation operation)
    {
        if (operation is { Operator: SetOperator.Union, IsDistinct: false })
        {
            for (var i = 0; i < operation.Output.Count; i++)
            {
                if (_uses.TryGetValue(operation.Output[i].Id, out var use))
                {
                    Use(operation.Left.Output[i]).Add(use);
                    Use(operation.Right.Output[i]).Add(use);
                }
            }
        }
        else
        {
            UseWhole(operation.Output.Concat(operation.Left.Output).Concat(operation.Right.Output));
        }

        Visit(operation.Left);
        Visit(operation.Right);
    }

    private void VisitWith(BoundWith with)
    {
        foreach (var query in with.Queries)
        {
            _queries[query.Id] = query;
        }

        Visit(with.Body);
        foreach (var query in with.Queries.Reverse())
        {
            if (query.RecursiveStep is { } step)
            {
                UseWhole(query.Query.Output.Concat(step.Output));
                Visit(step);
            }

            Visit(query.Query);
        }
    }

    private void VisitNamedQueryScan(BoundNamedQueryScan scan)
    {
        var query = _queries[scan.QueryId];
        for (var i = 0; i < scan.Output.Count; i++)
        {
            _sources[scan.Output[i].Id] = query.Query.Output[i].Id;
            if (query.RecursiveStep is not null)
            {
                UseWhole([query.Query.Output[i]]);
            }
            else if (_uses.TryGetValue(scan.Output[i].Id, out var use))
            {
                Use(query.Query.Output[i]).Add(use);
            }
        }
    }

    private void VisitExpressions(IEnumerable<BoundExpression> expressions)
    {
        foreach (var expression in expressions)
        {
            Rewrite(expression);
        }
    }

    private PathUse Use(Symbol symbol)
    {
        if (!_uses.TryGetValue(symbol.Id, out var use))
        {
            use = new PathUse();
            _uses.Add(symbol.Id, use);
        }

        return use;
    }

    private void UseWhole(IEnumerable<Symbol> symbols)
    {
        foreach (var symbol in symbols)
        {
            Use(symbol).IsWhole = true;
        }
    }

    /// <summary>A column whose source computes it as one value is not taken apart.</summary>
    private void ForceWhole(IEnumerable<Symbol> symbols) => UseWhole(symbols.Where(symbol => _uses.ContainsKey(symbol.Id)));

    private void See(Symbol symbol) => LastSymbolId = Math.Max(LastSymbolId, symbol.Id);

    private void See(IEnumerable<Symbol> symbols)
    {
        foreach (var symbol in symbols)
        {
            See(symbol);
        }
    }

    private static IEnumerable<BoundExpression> Parts(ValueList<BoundExpression> arguments, BoundExpression? filter, ValueList<BoundSortKey> orderBy) =>
        [.. arguments, .. filter is null ? Array.Empty<BoundExpression>() : [filter], .. orderBy.Select(key => key.Key)];

    private static IEnumerable<BoundExpression> Offsets(BoundFrame? frame) => new[] { frame?.StartOffset, frame?.EndOffset }.OfType<BoundExpression>();
}
