using Spoor.Samples.Records;

namespace Spoor.Samples.Scenarios;

/// <summary>Users whose attributes decide what their sessions may do.</summary>
internal static class UserFindings
{
    private const string Sales = """{"department":"sales","username":"u-1"}""";
    private const string Finance = """{"department":"finance","username":"u-1"}""";

    public static IReadOnlyList<Scenario> All { get; } =
    [
        new("claim_changed", "A user's attributes change, and minutes later the user's session has other tags than the one before.", Changed),
        new("claim_changed_by_user", "A user changes attributes of her own; her next session's tags differ.", ChangedByUser),
        new("claim_changed_benign", "Attributes change and tags do not; tags differ long after a change; tags differ after a refused change; another user's attributes change.", Unchanged),
    ];

    private static void Changed(ScenarioStage stage)
    {
        var user = stage.User(stage.Pool());
        var before = stage.TaggedSession(user, stage.At(17, "09:00"), Sales);
        var change = stage.ChangeAttributes(user, stage.At(17, "10:00"));
        var after = stage.TaggedSession(user, stage.At(17, "10:04"), Finance);
        stage.IsUser(user, change);
        stage.Truth.Found("claim_changed", [change.EventId, stage.IssueOf(after)[^1]], [.. stage.IssueOf(after), .. stage.IssueOf(before)]);
    }

    private static void ChangedByUser(ScenarioStage stage)
    {
        var user = stage.User(stage.Pool());
        var before = stage.TaggedSession(user, stage.At(17, "13:00"), Sales);
        var change = stage.ChangeOwnAttributes(user, stage.At(17, "14:00"));
        var after = stage.TaggedSession(user, stage.At(17, "14:03"), Finance);
        stage.IsUser(user, change);
        stage.Truth.Found("claim_changed", [change.EventId, stage.IssueOf(after)[^1]], [.. stage.IssueOf(after), .. stage.IssueOf(before)]);
    }

    private static void Unchanged(ScenarioStage stage)
    {
        var pool = stage.Pool();
        var (same, late, refused, other, stranger) = (stage.User(pool), stage.User(pool), stage.User(pool), stage.User(pool), stage.User(pool));
        foreach (var user in (CognitoIdentity[])[same, late, refused, other])
        {
            stage.TaggedSession(user, stage.At(17, "11:00"), Sales);
        }

        stage.IsUser(same, stage.ChangeAttributes(same, stage.At(17, "12:00")));
        stage.TaggedSession(same, stage.At(17, "12:04"), Sales);
        stage.IsUser(late, stage.ChangeAttributes(late, stage.At(17, "12:00")));
        stage.TaggedSession(late, stage.At(20, "12:00"), Finance);
        stage.IsUser(refused, stage.ChangeAttributes(refused, stage.At(17, "12:00"), errorCode: "AccessDeniedException"));
        stage.TaggedSession(refused, stage.At(17, "12:04"), Finance);
        stage.ChangeAttributes(stranger, stage.At(17, "12:00"));
        stage.IsUser(other);
        stage.TaggedSession(other, stage.At(17, "12:04"), Finance);
    }

    private static CognitoSession TaggedSession(this ScenarioStage stage, CognitoIdentity user, DateTimeOffset time, string tags)
    {
        var session = stage.Enhanced(user, time, tags: tags);
        stage.Reads(session, time.AddMinutes(1), count: 2);
        return session;
    }
}
