using Spoor.Samples.Records;

namespace Spoor.Samples.Scenarios;

/// <summary>The same misuse in other shapes than the plain scenarios have it.</summary>
internal static class VariantScenarios
{
    public static IReadOnlyList<Scenario> All { get; } =
    [
        new("guest_outside_without_issue", "A guest whose issue is in no trail reads parameters; only the calls say that it is a guest.", OutsideWithoutIssue),
        new("cross_account_bucket", "A session reads an object of another account's bucket, whose trail records the call.", OtherBucket),
        new("s3_outside_unknown_identity", "A user reads files of an identity that no other record knows, below a folder of the app's.", UnknownIdentity),
        new("role_not_attached_custom", "A user chooses a role that no rule gives.", CustomRole),
        new("pool_opened_and_classic", "One update switches on both guests and the basic flow.", OpenedAndClassic),
        new("key_after_expiry_cognito_only", "Cognito's record alone tells when a key expires.", ExpiredByCognito),
        new("basic_flow_new_by_sts", "STS alone tells that a pool's clients begin to use the basic flow.", BasicBySts),
        new("role_chain_older", "Records of a chain say nothing of the pool; the keys do.", OlderChain),
        new("before_the_window_benign", "Everything that rules look for, on the day before the window.", BeforeWindow),
    ];

    private static void OutsideWithoutIssue(ScenarioStage stage)
    {
        var session = stage.Session(stage.Guest(stage.Pool(dataEvents: false)), stage.At(19, "09:00"), "kiosk");
        stage.Reads(session, stage.At(19, "09:01"), count: 1);
        var call = new CognitoCall("ssm", "GetParametersByPath", true, false, _ => """{"path":"/","recursive":true,"withDecryption":true}""");
        stage.Expect("guest_outside_session_policy", [stage.Use(session, call, stage.At(19, "09:02"))]);
    }

    private static void OtherBucket(ScenarioStage stage)
    {
        var session = stage.Enhanced(stage.User(stage.Pool()), stage.At(19, "10:00"));
        stage.Reads(session, stage.At(19, "10:01"), count: 1);
        var abroad = stage.Use(session, ScenarioCalls.GetPublicFile, stage.At(19, "10:02"), change: record => record with { Account = SampleAccounts.Partner, SharedEventId = stage.Random.Uuid() });
        stage.Expect("cross_account", [abroad], stage.IssueOf(session));
    }

    private static void UnknownIdentity(ScenarioStage stage)
    {
        var session = stage.Enhanced(stage.User(stage.Pool(region: "eu-west-1")), stage.At(19, "11:00"));
        stage.Reads(session, stage.At(19, "11:01"), count: 1);
        var other = $"eu-west-1:{stage.Random.Uuid()}";
        stage.Expect("s3_outside_prefix", [stage.Use(session, ScenarioCalls.File("GetObject", true, _ => $"app/uploads/{other}/2025/passport.pdf"), stage.At(19, "11:05"))], stage.IssueOf(session));
    }

    private static void CustomRole(ScenarioStage stage)
    {
        var pool = stage.Pool();
        var change = stage.SetRoles(pool, stage.At(18, "12:00"), pool.UserRole, pool.GuestRole);
        var session = stage.Enhanced(stage.User(pool), stage.At(19, "12:00"), role: $"arn:aws:iam::{pool.Account}:role/service-role/RoleNotAttachedCustom");
        var calls = stage.Reads(session, stage.At(19, "12:01"), count: 1);
        stage.Truth.Found("role_not_attached", [stage.IssueOf(session)[^1]], [change.EventId, .. stage.IssueOf(session), .. calls.Select(call => call.EventId)]);
    }

    private static void OpenedAndClassic(ScenarioStage stage)
    {
        var pool = stage.Pool();
        stage.GetId(stage.User(pool), stage.At(19, "06:00"));
        var made = stage.CreatePool(pool, stage.At(0, "00:20"), guests: false, classic: false);
        var change = stage.UpdatePool(pool, stage.At(19, "13:00"), guests: true, classic: true);
        stage.Expect("pool_opened_to_guests", [change], made.EventId);
        stage.Expect("classic_flow_enabled", [change], made.EventId);
    }

    private static void ExpiredByCognito(ScenarioStage stage)
    {
        var session = stage.Enhanced(stage.User(stage.Pool()), stage.At(19, "14:00"), withSts: false);
        stage.Reads(session, stage.At(19, "14:01"), count: 1);
        stage.Expect("key_after_expiry", [stage.Use(session, ScenarioCalls.QueryItems, stage.At(19, "15:10"))], stage.IssueOf(session));
    }

    private static void BasicBySts(ScenarioStage stage)
    {
        var pool = stage.Pool(dataEvents: false);
        var before = Enumerable.Range(0, 4).SelectMany(i => stage.IssueOf(stage.Enhanced(stage.User(pool), stage.At(18, "16:00").AddMinutes(20 * i)))).ToList();
        var basic = stage.Basic(stage.User(pool), stage.At(19, "16:00"));
        var calls = stage.Reads(basic, stage.At(19, "16:01"), count: 1);
        stage.Truth.Found("basic_flow_new", stage.IssueOf(basic), [.. before, .. calls.Select(call => call.EventId)]);
    }

    private static void OlderChain(ScenarioStage stage)
    {
        var session = stage.Basic(stage.User(stage.Pool()), stage.At(19, "17:00"));
        var (next, taken) = stage.Assume(session, $"arn:aws:iam::{SampleAccounts.Shop}:role/RoleChainOlder", "next", stage.At(19, "17:05"), depth: 1, Statement.Missing);
        var calls = stage.Reads(next, stage.At(19, "17:06"), count: 2, Statement.Missing);
        string[] context = [.. stage.IssueOf(session), .. calls.Select(call => call.EventId)];
        stage.Expect("role_chain", [taken], context);
        stage.Expect("iam_sts_org_call", [taken], context);
    }

    private static void BeforeWindow(ScenarioStage stage)
    {
        var pool = stage.Pool();
        stage.CreatePool(pool, stage.At(0, "12:30"), guests: false);
        stage.UpdatePool(pool, stage.At(0, "13:00"), guests: true, classic: true);
        stage.DeveloperToken(stage.User(pool), stage.At(0, "13:10"), durationInSeconds: 86_400);
        var guest = stage.Basic(stage.Guest(pool), stage.At(0, "14:00"));
        stage.Use(guest, ScenarioCalls.PutOwnFile, stage.At(0, "14:01"));
        stage.Use(guest, ScenarioCalls.DescribeInstances, stage.At(0, "14:02"));
        stage.Use(guest, ScenarioCalls.ListUsers, stage.At(0, "14:03"));
        stage.Use(guest, ScenarioCalls.QueryItems, stage.At(0, "15:30"));
        foreach (var (i, call) in ScenarioCalls.Forbidden.Index())
        {
            stage.Use(guest, call, stage.At(0, "14:10").AddSeconds(i));
        }

        stage.Assume(guest, $"arn:aws:iam::{SampleAccounts.Partner}:role/BeforeWindow", "next", stage.At(0, "14:20"), depth: 1, Statement.Stated);
        stage.GetId(stage.User(pool), stage.At(2, "06:00"));
    }
}
