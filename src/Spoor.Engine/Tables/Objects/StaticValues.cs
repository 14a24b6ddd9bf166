using Spoor.Engine.Planning.Conditions;
using Spoor.Sql.Analysis.Nodes;
using Spoor.Sql.Syntax.Nodes;

namespace Spoor.Engine.Tables.Objects;

/// <summary>Values that a condition allows a column to have, where the condition says so outright.</summary>
internal static class StaticValues
{
    /// <summary>The column's values, as texts that cast to its type, each once; null when the conditions do not name them by <c>=</c>, IN or an OR of these.</summary>
    public static IReadOnlyList<string>? Find(IEnumerable<BoundExpression> conjuncts, Symbol symbol) => conjuncts
        .Select(conjunct => Find(conjunct, symbol))
        .OfType<IReadOnlyList<string>>()
        .Aggregate((IReadOnlyList<string>?)null, (all, values) => all is null ? values.Distinct().ToList() : all.Intersect(values).ToList());

    private static IReadOnlyList<string>? Find(BoundExpression condition, Symbol symbol) => condition switch
    {
        BoundComparison { Operator: ComparisonOperator.Equal } equal => Constant(equal.Left, [equal.Right], symbol) ?? Constant(equal.Right, [equal.Left], symbol),
        BoundInList list => Constant(list.Value, list.List, symbol),
        BoundLogical { IsAnd: true } all => Find(all.Terms, symbol),
        BoundLogical any => FindAny(any, symbol),
        _ => null,
    };

    private static List<string>? FindAny(BoundLogical any, Symbol symbol)
    {
        var terms = any.Terms.Select(term => Find(term, symbol)).ToList();
        return terms.Contains(null) ? null : terms.SelectMany(values => values ?? []).ToList();
    }

    private static List<string>? Constant(BoundExpression value, IEnumerable<BoundExpression> constants, Symbol symbol)
    {
        if (Constants.Unwrap(value) is not BoundColumn column || column.Symbol.Id != symbol.Id)
        {
            return null;
        }

        var texts = constants.Select(Constants.ColumnText).ToList();
        return texts.Contains(null) ? null : texts.OfType<string>().ToList();
    }
}
