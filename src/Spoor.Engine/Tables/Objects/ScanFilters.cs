using Spoor.CloudTrail.Scan.Contract;
using Spoor.Core.Collections;
using Spoor.Core.Types;
using Spoor.Engine.Planning.Conditions;
using Spoor.Engine.Tables.Contract;
using Spoor.Sql.Analysis.Nodes;
using Spoor.Sql.Syntax.Nodes;

namespace Spoor.Engine.Tables.Objects;

/// <summary>What a scan can decide of its conditions by itself.</summary>
/// <remarks>Negation is moved to the leaves (De Morgan holds for SQL's three values), where NULL meets neither a condition nor its opposite.</remarks>
/// <param name="leaves">What the scan finds in records.</param>
/// <param name="sets">Constants, and the values of subqueries.</param>
/// <param name="followed">Ids of symbols that are false for each record that the filter is asked about, as it was not found by others.</param>
internal sealed class ScanFilters(ScanLeaves leaves, DynamicSets sets, IReadOnlySet<int> followed)
{
    private static readonly AnyOf s_none = new([]);

    // Whether the filter of the condition at hand decides it alone: a record that passes meets it.
    private bool _isExact;

    /// <summary>A filter that lets through every record that meets the condition, and whether only those; null when it would let through any.</summary>
    public ScanAnswer Of(BoundExpression condition)
    {
        _isExact = true;
        var filter = Of(condition, isNegated: false);
        return new ScanAnswer(filter, filter is null ? Pushdown.Unsupported : _isExact ? Pushdown.Exact : Pushdown.Inexact);
    }

    /// <summary>All of the filters in one; null for none.</summary>
    public static ScanFilter? All(IEnumerable<ScanFilter> filters) => filters.ToValueList() switch { [] => null, [var only] => only, var all => new AllOf(all) };

    private ScanFilter? Of(BoundExpression condition, bool isNegated)
    {
        var filter = condition switch
        {
            BoundNot not => Of(not.Value, !isNegated),
            BoundLogical logical => logical.IsAnd != isNegated ? All(logical.Terms, isNegated) : Any(logical.Terms, isNegated),
            BoundComparison comparison => OfComparison(comparison, isNegated),
            BoundDistinctFrom distinct => OfDistinct(distinct, isNegated),
            BoundBetween between => OfBetween(between, isNegated),
            BoundInList list => OfSet(list.Value, list.List, isNegated),
            BoundInSubquery membership => isNegated ? null : OfMembership(membership),
            BoundLike like => OfLike(like, isNegated),
            BoundIsNull isNull => OfIsNull(isNull, isNegated),
            BoundColumn column when followed.Contains(column.Symbol.Id) && !isNegated => s_none,
            BoundCall { Function.Name: "starts_with", Arguments: [var value, var prefix] } => OfPrefix(value, prefix, isNegated),
            _ => null,
        };
        _isExact &= filter is not (null or ContainsText);
        return filter;
    }

    private ScanFilter? All(IEnumerable<BoundExpression> terms, bool isNegated) => All(terms.Select(term => Of(term, isNegated)).OfType<ScanFilter>());

    /// <summary>One branch that the scan cannot decide makes the whole OR undecided.</summary>
    private AnyOf? Any(IEnumerable<BoundExpression> terms, bool isNegated)
    {
        var filters = terms.Select(term => Of(term, isNegated)).Where(filter => filter != s_none).ToList();
        return filters.Contains(null) ? null : new AnyOf(filters.OfType<ScanFilter>().ToValueList());
    }

    private ScanFilter? OfComparison(BoundComparison comparison, bool isNegated)
    {
        var op = isNegated ? Opposite(comparison.Operator) : comparison.Operator;
        return Compare(comparison.Left, op, comparison.Right) ?? Compare(comparison.Right, Mirrored(op), comparison.Left);
    }

    private ScanFilter? Compare(BoundExpression value, ComparisonOperator op, BoundExpression constant)
    {
        if (op is ComparisonOperator.Equal or ComparisonOperator.NotEqual)
        {
            return OfSet(value, [constant], isNegated: op == ComparisonOperator.NotEqual);
        }

        if (TextLeaf(value) is not { } leaf || Text(constant) is not { } text)
        {
            return null;
        }

        var bound = new TextBound(text, op is ComparisonOperator.LessThanOrEqual or ComparisonOperator.GreaterThanOrEqual);
        return op is ComparisonOperator.LessThan or ComparisonOperator.LessThanOrEqual ? new LeafRange(leaf, null, bound) : new LeafRange(leaf, bound, null);
    }

