using Spoor.CloudTrail.Scan.Contract;
using Spoor.CloudTrail.Scan.Learning;
using Spoor.Engine.Planning.Conditions;
using Spoor.Storage.Objects;

namespace Spoor.Engine.Tables.Contract;

/// <summary>What the reads of one statement work with while they run.</summary>
/// <param name="Objects">Where objects are.</param>
/// <param name="Statistics">Where the reads count.</param>
/// <param name="Evaluator">Evaluates conditions over what a listing finds, as the executor would.</param>
internal sealed record ReadContext(IObjectStore Objects, ScanStatistics Statistics, IConditionEvaluator Evaluator)
{
    /// <summary>Which records a scan of logs also gives, because those that meet its conditions lead to them; null for none.</summary>
    public ScanFollowing? Following { get; init; }
}
