using Spoor.Samples.Records;

namespace Spoor.Samples.Scenarios;

/// <summary>The ways in which calls, issues and sign-ins are tied together, one scenario for each.</summary>
internal static class JoinScenarios
{
    public static IReadOnlyList<Scenario> All { get; } =
    [
        new("join_enhanced_pair", "The enhanced flow leaves Cognito's and STS's record of one key; they are one issue, and calls carry its key.", EnhancedPair),
        new("join_key_basic", "The basic flow leaves STS's record alone; older calls say nothing of the pool, but carry the key.", KeyBasic),
        new("join_stated", "A session that was issued elsewhere names pool and identity in its calls.", Stated),
        new("join_sts_only", "A pool without data events: STS's record is all there is of the issue.", StsOnly),
        new("join_cognito_only", "STS's record is in no trail: the role shows only in the calls.", CognitoOnly),
        new("join_sign_in", "Users sign in at the user pool, by SDK and on hosted pages, then take credentials; the sub ties both.", SignIn),
        new("join_sign_in_benign", "Another user of the same user pool signs in at the same moment and takes no credentials.", SignInOther),
        new("join_look_back", "Sessions were issued before the window and are used in it.", LookBack),
        new("join_candidate", "Older calls under the enhanced flow's session name, with a role that a pool gave; no issue, no statement.", Candidate),
        new("join_candidate_by_time", "An older call without a key in a session of the name, role and time of an issue.", CandidateByTime),
        new("join_candidate_benign", "A developer takes a pool's role by hand under a name of her own.", CandidateOther),
        new("join_conflict", "Records carry an issued key in a session that began before the key was issued, and as an IAM user's: copied documents, no use.", Conflict),
        new("join_developer", "A backend vouches for its own users; STS spells the provider cognito-identity.amazon.com.", Developer),
        new("join_two_pools", "Two pools give the same role; only the records can tell whose session it was.", TwoPools),
        new("join_global_sts", "A client of a European pool asks STS's global endpoint, so the issue is recorded in us-east-1.", GlobalSts),
        new("join_identity_upgrade", "One identity is first a guest, then signs in.", Upgrade),
    ];

    private static void EnhancedPair(ScenarioStage stage)
    {
        var pool = stage.Pool();
        foreach (var (identity, time) in ((CognitoIdentity, DateTimeOffset)[])[(stage.Guest(pool), stage.At(2, "09:15")), (stage.User(pool), stage.At(2, "10:40"))])
        {
            stage.GetId(identity, time.AddSeconds(-1));
            stage.Reads(stage.Enhanced(identity, time), time.AddSeconds(2));
        }
    }

    private static void KeyBasic(ScenarioStage stage)
    {
        var pool = stage.Pool(region: "eu-west-1", provider: "accounts.google.com");
        var session = stage.Basic(stage.User(pool), stage.At(2, "13:00"), name: "phone@example.com");
        stage.Reads(session, stage.At(2, "13:01"), statement: Statement.Missing);
        stage.Reads(session, stage.At(2, "13:20"), count: 1, Statement.Empty);
    }

    private static void Stated(ScenarioStage stage)
    {
        var pool = stage.Pool(dataEvents: false, region: "ap-southeast-2", provider: "graph.facebook.com");
        stage.Reads(stage.Session(stage.User(pool), stage.At(3, "08:00")), stage.At(3, "08:02"));
        stage.Reads(stage.Session(stage.Guest(pool), stage.At(3, "08:30"), "tablet-7"), stage.At(3, "08:31"), count: 2);
    }

    private static void StsOnly(ScenarioStage stage)
    {
        var pool = stage.Pool(dataEvents: false, SampleAccounts.Partner, "us-west-2");
        stage.Reads(stage.Enhanced(stage.User(pool), stage.At(3, "11:00")), stage.At(3, "11:01"));
        var basic = stage.Pool(dataEvents: false, SampleAccounts.Partner, "us-west-2");
        var guest = stage.Basic(stage.Guest(basic), stage.At(3, "12:00"));
        stage.Reads(guest, stage.At(3, "12:01"), count: 2);
        stage.Truth.Found("guest_basic_flow", stage.IssueOf(guest), []);
    }

    private static void CognitoOnly(ScenarioStage stage)
    {
        var pool = stage.Pool();
        stage.Reads(stage.Enhanced(stage.User(pool), stage.At(3, "15:00"), withSts: false), stage.At(3, "15:02"));
        stage.Reads(stage.Enhanced(stage.Guest(pool), stage.At(3, "15:30"), withSts: false), stage.At(3, "15:31"), count: 2, Statement.Missing);
    }

    private static void SignIn(ScenarioStage stage)
    {
        var pool = stage.Pool();
        var (byApp, hosted) = (stage.User(pool), stage.User(pool));
        stage.IsUser(byApp, stage.SignIn(byApp, stage.At(4, "09:00")));
        stage.Reads(stage.Enhanced(byApp, stage.At(4, "09:00:05")), stage.At(4, "09:00:10"));
        stage.IsUser(hosted, stage.HostedSignIn(hosted, stage.At(4, "10:00")));
        stage.Reads(stage.Enhanced(hosted, stage.At(4, "10:00:30")), stage.At(4, "10:01"), count: 2);
    }

