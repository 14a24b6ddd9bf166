using Spoor.CloudTrail.Scan.Contract;
using Spoor.Core.Collections;
using Spoor.Core.Types;
using Spoor.Sql.Analysis.Nodes;
using Spoor.Sql.Syntax.Nodes;

namespace Spoor.Engine.Planning.Conditions;

/// <summary>Values that a scan's leaves must be among, where a query over rows at hand says so: subqueries of IN, and the other side of a join.</summary>
/// <param name="closed">What Planning may run.</param>
/// <param name="evaluator">Runs it.</param>
/// <param name="newSymbol">Makes a symbol of a type.</param>
internal sealed class DynamicSets(ClosedRelations closed, IConditionEvaluator evaluator, Func<SqlType, Symbol> newSymbol)
{
    /// <summary>More values than this cost more than they save.</summary>
    private const int MostValues = 1_000_000;

    private readonly Dictionary<BoundRelation, TextSet?> _sets = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<BoundExpression, string?> _constants = new(ReferenceEqualityComparer.Instance);

    /// <summary>Whether Planning can find the rows of a subquery.</summary>
    public bool IsKnown(BoundRelation subquery) => closed.Contains(subquery);

    /// <summary>The expression in a form that the evaluator runs, when it is over columns of the set alone; else null.</summary>
    public BoundExpression? Over(IReadOnlySet<int> columns, BoundExpression expression) =>
        SymbolUses.Of(expression, IsKnown) is { } used && used.IsSubsetOf(columns) ? closed.ToStandalone(expression) : null;

    /// <summary>The text of an expression that needs no row of the query, such as a time before now; null when it does, is no text, or is NULL.</summary>
    public string? Constant(BoundExpression expression)
    {
        if (expression.Type is not VarcharType || SymbolUses.Of(expression, IsKnown) is not { Count: 0 })
        {
            return null;
        }

        if (!_constants.TryGetValue(expression, out var text))
        {
            var value = new BoundProject(new BoundSingleRow(), [new BoundAssignment(newSymbol(expression.Type), expression)]);
            _constants[expression] = text = Find(value)?.Texts.FirstOrDefault();
        }

        return text;
    }

    /// <summary>The values of a subquery, NULL left out; null when Planning cannot find them, or they are too many.</summary>
    public TextSet? Find(BoundRelation query)
    {
        if (!_sets.TryGetValue(query, out var set))
        {
            _sets[query] = set = closed.Contains(query) ? evaluator.Texts(closed.ToStandalone(query), MostValues) : null;
        }

        return set;
    }

    /// <summary>What a condition on pairs of rows says of one side alone, when the other is at hand: an equality becomes membership.</summary>
    /// <param name="condition">Holds for the pairs that matter.</param>
    /// <param name="other">The other side.</param>
    /// <returns>A condition without the other side's columns; null when nothing is known.</returns>
    public BoundExpression? Implied(BoundExpression condition, BoundRelation other)
    {
        var ids = other.Output.Select(symbol => symbol.Id).ToHashSet();
        return closed.Contains(other) ? Implied(condition, other, ids) : Unless(condition, ids);
    }

    /// <summary>What EXISTS says of the row around it, when its relation but for the condition is at hand; null when nothing is known.</summary>
    public BoundExpression? Implied(BoundExists exists)
    {
        var query = exists.Query;
        while (query is BoundProject project)
        {
            query = project.Input;
        }

        return query is BoundFilter filter && closed.Contains(filter.Input)
            ? Implied(filter.Predicate, filter.Input, filter.Input.Output.Select(symbol => symbol.Id).ToHashSet())
            : null;
    }

    private BoundExpression? Implied(BoundExpression condition, BoundRelation other, HashSet<int> ids) => condition switch
    {
        BoundLogical { IsAnd: true } all => ImpliedAll(all, all.Terms.Select(term => Implied(term, other, ids)).OfType<BoundExpression>().ToValueList()),
        BoundLogical any => any.Terms.Select(term => Implied(term, other, ids)).ToList() is var terms && terms.Contains(null)
            ? null
            : any with { Terms = terms.OfType<BoundExpression>().ToValueList() },
        BoundComparison { Operator: ComparisonOperator.Equal, Left.Type: VarcharType } equal =>
            Membership(equal, equal.Left, equal.Right, other, ids) ?? Membership(equal, equal.Right, equal.Left, other, ids),
        _ => Unless(condition, ids),
    };

    /// <summary>The condition, unless it needs one of the columns.</summary>
    private BoundExpression? Unless(BoundExpression condition, HashSet<int> columns) =>
        SymbolUses.Of(condition, IsKnown) is { } used && !used.Overlaps(columns) ? condition : null;

    private static BoundExpression? ImpliedAll(BoundLogical all, ValueList<BoundExpression> terms) =>
        terms.Count switch { 0 => null, 1 => terms[0], _ => all with { Terms = terms } };

    private BoundExpression? Membership(BoundComparison equal, BoundExpression mine, BoundExpression theirs, BoundRelation other, HashSet<int> ids)
    {
        if (SymbolUses.Of(mine) is not { } usedByMine || usedByMine.Overlaps(ids) || SymbolUses.Of(theirs) is not { } usedByTheirs || !usedByTheirs.IsSubsetOf(ids))
        {
            return null;
        }

        return usedByTheirs.Count == 0
            ? equal
            : new BoundInSubquery(mine, new BoundProject(other, [new BoundAssignment(newSymbol(theirs.Type), theirs)]), equal.Span);
    }
}
