using Spoor.Sql.Analysis.Nodes;

namespace Spoor.Engine.Tables.Contract;

/// <summary>A condition over a table's columns that every row which matters to the query meets.</summary>
/// <param name="Condition">Over the columns of the read.</param>
/// <param name="Origin">The WHERE that says it; null when it only follows from what the query says, as of a join.</param>
/// <param name="Index">Which of the conjuncts of <paramref name="Origin"/> it is.</param>
internal sealed record Conjunct(BoundExpression Condition, BoundFilter? Origin, int Index);
