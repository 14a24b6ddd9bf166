using Spoor.Samples.Records;

namespace Spoor.Samples.Scenarios;

/// <summary>What an audit cannot see, and must say.</summary>
internal static class LimitScenarios
{
    private const string Quiet = "555566667777";

    public static IReadOnlyList<Scenario> All { get; } =
    [
        new("no_pool_data_events", "A pool's data events are off: only STS tells of its issues.", NoDataEvents),
        new("no_pool_data_events_benign", "A pool has data events, of which one day holds a single GetId.", DataEvents),
        new("use_without_issue", "Calls name a pool whose issue is in no trail.", UseWithoutIssue),
        new("issue_without_use", "Keys are handed out, in both flows, and no call with them is seen.", IssueWithoutUse),
        new("issue_without_use_benign", "Keys are handed out and each is used once, one by a call that fails.", IssueWithUse),
        new("candidates", "Older calls have a pool's role and the enhanced flow's session name, and nothing that proves it.", Candidates),
        new("missing_delivery", "A trail that delivers every day delivers nothing of one account and region for a day.", MissingDelivery),
    ];

    private static void NoDataEvents(ScenarioStage stage)
    {
        var pool = stage.Pool(dataEvents: false);
        stage.Reads(stage.Enhanced(stage.Guest(pool), stage.At(10, "09:00")), stage.At(10, "09:01"), count: 2);
    }

    private static void DataEvents(ScenarioStage stage) => stage.GetId(stage.Guest(stage.Pool()), stage.At(10, "10:00"));

    private static void UseWithoutIssue(ScenarioStage stage)
    {
        var pool = stage.Pool();
        stage.GetId(stage.User(pool), stage.At(10, "10:30"));
        stage.Reads(stage.Session(stage.User(pool), stage.At(10, "11:00")), stage.At(10, "11:01"));
    }

    private static void IssueWithoutUse(ScenarioStage stage)
    {
        stage.Enhanced(stage.Guest(stage.Pool()), stage.At(10, "12:00"));
        stage.Basic(stage.User(stage.Pool()), stage.At(10, "12:10"));
    }

    private static void IssueWithUse(ScenarioStage stage)
    {
        var pool = stage.Pool();
        stage.Reads(stage.Enhanced(stage.Guest(pool), stage.At(10, "13:00")), stage.At(10, "13:01"), count: 1);
        stage.Use(stage.Enhanced(stage.User(pool), stage.At(10, "13:10")), ScenarioCalls.GetPublicFile.Refused("AccessDenied", null), stage.At(10, "13:11"));
    }

    private static void Candidates(ScenarioStage stage)
    {
        var pool = stage.Pool(dataEvents: false, region: "ap-southeast-2");
        stage.Reads(stage.Enhanced(stage.Guest(pool), stage.At(10, "14:00")), stage.At(10, "14:01"), count: 1, Statement.Missing);
        stage.Reads(stage.Session(stage.Guest(pool), stage.At(10, "16:00")), stage.At(10, "16:01"), count: 2, Statement.Missing);
    }

    private static void MissingDelivery(ScenarioStage stage)
    {
        var pool = stage.Pool(account: Quiet);
        stage.Reads(stage.Enhanced(stage.User(pool), stage.At(9, "09:00")), stage.At(9, "09:01"), count: 2);
        stage.Withhold(pool.Stream, day: 11);
        stage.Reads(stage.Enhanced(stage.User(pool), stage.At(13, "09:00")), stage.At(13, "09:01"), count: 2);
    }
}
