using Spoor.Engine.DuckDb.Functions;
using Spoor.Sql.Analysis;
using Spoor.Sql.Analysis.Nodes;

namespace Spoor.Engine.DuckDb.Printing;

internal sealed partial class ExpressionPrinter
{
    private int _heldCount;

    /// <summary>DuckDB's TRY takes no subquery and no volatile function, so these are computed outside of it.</summary>
    /// <remarks>Trino's TRY does not catch a subquery's error either. DEVIATION: nor does this one that of a volatile function.</remarks>
    private string PrintTry(BoundTry attempt)
    {
        var held = new HeldValues(() => --_heldCount);
        var value = Print(held.Rewrite(attempt.Value));
        return held.Values.Aggregate($"TRY({value})", (body, pair) => CastPrinter.Once(Print(pair.Value), HeldName(pair.Variable), body));
    }

    private static string HeldName(Symbol symbol) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"spoor_held{-symbol.Id}");

    /// <summary>Replaces what TRY cannot hold by parameters and keeps their values.</summary>
    private sealed class HeldValues(Func<int> newId) : BoundRewriter
    {
        public List<(Symbol Variable, BoundExpression Value)> Values { get; } = [];

        public override BoundExpression Rewrite(BoundExpression node)
        {
            if (node is not (BoundScalarSubquery or BoundInSubquery or BoundExists or BoundQuantifiedComparison or BoundCall { Function.IsDeterministic: false }))
            {
                return base.Rewrite(node);
            }

            var variable = new Symbol(newId(), "", node.Type);
            Values.Add((variable, node));
            return new BoundLambdaParameter(variable, node.Span);
        }
    }
}
