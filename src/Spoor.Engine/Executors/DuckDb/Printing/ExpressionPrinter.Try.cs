using Spoor.Engine.Executors.DuckDb.Sql;
using Spoor.Sql.Analysis.Nodes;
using Spoor.Sql.Analysis.Rewriting;
using static Spoor.Engine.Executors.DuckDb.Sql.DuckSql;

namespace Spoor.Engine.Executors.DuckDb.Printing;

internal sealed partial class ExpressionPrinter
{
    private int _heldCount;

    /// <summary>DuckDB's TRY takes no subquery and no volatile function, so these are computed outside of it.</summary>
    /// <remarks>Trino's TRY does not catch a subquery's error either. DEVIATION: nor does this one that of a volatile function.</remarks>
    private DuckExpression PrintTry(BoundTry attempt)
    {
        var held = new HeldValues(() => --_heldCount);
        var value = held.Rewrite(attempt.Value);
        var parameters = held.Values.ConvertAll(pair => _parameters[pair.Variable.Id] = new DuckParameter());
        var tried = Unshared(Print(value), held.FirstColumn);
        return held.Values.Zip(parameters).Aggregate(tried, (body, pair) => Duck($"list_transform([{Print(pair.First.Value)}], {new DuckLambda([pair.Second], body)})[1]"));
    }

    /// <summary>
    /// DuckDB computes what two expressions share once, outside of a TRY around either, where its error is caught by none. It never takes anything out of a CASE,
    /// and cannot know that this one's condition always holds.
    /// </summary>
    private static DuckExpression Unshared(DuckExpression value, DuckColumn? column) =>
        column is null ? Call("TRY", value) : Duck($"CASE WHEN {column} IS NULL OR {column} IS NOT NULL THEN TRY({value}) END");

    /// <summary>Replaces what TRY cannot hold by parameters and keeps their values.</summary>
    private sealed class HeldValues(Func<int> newId) : BoundRewriter
    {
        public List<(Symbol Variable, BoundExpression Value)> Values { get; } = [];

        /// <summary>A column that the value is computed from; null when there is none.</summary>
        public DuckColumn? FirstColumn { get; private set; }

        public override BoundExpression Rewrite(BoundExpression node)
        {
            if (node is BoundColumn column)
            {
                FirstColumn ??= Column(column.Symbol);
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
