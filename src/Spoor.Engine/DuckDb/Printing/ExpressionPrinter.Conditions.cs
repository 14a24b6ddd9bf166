using Spoor.Engine.DuckDb.Functions;
using Spoor.Sql.Analysis.Nodes;
using Spoor.Sql.Types;

namespace Spoor.Engine.DuckDb.Printing;

internal sealed partial class ExpressionPrinter
{
    private string? PrintCondition(BoundExpression expression) => expression switch
    {
        BoundComparison comparison => ComparisonPrinter.Print(comparison.Operator, Print(comparison.Left), Print(comparison.Right), comparison.Left.Type),
        BoundDistinctFrom distinct => $"({PrintComparable(distinct.Left)} IS {(distinct.IsNegated ? "NOT " : "")}DISTINCT FROM {PrintComparable(distinct.Right)})",
        BoundLogical { IsAnd: true } all => $"({string.Join(" AND ", PrintAll(all.Terms))})",
        BoundLogical any => $"({string.Join(" OR ", PrintAll(AlternativeMerger.Merge(any.Terms)))})",
        BoundNot not => $"(NOT {Print(not.Value)})",
        BoundIsNull isNull => $"({Print(isNull.Value)} IS NULL)",
        BoundBetween between => $"({PrintComparable(between.Value)} BETWEEN {PrintComparable(between.Min)} AND {PrintComparable(between.Max)})",
        BoundInList { Value.Type: ArrayType or MapType or RowType } list => $"({string.Join(" OR ", list.List.Select(item => NestedEquality.Print(Print(list.Value), Print(item), item.Type)))})",
        BoundInList list => $"({PrintComparable(list.Value)} IN ({string.Join(", ", list.List.Select(PrintComparable))}))",
        BoundLike like => ComparisonPrinter.PrintLike(TextCastPrinter.Padded(Print(like.Value), like.Value.Type), Print(like.Pattern), like.Escape is null ? null : Print(like.Escape)),
        _ => null,
    };

    private string PrintComparable(BoundExpression expression) => ComparisonPrinter.Key(Print(expression), expression.Type);
}
