using Spoor.Core.Collections;
using Spoor.Core.Types;
using Spoor.Engine.Executors.DuckDb.Sql;
using Spoor.Engine.Executors.DuckDb.Values;
using Spoor.Sql.Analysis.Nodes;
using Spoor.Sql.Syntax.Nodes;
using static Spoor.Engine.Executors.DuckDb.Sql.DuckSql;

namespace Spoor.Engine.Executors.DuckDb.Printing;

internal sealed partial class ExpressionPrinter
{
    private DuckExpression? PrintCondition(BoundExpression expression) => expression switch
    {
        BoundComparison comparison => ComparisonPrinter.Print(comparison.Operator, Print(comparison.Left), Print(comparison.Right), comparison.Left.Type),
        BoundDistinctFrom distinct => Infix(PrintIdentity(distinct.Left), distinct.IsNegated ? "IS NOT DISTINCT FROM" : "IS DISTINCT FROM", PrintIdentity(distinct.Right)),
        BoundLogical { IsAnd: true } all => And(PrintAll(all.Terms)),
        BoundLogical any => Or(PrintAll(AlternativeMerger.Merge(any.Terms))),
        BoundNot not => new DuckPrefix("NOT", Print(not.Value)),
        BoundIsNull isNull => new DuckIsNull(Print(isNull.Value), IsNegated: false),
        BoundBetween between => ComparisonPrinter.PrintBetween(Print(between.Value), Print(between.Min), Print(between.Max), between.Value.Type),
        BoundInList list when !ComparisonPrinter.HasPlainEquality(list.Value.Type) && !IsNumbersOnly(list) =>
            Or(list.List.Select(item => ComparisonPrinter.Print(ComparisonOperator.Equal, Print(list.Value), Print(item), item.Type))),
        BoundInList list => new DuckIn(PrintComparable(list.Value), list.List.Select(PrintComparable).ToValueList()),
        BoundLike like => ComparisonPrinter.PrintLike(TextCastPrinter.Padded(Print(like.Value), like.Value.Type), Print(like.Pattern), like.Escape is null ? null : Print(like.Escape)),
        _ => null,
    };

    /// <summary>What stands for the value where equal values are grouped.</summary>
    public DuckExpression PrintIdentity(BoundExpression expression) => ValueKey.Identity(Print(expression), expression.Type);

    /// <summary>A condition of which only matters where it is true, so that false may stand for NULL and NULL for false.</summary>
    /// <remarks>Nested values are then looked up by hashes: one with NULL or NaN inside equals nothing, not even itself.</remarks>
    public DuckExpression PrintTruth(BoundExpression condition) => condition switch
    {
        BoundLogical { IsAnd: true } all => And(all.Terms.Select(PrintTruth)),
        BoundLogical any => Or(AlternativeMerger.Merge(any.Terms).Select(PrintTruth)),
        BoundComparison { Operator: ComparisonOperator.Equal, Left.Type: ArrayType or MapType or RowType } equality => PrintNestedTruth(equality),
        BoundInSubquery { Value.Type: ArrayType or MapType or RowType } membership => PrintMembershipTruth(membership),
        BoundComparison comparison => ComparisonPrinter.PrintTruth(comparison.Operator, Print(comparison.Left), Print(comparison.Right), comparison.Left.Type),
        BoundBetween { Value.Type: not (ArrayType or RowType) } between => ComparisonPrinter.PrintBetweenTruth(Print(between.Value), Print(between.Min), Print(between.Max), between.Value.Type),
        _ => Print(condition),
    };

    /// <summary>As <see cref="PrintTruth"/>, but of equal columns DuckDB does not learn that they are; it joins them by hashes all the same.</summary>
    public DuckExpression PrintUnclassedTruth(BoundExpression condition) => condition switch
    {
        BoundLogical { IsAnd: true } all => And(all.Terms.Select(PrintUnclassedTruth)),
        BoundComparison { Operator: ComparisonOperator.Equal, Left: not BoundLiteral, Right: not BoundLiteral } equality when ComparisonPrinter.HasPlainEquality(equality.Left.Type) =>
            Duck($"{PrintComparable(equality.Left)} IS NOT DISTINCT FROM {PrintComparable(equality.Right)} AND {Print(equality.Left)} IS NOT NULL"),
        _ => PrintTruth(condition),
    };

    private DuckExpression PrintNestedTruth(BoundComparison equality)
    {
        var (left, right, type) = (Print(equality.Left), Print(equality.Right), equality.Left.Type);
        return Duck($"{ValueKey.Identity(left, type)} = {ValueKey.Identity(right, type)} AND {NestedEquality.Print(left, left, type)}");
    }

    private static bool IsNumbersOnly(BoundInList list) =>
        list.Value.Type is ScalarType && list.List.All(item => item is BoundLiteral { Value: double and not double.NaN });

    private DuckExpression PrintComparable(BoundExpression expression) => ComparisonPrinter.Key(Print(expression), expression.Type);
}