    private static void SignInOther(ScenarioStage stage)
    {
        var pool = stage.Pool();
        var (user, other) = (stage.User(pool), stage.User(pool));
        stage.IsUser(user, stage.SignIn(user, stage.At(4, "12:00")));
        stage.SignIn(other, stage.At(4, "12:00"));
        stage.Reads(stage.Enhanced(user, stage.At(4, "12:00:05")), stage.At(4, "12:00:10"), count: 2);
    }

    private static void LookBack(ScenarioStage stage)
    {
        var pool = stage.Pool();
        var enhanced = stage.Enhanced(stage.User(pool), stage.At(0, "23:30"));
        stage.Reads(enhanced, stage.At(0, "23:40"), count: 2);
        stage.Reads(enhanced, stage.At(1, "00:05"), count: 2, Statement.Missing);
        stage.Reads(enhanced, stage.At(1, "00:10"), count: 1);
        var basicPool = stage.Pool();
        var basic = stage.Basic(stage.User(basicPool), stage.At(0, "13:00"), lifetime: TimeSpan.FromHours(12));
        stage.GetId(enhanced.Identity, stage.At(1, "00:30"));
        stage.GetId(basic.Identity, stage.At(1, "00:30"));
        stage.Reads(basic, stage.At(1, "00:50"), count: 2, Statement.Missing);
    }

    private static void Candidate(ScenarioStage stage)
    {
        var pool = stage.Pool(provider: "www.amazon.com");
        stage.Reads(stage.Enhanced(stage.User(pool), stage.At(2, "07:00")), stage.At(2, "07:01"), count: 2);
        stage.Reads(stage.Session(stage.User(pool), stage.At(2, "17:00")), stage.At(2, "17:05"), statement: Statement.Missing);
    }

    private static void CandidateByTime(ScenarioStage stage)
    {
        var session = stage.Basic(stage.User(stage.Pool()), stage.At(2, "20:00"), name: "tablet-11");
        stage.Reads(session, stage.At(2, "20:01"), count: 1);
        stage.UseWithoutKey(session, ScenarioCalls.GetPublicFile, stage.At(2, "20:05"));
    }

    private static void CandidateOther(ScenarioStage stage)
    {
        var pool = stage.Pool();
        stage.Reads(stage.Enhanced(stage.User(pool), stage.At(2, "07:30")), stage.At(2, "07:31"), count: 2);
        stage.Unrelated(stage.Session(stage.User(pool), stage.At(2, "18:00"), "carmen"), stage.At(2, "18:05"));
    }

    private static void Conflict(ScenarioStage stage)
    {
        var pool = stage.Pool();
        var session = stage.Enhanced(stage.User(pool), stage.At(2, "19:00"));
        stage.Reads(session, stage.At(2, "19:01"), count: 2);
        var copied = session with { Created = stage.At(2, "16:00"), Role = $"arn:aws:iam::{SampleAccounts.Shop}:role/Admin", Name = "johns-session" };
        var user = $$"""{"type":"IAMUser","principalId":"AIDAFAKEEXAMPLE","arn":"arn:aws:iam::{{SampleAccounts.Shop}}:user/alice","accountId":"{{SampleAccounts.Shop}}","accessKeyId":"{{session.AccessKey}}","userName":"alice"}""";
        stage.Truth.Limited("key_conflict", [.. stage.Unrelated(copied, stage.At(2, "19:10")), stage.UnrelatedCall(session, ScenarioCalls.QueryItems, stage.At(2, "19:20"), record => record with { Identity = user })]);
    }

    private static void Developer(ScenarioStage stage)
    {
        var pool = stage.Pool(provider: "login.example.portal", spelling: CognitoPool.OtherSpelling);
        var user = stage.User(pool);
        stage.DeveloperToken(user, stage.At(4, "14:00"), durationInSeconds: 900);
        stage.Reads(stage.Basic(user, stage.At(4, "14:00:04"), name: "portal"), stage.At(4, "14:00:10"));
    }

    private static void TwoPools(ScenarioStage stage)
    {
        var (first, second) = (stage.Pool(), stage.Pool());
        second = second with { GuestRole = first.GuestRole };
        stage.Reads(stage.Enhanced(stage.Guest(first), stage.At(5, "09:00")), stage.At(5, "09:01"), count: 2);
        stage.Reads(stage.Enhanced(stage.Guest(second), stage.At(5, "09:00")), stage.At(5, "09:01"), count: 2, Statement.Missing);
    }

    private static void GlobalSts(ScenarioStage stage)
    {
        var pool = stage.Pool(region: "eu-central-1");
        var session = stage.Basic(stage.User(pool), stage.At(5, "10:00"), change: record => record with { Region = "us-east-1", TlsHost = "sts.amazonaws.com" });
        stage.Reads(session, stage.At(5, "10:01"), statement: Statement.Missing);
    }

    private static void Upgrade(ScenarioStage stage)
    {
        var pool = stage.Pool();
        var guest = stage.Guest(pool);
        stage.Reads(stage.Enhanced(guest, stage.At(5, "11:00")), stage.At(5, "11:01"), count: 2);
        var user = guest with { UserSub = stage.Random.Uuid() };
        stage.IsUser(user, stage.SignIn(user, stage.At(5, "11:20")));
        stage.Reads(stage.Enhanced(user, stage.At(5, "11:20:05")), stage.At(5, "11:21"), count: 2);
    }
}
