using Spoor.Sql.Analysis.Nodes;

namespace Spoor.Engine.Planning.Conditions;

/// <summary>Splits conditions at their ANDs.</summary>
internal static class Conjuncts
{
    /// <summary>The conditions that must all hold for the whole to hold.</summary>
    public static IEnumerable<BoundExpression> Of(BoundExpression? condition) => condition switch
    {
        null => [],
        BoundLogical { IsAnd: true } all => all.Terms.SelectMany(Of),
        BoundBetween between =>
        [
            new BoundComparison(Sql.Syntax.Nodes.ComparisonOperator.GreaterThanOrEqual, between.Value, between.Min, between.Span),
            new BoundComparison(Sql.Syntax.Nodes.ComparisonOperator.LessThanOrEqual, between.Value, between.Max, between.Span),
        ],
        _ => [condition],
    };
}
