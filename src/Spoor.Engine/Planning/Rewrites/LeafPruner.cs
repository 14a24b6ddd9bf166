using Spoor.Core.Collections;
using Spoor.Core.Text;
using Spoor.Core.Types;
using Spoor.Engine.Planning.Conditions;
using Spoor.Engine.Planning.Sources;
using Spoor.Sql.Analysis.Nodes;
using Spoor.Sql.Analysis.Rewriting;

namespace Spoor.Engine.Planning.Rewrites;

/// <summary>
/// Takes rows apart: a column that the query uses only by its fields becomes one column per field, from the scan up to where the field is used;
/// a column that nobody uses is dropped.
/// </summary>
/// <remarks>DuckDB pushes neither into a table function. Rows are never put together again, because a row used as a whole is not taken apart.</remarks>
internal sealed class LeafPruner : BoundRewriter
{
    private readonly ColumnUseCollector _uses;
    private readonly Dictionary<int, IReadOnlyList<Leaf>> _leaves = [];
    private int _lastSymbolId;

    private LeafPruner(ColumnUseCollector uses)
    {
        _uses = uses;
        _lastSymbolId = uses.LastSymbolId;
    }

    /// <summary>The query over <see cref="LeafScan"/>s; its output is unchanged.</summary>
    /// <param name="query">A typed query.</param>
    /// <param name="lastSymbolId">The highest symbol id of the result.</param>
    public static BoundRelation Prune(BoundRelation query, out int lastSymbolId)
    {
        var pruner = new LeafPruner(ColumnUseCollector.Collect(query));
        var pruned = pruner.Rewrite(query);
        lastSymbolId = pruner._lastSymbolId;
        return pruned;
    }

    public override BoundRelation Rewrite(BoundRelation node) => node switch
    {
        BoundScan scan => RewriteScan(scan),
        BoundProject project => new BoundProject(Rewrite(project.Input), project.Assignments.SelectMany(RewriteAssignment).ToValueList()),
        BoundWith with => new BoundWith(with.Queries.Select(RewriteNamedQuery).ToValueList(), Rewrite(with.Body)),
        BoundNamedQueryScan scan => scan with { Output = Leaves(scan.Output) },
        BoundSetOperation operation when !operation.Output.All(IsWhole) => RewriteSetOperation(operation),
        _ => base.Rewrite(node),
    };

    public override BoundExpression Rewrite(BoundExpression node) =>
        FieldPath.TryRead(node, out var path) ? Resolve(path.Symbol, path.Fields, node.Span) : base.Rewrite(node);

    private LeafScan RewriteScan(BoundScan scan)
    {
        var columns = scan.Columns.SelectMany((column, index) => Leaves(scan.Output[index]).Select(leaf =>
            new LeafColumn(column, leaf.Fields.ToValueList(), Names(column, scan.Output[index].Type, leaf.Fields), leaf.Symbol)));
        return new LeafScan(scan.Table, columns.ToValueList());
    }

    private IEnumerable<BoundAssignment> RewriteAssignment(BoundAssignment assignment)
    {
        if (!FieldPath.TryRead(assignment.Expression, out var path))
        {
            return Leaves(assignment.Symbol).Select(leaf => new BoundAssignment(leaf.Symbol, Rewrite(assignment.Expression)));
        }

        // A projection that passes a column on under its own symbol takes what the source has.
        return Leaves(assignment.Symbol).Select(leaf =>
            new BoundAssignment(leaf.Symbol, Resolve(path.Symbol, [.. path.Fields, .. leaf.Fields], assignment.Expression.Span)));
    }

    /// <summary>Scans of a named query name its columns by position, so it must have the leaves that they expect and nothing else.</summary>
    private BoundNamedQuery RewriteNamedQuery(BoundNamedQuery query)
    {
        var leaves = Leaves(query.Query.Output);
        var rewritten = Rewrite(query.Query);
        return query with
        {
            Query = rewritten.Output.Equals(leaves)
                ? rewritten
                : new BoundProject(rewritten, leaves.Select(symbol => new BoundAssignment(symbol, new BoundColumn(symbol, default))).ToValueList()),
            RecursiveStep = query.RecursiveStep is null ? null : Rewrite(query.RecursiveStep),
        };
    }

    /// <summary>UNION ALL: both sides are brought to the leaves of the output.</summary>
    private BoundSetOperation RewriteSetOperation(BoundSetOperation operation) => operation with
    {
        Left = Aligned(operation.Left, operation.Output),
        Right = Aligned(operation.Right, operation.Output),
        Output = Leaves(operation.Output),
    };

    private BoundProject Aligned(BoundRelation side, ValueList<Symbol> output)
    {
        var assignments = output.SelectMany((symbol, index) => Leaves(symbol).Select(leaf =>
            new BoundAssignment(NewSymbol(leaf.Symbol), Resolve(side.Output[index], leaf.Fields, default))));
        return new BoundProject(Rewrite(side), assignments.ToValueList());
    }

    private BoundExpression Resolve(Symbol symbol, IReadOnlyList<int> fields, TextSpan span)
    {
        var leaf = Leaves(symbol).First(leaf => leaf.Fields.SequenceEqual(fields.Take(leaf.Fields.Count)));
        return FieldPath.Access(new BoundColumn(leaf.Symbol, span), fields.Skip(leaf.Fields.Count));
    }

    private bool IsWhole(Symbol symbol) => Leaves(symbol) is [{ Fields.Count: 0 }];

    private ValueList<Symbol> Leaves(ValueList<Symbol> symbols) => symbols.SelectMany(Leaves).Select(leaf => leaf.Symbol).ToValueList();

    private IReadOnlyList<Leaf> Leaves(Symbol symbol)
    {
        if (!_leaves.TryGetValue(symbol.Id, out var leaves))
        {
            leaves = _uses.Find(symbol) is not { } use
                ? []
                : use.IsWhole ? [new Leaf([], symbol)] : [.. use.Leaves().Select(fields => new Leaf(fields, LeafSymbol(symbol, fields)))];
            _leaves.Add(symbol.Id, leaves);
        }

        return leaves;
    }

    private Symbol LeafSymbol(Symbol symbol, IReadOnlyList<int> fields) =>
        NewSymbol(symbol with { Name = string.Join('.', Names(symbol.Name, symbol.Type, fields)), Type = FieldPath.TypeAt(symbol.Type, fields) });

    private Symbol NewSymbol(Symbol like) => like with { Id = ++_lastSymbolId };

    private static ValueList<string> Names(string column, SqlType type, IReadOnlyList<int> fields)
    {
        var names = new List<string> { column };
        foreach (var field in fields)
        {
            var row = (RowType)type;
            names.Add(row.Fields[field].Name ?? "");
            type = row.Fields[field].Type;
        }

        return names.ToValueList();
    }

    private sealed record Leaf(IReadOnlyList<int> Fields, Symbol Symbol);
}
