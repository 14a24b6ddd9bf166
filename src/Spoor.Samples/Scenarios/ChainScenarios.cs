using Spoor.Samples.Records;

namespace Spoor.Samples.Scenarios;

/// <summary>Roles taken with a pool's credentials, and with those of the roles taken.</summary>
internal static class ChainScenarios
{
    private const string Vendor = "222233334444";

    public static IReadOnlyList<Scenario> All { get; } =
    [
        new("chain_1", "A pool's session takes a role of its own account and works with it.", One),
        new("chain_2", "Two links; the second role belongs to another account, whose trail has its own record of the call.", Two),
        new("chain_3", "Three links through three accounts; between the links hours pass.", Three),
        new("chain_1_benign", "An ordinary service takes a role at the same time, and a pool's session is refused one.", Ordinary),
    ];

    private static void One(ScenarioStage stage)
    {
        var session = stage.Enhanced(stage.User(stage.Pool()), stage.At(6, "09:00"));
        stage.Reads(session, stage.At(6, "09:01"), count: 1);
        var (reader, taken) = stage.Assume(session, $"arn:aws:iam::{SampleAccounts.Shop}:role/reports/ChainOneReader", "reports", stage.At(6, "09:05"), depth: 1, Statement.Stated);
        stage.Reads(reader, stage.At(6, "09:06"), statement: Statement.Empty);
        stage.ExpectChain([taken], session, taken);
    }

    private static void Two(ScenarioStage stage)
    {
        var session = stage.Enhanced(stage.User(stage.Pool()), stage.At(6, "10:00"));
        var (reader, first) = stage.Assume(session, $"arn:aws:iam::{SampleAccounts.Shop}:role/ChainTwoReader", "reader", stage.At(6, "10:05"), depth: 1, Statement.Stated);
        stage.Reads(reader, stage.At(6, "10:06"), count: 2, Statement.Empty);
        var (partner, second) = stage.Assume(reader, $"arn:aws:iam::{SampleAccounts.Partner}:role/ChainTwoPartner", "from-shop", stage.At(6, "10:10"), depth: 2);
        var copy = stage.CopyOf(second, reader, partner);
        var abroad = stage.Reads(partner, stage.At(6, "10:11"), count: 2, Statement.Missing);
        stage.ExpectChain([first], session, first, second, copy);
        stage.Expect("cross_account", abroad, [first.EventId, second.EventId, copy.EventId, .. stage.IssueOf(session)]);
    }

    private static void Three(ScenarioStage stage)
    {
        var session = stage.Basic(stage.User(stage.Pool(region: "eu-west-1")), stage.At(7, "09:00"), lifetime: TimeSpan.FromHours(12));
        var (one, first) = stage.Assume(session, $"arn:aws:iam::{SampleAccounts.Shop}:role/ChainThreeHub", "hub", stage.At(7, "17:00"), depth: 1, Statement.Stated);
        var (two, second) = stage.Assume(one, $"arn:aws:iam::{SampleAccounts.Partner}:role/ChainThreeSpoke", "spoke", stage.At(7, "17:50"), depth: 2);
        var copied = stage.CopyOf(second, one, two);
        var (three, third) = stage.Assume(two, $"arn:aws:iam::{Vendor}:role/ChainThreeVendor", "vendor", stage.At(7, "18:40"), depth: 3);
        var copiedToo = stage.CopyOf(third, two, three);
        var abroad = stage.Reads(three, stage.At(7, "18:45"), count: 3, Statement.Empty);
        stage.ExpectChain([first], session, first, second, copied, third, copiedToo);
        stage.Expect("cross_account", [third, .. abroad], [first.EventId, second.EventId, copied.EventId, copiedToo.EventId, .. stage.IssueOf(session)]);
    }

    private static void Ordinary(ScenarioStage stage)
    {
        var user = stage.User(stage.Pool());
        var session = stage.Enhanced(user, stage.At(6, "12:00"));
        stage.Reads(session, stage.At(6, "12:01"), count: 2);
        var refused = stage.Use(session, new CognitoCall("sts", "AssumeRole", true, false, _ => $$"""{"roleArn":"arn:aws:iam::{{SampleAccounts.Shop}}:role/Admin","roleSessionName":"me"}""").Refused(), stage.At(6, "12:05"));
        stage.Expect("iam_sts_org_call", [refused], stage.IssueOf(session));
        stage.UnrelatedChain(user, stage.At(6, "12:05"));
    }

    /// <summary>A chain is found as one; each of its calls of STS is one of STS, too.</summary>
    private static void ExpectChain(this ScenarioStage stage, IReadOnlyList<SampleEvent> taken, CognitoSession session, params IReadOnlyList<SampleEvent> all)
    {
        string[] context = [.. all.Select(record => record.EventId), .. stage.IssueOf(session)];
        stage.Expect("role_chain", taken, context);
        stage.Expect("iam_sts_org_call", taken, context);
    }
}
