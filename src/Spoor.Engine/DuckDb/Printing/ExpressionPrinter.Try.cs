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
        return held.Values.Aggregate(Unshared(value, held.Column), (body, pair) => CastPrinter.Once(Print(pair.Value), HeldName(pair.Variable), body));
    }

    /// <summary>
    /// DuckDB computes what two expressions share once, outside of a TRY around either, where its error is caught by none. It never takes anything out of a CASE,
    /// and cannot know that this one's condition always holds.
    /// </summary>
    private static string Unshared(string value, string? column) =>
        column is null ? $"TRY({value})" : $"CASE WHEN {column} IS NULL OR {column} IS NOT NULL THEN TRY({value}) END";

    private static string HeldName(Symbol symbol) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"spoor_held{-symbol.Id}");

    /// <summary>Replaces what TRY cannot hold by parameters and keeps their values.</summary>
    private sealed class HeldValues(Func<int> newId) : BoundRewriter
    {
        public List<(Symbol Variable, BoundExpression Value)> Values { get; } = [];

        /// <summary>A column that the value is computed from; null when there is none.</summary>
        public string? Column { get; private set; }

        public override BoundExpression Rewrite(BoundExpression node)
        {
            if (node is BoundColumn column)
            {
                Column ??= Name(column.Symbol);
            }

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
