using Spoor.CloudTrail.Scan;
using Spoor.Sql;
using Spoor.Sql.Analysis.Nodes;
using Spoor.Sql.Syntax.Nodes;
using Spoor.Sql.Types;

namespace Spoor.Engine.Planning;

/// <summary>What a scan can decide of its conditions by itself.</summary>
/// <remarks>Negation is moved to the leaves (De Morgan holds for SQL's three values), where NULL meets neither a condition nor its opposite.</remarks>
/// <param name="columns">The scan's record columns by symbol id.</param>
/// <param name="setOf">The values of a subquery, where Planning knows them.</param>
internal sealed class ScanFilters(IReadOnlyDictionary<int, ScanColumn> columns, Func<BoundRelation, TextSet?> setOf)
{
    /// <summary>A filter that lets through every record that meets all conditions; null when it would let through any.</summary>
    public ScanFilter? Of(IEnumerable<BoundExpression> conjuncts) => All(conjuncts, isNegated: false);

    private ScanFilter? Of(BoundExpression condition, bool isNegated) => condition switch
    {
        BoundNot not => Of(not.Value, !isNegated),
        BoundLogical logical => logical.IsAnd != isNegated ? All(logical.Terms, isNegated) : Any(logical.Terms, isNegated),
        BoundComparison comparison => OfComparison(comparison, isNegated),
        BoundBetween between => OfBetween(between, isNegated),
        BoundInList list => OfSet(list.Value, list.List, isNegated),
        BoundInSubquery membership => isNegated ? null : OfMembership(membership),
        BoundLike like => OfLike(like, isNegated),
        BoundIsNull isNull => OfIsNull(isNull, isNegated),
        _ => null,
    };

    private ScanFilter? All(IEnumerable<BoundExpression> terms, bool isNegated)
    {
        var filters = terms.Select(term => Of(term, isNegated)).OfType<ScanFilter>().ToValueList();
        return filters.Count switch { 0 => null, 1 => filters[0], _ => new AllOf(filters) };
    }

    /// <summary>One branch that the scan cannot decide makes the whole OR undecided.</summary>
    private AnyOf? Any(IEnumerable<BoundExpression> terms, bool isNegated)
    {
        var filters = terms.Select(term => Of(term, isNegated)).ToList();
        return filters.Contains(null) ? null : new AnyOf(filters.OfType<ScanFilter>().ToValueList());
    }

    private LeafFilter? OfComparison(BoundComparison comparison, bool isNegated)
    {
        var op = isNegated ? Opposite(comparison.Operator) : comparison.Operator;
        return Compare(comparison.Left, op, comparison.Right) ?? Compare(comparison.Right, Mirrored(op), comparison.Left);
    }

    private LeafFilter? Compare(BoundExpression value, ComparisonOperator op, BoundExpression constant)
    {
        if (TextLeaf(value) is not { } leaf || Constants.Text(constant) is not { } text)
        {
            return null;
        }

        return op switch
        {
            ComparisonOperator.Equal => new LeafEquals(leaf, new TextSet(text)),
            ComparisonOperator.NotEqual => new LeafEquals(leaf, new TextSet(text), IsNegated: true),
            ComparisonOperator.LessThan or ComparisonOperator.LessThanOrEqual =>
                new LeafRange(leaf, null, new TextBound(text, op == ComparisonOperator.LessThanOrEqual)),
            _ => new LeafRange(leaf, new TextBound(text, op == ComparisonOperator.GreaterThanOrEqual), null),
        };
    }

    private ScanFilter? OfBetween(BoundBetween between, bool isNegated)
    {
        if (TextLeaf(between.Value) is not { } leaf || Constants.Text(between.Min) is not { } min || Constants.Text(between.Max) is not { } max)
        {
            return null;
        }

        return isNegated
            ? new AnyOf([new LeafRange(leaf, null, new TextBound(min, IsInclusive: false)), new LeafRange(leaf, new TextBound(max, IsInclusive: false), null)])
            : new LeafRange(leaf, new TextBound(min, IsInclusive: true), new TextBound(max, IsInclusive: true));
    }

    private LeafEquals? OfSet(BoundExpression value, IEnumerable<BoundExpression> constants, bool isNegated)
    {
        var texts = constants.Select(Constants.Text).ToList();
        return texts.Contains(null) || TextLeaf(value) is not { } leaf ? null : new LeafEquals(leaf, new TextSet(texts.OfType<string>()), isNegated);
    }

    private LeafEquals? OfMembership(BoundInSubquery membership) =>
        TextLeaf(membership.Value) is { } leaf && setOf(membership.Query) is { } texts ? new LeafEquals(leaf, texts) { IsDynamic = true } : null;

    private LeafLike? OfLike(BoundLike like, bool isNegated)
    {
        var escape = like.Escape is null ? null : Constants.Text(like.Escape);
        if (TextLeaf(like.Value) is not { } leaf || Constants.Text(like.Pattern) is not { } text || (like.Escape is not null && escape is null))
        {
            return null;
        }

        return LikePattern.TryParse(text, escape) is { } pattern ? new LeafLike(leaf, pattern, isNegated) : null;
    }

    /// <summary>A value that is no text may turn out to be NULL only when it is converted, so of these the scan knows no more than which are certainly NULL.</summary>
    private LeafIsNull? OfIsNull(BoundIsNull isNull, bool isNegated) =>
        Leaf(isNull.Value) is { } leaf && (isNegated || leaf.Type is VarcharType) ? new LeafIsNull(leaf, isNegated) : null;

    private ScanLeaf? TextLeaf(BoundExpression value) => Leaf(Constants.Unwrap(value)) is { Type: VarcharType } leaf ? leaf : null;

    private ScanLeaf? Leaf(BoundExpression value) =>
        value is BoundColumn column && columns.TryGetValue(column.Symbol.Id, out var leaf) ? new ScanLeaf(leaf.Path, leaf.Type) : null;

    private static ComparisonOperator Opposite(ComparisonOperator op) => op switch
    {
        ComparisonOperator.Equal => ComparisonOperator.NotEqual,
        ComparisonOperator.NotEqual => ComparisonOperator.Equal,
        ComparisonOperator.LessThan => ComparisonOperator.GreaterThanOrEqual,
        ComparisonOperator.LessThanOrEqual => ComparisonOperator.GreaterThan,
        ComparisonOperator.GreaterThan => ComparisonOperator.LessThanOrEqual,
        _ => ComparisonOperator.LessThan,
    };

    private static ComparisonOperator Mirrored(ComparisonOperator op) => op switch
    {
        ComparisonOperator.LessThan => ComparisonOperator.GreaterThan,
        ComparisonOperator.LessThanOrEqual => ComparisonOperator.GreaterThanOrEqual,
        ComparisonOperator.GreaterThan => ComparisonOperator.LessThan,
        ComparisonOperator.GreaterThanOrEqual => ComparisonOperator.LessThanOrEqual,
        _ => op,
    };
}