    /// <summary>With a constant that is not NULL: <c>IS NOT DISTINCT FROM</c> is equality, and its opposite holds for NULL too.</summary>
    private ScanFilter? OfDistinct(BoundDistinctFrom distinct, bool isNegated)
    {
        var isDistinct = distinct.IsNegated == isNegated;
        var (value, constant) = TextLeaf(distinct.Left) is null ? (distinct.Right, distinct.Left) : (distinct.Left, distinct.Right);
        return TextLeaf(value) is not { } leaf || Text(constant) is not { } text
            ? null
            : isDistinct
            ? new AnyOf([new LeafIsNull(leaf), new LeafEquals(leaf, new TextSet(text), IsNegated: true)])
            : new LeafEquals(leaf, new TextSet(text));
    }

    private ScanFilter? OfBetween(BoundBetween between, bool isNegated)
    {
        if (TextLeaf(between.Value) is not { } leaf || Text(between.Min) is not { } min || Text(between.Max) is not { } max)
        {
            return null;
        }

        return isNegated
            ? new AnyOf([new LeafRange(leaf, null, new TextBound(min, IsInclusive: false)), new LeafRange(leaf, new TextBound(max, IsInclusive: false), null)])
            : new LeafRange(leaf, new TextBound(min, IsInclusive: true), new TextBound(max, IsInclusive: true));
    }

    private ScanFilter? OfSet(BoundExpression value, IEnumerable<BoundExpression> constants, bool isNegated)
    {
        var isJson = IsInJsonLeaf(value);
        if (isJson ? isNegated : TextLeaf(value) is null)
        {
            return null;
        }

        var texts = constants.Select(Text).ToList();
        return texts.Contains(null)
            ? null
            : TextLeaf(value) is { } leaf ? new LeafEquals(leaf, new TextSet(texts.OfType<string>()), isNegated) : new ContainsText(texts.OfType<string>().ToValueList());
    }

    private LeafEquals? OfMembership(BoundInSubquery membership) =>
        TextLeaf(membership.Value) is { } leaf && sets.Find(membership.Query) is { } texts ? new LeafEquals(leaf, texts) { IsDynamic = true } : null;

    private ScanFilter? OfLike(BoundLike like, bool isNegated)
    {
        var escape = like.Escape is null ? null : Text(like.Escape);
        if ((like.Escape is not null && escape is null) || Text(like.Pattern) is not { } text || LikePattern.TryParse(text, escape) is not { } pattern)
        {
            return null;
        }

        return TextLeaf(like.Value) is { } leaf
            ? new LeafLike(leaf, pattern, isNegated)
            : !isNegated && IsInJsonLeaf(like.Value) && pattern.Literals.MaxBy(literal => literal.Length) is { } longest ? new ContainsText([longest]) : null;
    }

    private LeafLike? OfPrefix(BoundExpression value, BoundExpression prefix, bool isNegated) =>
        TextLeaf(value) is { } leaf && Text(prefix) is { } text ? new LeafLike(leaf, LikePattern.StartingWith(text), isNegated) : null;

    /// <summary>A value that is no text may turn out to be NULL only when it is converted, so of these the scan knows no more than which are certainly NULL.</summary>
    private LeafIsNull? OfIsNull(BoundIsNull isNull, bool isNegated)
    {
        var leaf = leaves.Find(isNull.Value);
        var isText = leaf?.Type is VarcharType;
        _isExact &= isText;
        return leaf is not null && (isText || isNegated) ? new LeafIsNull(leaf, isNegated) : null;
    }

    private ScanLeaf? TextLeaf(BoundExpression value) => leaves.Find(value) is { Type: VarcharType } leaf ? leaf : null;

    /// <summary>Whether the value is a scalar in the JSON text of a leaf, so that its own text stands in the record's bytes.</summary>
    private bool IsInJsonLeaf(BoundExpression value) =>
        Constants.Unwrap(value) is BoundCall { Function.Name: "json_extract_scalar", Arguments: [{ Type: VarcharType } json, _] } && TextLeaf(json) is not null;

    private string? Text(BoundExpression expression) => Constants.Text(expression) ?? sets.Constant(expression);

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

/// <summary>What a scan does with a condition.</summary>
/// <param name="Filter">By which it leaves records out; null for none.</param>
/// <param name="Pushdown">How much of the condition that is.</param>
internal sealed record ScanAnswer(ScanFilter? Filter, Pushdown Pushdown);
