namespace Spoor.Samples.Scenarios;

/// <summary>All scenarios. Their order gives each its addresses and ids, so new ones go to the end of their group's file and groups to the end here.</summary>
internal static class ScenarioList
{
    public static IReadOnlyList<Scenario> All { get; } =
    [
        .. JoinScenarios.All, .. ChainScenarios.All, .. RecordScenarios.All, .. LimitScenarios.All,
        .. GuestFindings.All, .. KeyFindings.All, .. FlowFindings.All, .. ActivityFindings.All, .. ReachFindings.All, .. UserFindings.All, .. PoolFindings.All, .. VariantScenarios.All, .. IssueFindings.All,
    ];
}
