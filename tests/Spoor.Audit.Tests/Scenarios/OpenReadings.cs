namespace Spoor.Audit.Tests.Scenarios;

/// <summary>Facts that scenarios state and rules read differently, each with both readings. What stands here must differ: an entry that no longer does fails.</summary>
internal static class OpenReadings
{
    public static IReadOnlyList<(string Scene, string Rule, string Readings)> All { get; } =
    [
        ("role_not_attached_custom", "role_not_attached",
            "Scenario: SetIdentityPoolRoles does not give a role by being chosen; only a mapping of type Token leaves roles open. Rule: Cognito checks customRoleArn itself, so it counts as given."),
    ];

    public static bool Includes(string? scene, string? rule) => All.Any(reading => reading.Scene == scene && reading.Rule == rule);
}
