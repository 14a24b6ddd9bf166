using Spoor.CloudTrail.Scan.Contract;
using Spoor.Core.Types;
using Spoor.Engine.Planning.Conditions;
using Spoor.Sql.Analysis.Nodes;

namespace Spoor.Engine.Tables.Contract;

/// <summary>What planning knows, and what it can find out for a table that plans a read.</summary>
/// <param name="Sets">Values of constants, and of subqueries over rows at hand (dynamic filters).</param>
/// <param name="Evaluator">Evaluates conditions over candidates, as an executor would.</param>
/// <param name="Now">The statement's time.</param>
/// <param name="NewSymbol">Makes a symbol of the same name with another type.</param>
internal sealed record PlanningContext(DynamicSets Sets, IConditionEvaluator Evaluator, DateTimeOffset Now, Func<Symbol, SqlType, Symbol> NewSymbol)
{
    /// <summary>What reads do with data that cannot be read.</summary>
    public BadDataPolicy BadData { get; init; }

    /// <summary>Whether reads of logs count the records that come again.</summary>
    public bool CountsDuplicates { get; init; }
}
