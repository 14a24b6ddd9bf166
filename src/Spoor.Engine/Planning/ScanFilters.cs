using Spoor.CloudTrail.Scan;
using Spoor.Sql;
using Spoor.Sql.Analysis.Nodes;
using Spoor.Sql.Syntax.Nodes;
using Spoor.Sql.Types;

namespace Spoor.Engine.Planning;

/// <summary>What a scan can decide of a condition by itself: equality of text leaves with constants.</summary>
internal static class ScanFilters
{
    /// <summary>A filter that lets through every record that meets all conditions; null when it would let through any.</summary>
    /// <param name="conjuncts">Conditions on the scan's rows.</param>
    /// <param name="columns">Record columns by symbol id.</param>
    public static ScanFilter? Extract(IEnumerable<BoundExpression> conjuncts, IReadOnlyDictionary<int, ScanColumn> columns)
    {
        var filters = conjuncts.Select(conjunct => Extract(conjunct, columns)).OfType<ScanFilter>().ToValueList();
        return filters.Count switch { 0 => null, 1 => filters[0], _ => new AllOf(filters) };
    }

    private static ScanFilter? Extract(BoundExpression condition, IReadOnlyDictionary<int, ScanColumn> columns) => condition switch
    {
        BoundComparison { Operator: ComparisonOperator.Equal } equal =>
            Equal(equal.Left, [equal.Right], columns) ?? Equal(equal.Right, [equal.Left], columns),
        BoundInList list => Equal(list.Value, list.List, columns),
        BoundLogical { IsAnd: true } all => Extract(all.Terms, columns),
        BoundLogical any => ExtractAny(any, columns),
        _ => null,
    };

    /// <summary>One branch that the scan cannot decide makes the whole OR undecided.</summary>
    private static AnyOf? ExtractAny(BoundLogical any, IReadOnlyDictionary<int, ScanColumn> columns)
    {
        var filters = any.Terms.Select(term => Extract(term, columns)).ToList();
        return filters.Contains(null) ? null : new AnyOf(filters.OfType<ScanFilter>().ToValueList());
    }

    private static LeafEquals? Equal(BoundExpression value, IEnumerable<BoundExpression> constants, IReadOnlyDictionary<int, ScanColumn> columns)
    {
        if (Constants.Unwrap(value) is not BoundColumn column || !columns.TryGetValue(column.Symbol.Id, out var leaf) || leaf.Type is not VarcharType)
        {
            return null;
        }

        var texts = constants.Select(Constants.Text).ToList();
        return texts.Contains(null) ? null : new LeafEquals(leaf.Path, texts.OfType<string>().ToValueList());
    }
}
