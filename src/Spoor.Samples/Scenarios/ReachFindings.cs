using Spoor.Samples.Records;

namespace Spoor.Samples.Scenarios;

/// <summary>Sessions that reach further than their pool.</summary>
internal static class ReachFindings
{
    public static IReadOnlyList<Scenario> All { get; } =
    [
        new("role_chain", "A guest's session takes a role of the same account.", Chain),
        new("role_chain_benign", "A pool's session is refused another role; an ordinary service takes one.", NoChain),
        new("cross_account", "A client takes a role of another account by the basic flow and works there.", OtherAccount),
        new("cross_account_benign", "Two pools of two accounts, each at work at home, one of them in two regions.", OwnAccounts),
    ];

    private static void Chain(ScenarioStage stage)
    {
        var session = stage.Basic(stage.Guest(stage.Pool()), stage.At(16, "09:00"));
        var (next, taken) = stage.Assume(session, $"arn:aws:iam::{SampleAccounts.Shop}:role/RoleChainNext", "next", stage.At(16, "09:05"), depth: 1, Statement.Stated);
        var calls = stage.Reads(next, stage.At(16, "09:06"), count: 2, Statement.Empty);
        string[] context = [.. stage.IssueOf(session), .. calls.Select(call => call.EventId)];
        stage.Expect("role_chain", [taken], context);
        stage.Expect("iam_sts_org_call", [taken], context);
        stage.Expect("guest_outside_session_policy", [taken], context);
    }

    private static void NoChain(ScenarioStage stage)
    {
        var user = stage.User(stage.Pool());
        var session = stage.Enhanced(user, stage.At(16, "10:00"));
        stage.Reads(session, stage.At(16, "10:01"), count: 1);
        var refused = stage.Use(session, new CognitoCall("sts", "AssumeRole", true, false, _ => $$"""{"roleArn":"arn:aws:iam::{{SampleAccounts.Shop}}:role/Admin","roleSessionName":"x"}""").Refused(), stage.At(16, "10:05"));
        stage.Expect("iam_sts_org_call", [refused], stage.IssueOf(session));
        stage.UnrelatedChain(user, stage.At(16, "10:06"));
    }

    private static void OtherAccount(ScenarioStage stage)
    {
        var pool = stage.Pool();
        var session = stage.Basic(stage.User(pool), stage.At(16, "11:00"), $"arn:aws:iam::{SampleAccounts.Partner}:role/CrossAccountPartner");
        stage.Expect("cross_account", stage.Reads(session, stage.At(16, "11:01")), stage.IssueOf(session));
    }

    private static void OwnAccounts(ScenarioStage stage)
    {
        var (shop, partner) = (stage.Pool(), stage.Pool(account: SampleAccounts.Partner, region: "us-west-2"));
        stage.Reads(stage.Enhanced(stage.User(partner), stage.At(16, "12:00")), stage.At(16, "12:01"));
        var session = stage.Enhanced(stage.User(shop), stage.At(16, "12:00"));
        stage.Reads(session, stage.At(16, "12:01"));
        stage.Use(session, ScenarioCalls.DescribeStream, stage.At(16, "12:05"), change: record => record with { Region = "eu-west-1" });
    }
}
