using Spoor.Sql;
using Spoor.Sql.Analysis.Nodes;

namespace Spoor.Engine.Planning;

/// <summary>Evaluates conditions over candidate rows while a query is planned.</summary>
internal interface IConditionEvaluator
{
    /// <summary>The candidates that meet all conditions, as indexes in order.</summary>
    /// <param name="columns">The columns that the conditions are over.</param>
    /// <param name="candidates">One text per column, which casts to the column's type; null for SQL NULL.</param>
    /// <param name="conditions">Deterministic and without subqueries.</param>
    IReadOnlyList<int> Filter(ValueList<Symbol> columns, IReadOnlyList<IReadOnlyList<string?>> candidates, IReadOnlyList<BoundExpression> conditions);
}
