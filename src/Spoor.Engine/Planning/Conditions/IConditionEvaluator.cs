using Spoor.CloudTrail.Scan.Contract;
using Spoor.Core.Collections;
using Spoor.Sql.Analysis.Nodes;

namespace Spoor.Engine.Planning.Conditions;

/// <summary>What Planning asks the executor while a query is planned.</summary>
internal interface IConditionEvaluator
{
    /// <summary>The candidates that meet all conditions.</summary>
    /// <param name="columns">The columns that the conditions are over.</param>
    /// <param name="candidates">One text per column, which casts to the column's type; null for SQL NULL.</param>
    /// <param name="conditions">Deterministic; subqueries read nothing but the executor's own tables.</param>
    FilteredCandidates Filter(ValueList<Symbol> columns, IReadOnlyList<IReadOnlyList<string?>> candidates, IReadOnlyList<BoundExpression> conditions);

    /// <summary>The different texts, NULL left out, of a relation's only column; null when they are more than <paramref name="maximum"/>, or the run fails.</summary>
    /// <param name="relation">Reads nothing but the executor's own tables.</param>
    /// <param name="maximum">How many texts are of use.</param>
    TextSet? Texts(BoundRelation relation, int maximum);
}

/// <summary>Candidates that were kept.</summary>
/// <param name="Indexes">In order.</param>
/// <param name="IsExact">False when a condition failed for one of them, so that all of its batch were kept.</param>
internal sealed record FilteredCandidates(IReadOnlyList<int> Indexes, bool IsExact);
