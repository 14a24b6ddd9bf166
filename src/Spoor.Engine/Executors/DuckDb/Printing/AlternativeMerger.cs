using Spoor.Core.Collections;
using Spoor.Core.Types;
using Spoor.Sql.Analysis.Nodes;
using Spoor.Sql.Syntax.Nodes;

namespace Spoor.Engine.Executors.DuckDb.Printing;

/// <summary>Turns <c>x = 1 OR x = 2 OR ...</c> into <c>x IN (1, 2, ...)</c>: the executor's optimizer takes time square in the number of alternatives, and a generated statement may hold thousands.</summary>
internal static class AlternativeMerger
{
    private const int WorthMerging = 16;

    /// <summary>The alternatives, with those merged that compare one column with constants.</summary>
    public static ValueList<BoundExpression> Merge(ValueList<BoundExpression> alternatives)
    {
        if (alternatives.Count < WorthMerging)
        {
            return alternatives;
        }

        var merged = new List<BoundExpression>();
        foreach (var group in alternatives.GroupBy(ComparedColumn))
        {
            var terms = group.ToList();
            merged.AddRange(group.Key is null || terms.Count < WorthMerging ? terms : [ToInList(terms)]);
        }

        return merged.ToValueList();
    }

    private static BoundInList ToInList(List<BoundExpression> terms)
    {
        var comparisons = terms.Cast<BoundComparison>().ToList();
        return new BoundInList(comparisons[0].Left, comparisons.Select(comparison => comparison.Right).ToValueList(), comparisons[0].Span);
    }

    // The column, its casts and the type in which it is compared; null for other terms. Floating-point numbers have rules of their own (NaN).
    private static (int Column, string Casts)? ComparedColumn(BoundExpression term) =>
        term is BoundComparison { Operator: ComparisonOperator.Equal, Left.Type: not (ArrayType or MapType or RowType or ScalarType { IsFloatingPoint: true }) } comparison
        && IsConstant(comparison.Right)
            ? PathOf(comparison.Left)
            : null;

    private static (int Column, string Casts)? PathOf(BoundExpression expression) => expression switch
    {
        BoundColumn column => (column.Symbol.Id, ""),
        BoundFieldAccess field when PathOf(field.Row) is { } row => (row.Column, $"{row.Casts}.{field.FieldIndex}"),
        BoundCast { IsTry: false } cast when PathOf(cast.Value) is { } value => (value.Column, $"{value.Casts}:{cast.Type}"),
        _ => null,
    };

    private static bool IsConstant(BoundExpression expression) => expression switch
    {
        BoundLiteral { Value: not null } => true,
        BoundCast cast => IsConstant(cast.Value),
        _ => false,
    };
}
