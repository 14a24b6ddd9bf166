using Spoor.Samples.Records;

namespace Spoor.Samples.Scenarios;

/// <summary>Calls that an app does not make.</summary>
internal static class ActivityFindings
{
    private static readonly string[] s_otherFailures = ["ThrottlingException", "NoSuchKey", "ResourceNotFoundException", "ValidationException", "InternalError"];

    public static IReadOnlyList<Scenario> All { get; } =
    [
        new("denied_enumeration", "A session tries sixteen different calls within three minutes and is denied each.", Enumeration),
        new("denied_enumeration_benign", "A session repeats one denied call forty times, is denied two others, and fails for other reasons; twelve sessions of a wrong app are denied one call each.", Retries),
        new("iam_sts_org_call", "A pool's session asks who it is, lists users and accounts: granted or not.", OrganizationCalls),
        new("iam_sts_org_call_benign", "An ordinary role makes the same calls, and a pool's session none.", OrdinaryCalls),
        new("s3_outside_prefix", "A user reads, and writes, files under another identity's prefix.", OtherPrefix),
        new("s3_outside_prefix_benign", "Users read their own and public files; one file's name holds a UUID that is no identity.", OwnPrefix),
        new("first_api_use", "A role that has made the same calls for a month makes a new one.", FirstUse),
        new("first_api_use_benign", "A role with a long record makes the calls it always made; a new role makes its first ones.", KnownUse),
    ];

    private static void Enumeration(ScenarioStage stage)
    {
        var session = stage.Enhanced(stage.User(stage.Pool()), stage.At(15, "09:00"));
        stage.Reads(session, stage.At(15, "09:01"), count: 1);
        stage.Expect("denied_enumeration", [.. ScenarioCalls.Forbidden.Index().Select(call => stage.Use(session, call.Item, stage.At(15, "09:05").AddSeconds(11 * call.Index)))], stage.IssueOf(session));
    }

    private static void Retries(ScenarioStage stage)
    {
        var session = stage.Enhanced(stage.User(stage.Pool()), stage.At(15, "10:00"));
        for (var i = 0; i < 40; i++)
        {
            stage.Use(session, ScenarioCalls.GetPublicFile.Refused("AccessDenied", "Access Denied"), stage.At(15, "10:05").AddSeconds(3 * i));
        }

        stage.Use(session, ScenarioCalls.Forbidden[2], stage.At(15, "10:06"));
        stage.Use(session, ScenarioCalls.Forbidden[5], stage.At(15, "10:07"));
        foreach (var (i, code) in s_otherFailures.Index())
        {
            stage.Use(session, ScenarioCalls.Forbidden[8 + i].Refused(code, null), stage.At(15, "10:08").AddSeconds(2 * i));
        }

        var pool = stage.Pool();
        for (var i = 0; i < 12; i++)
        {
            stage.Use(stage.Enhanced(stage.User(pool, stage.Address6()), stage.At(15, "10:30").AddSeconds(10 * i)), ScenarioCalls.Forbidden[i], stage.At(15, "10:31").AddSeconds(10 * i));
        }
    }

    private static void OrganizationCalls(ScenarioStage stage)
    {
        var session = stage.Enhanced(stage.User(stage.Pool()), stage.At(15, "11:00"));
        SampleEvent[] calls =
        [
            stage.Use(session, ScenarioCalls.CallerIdentity, stage.At(15, "11:01")),
            stage.Use(session, ScenarioCalls.ListUsers.Refused(), stage.At(15, "11:20")),
            stage.Use(session, ScenarioCalls.ListAccounts, stage.At(15, "11:40")),
        ];
        stage.Expect("iam_sts_org_call", calls, stage.IssueOf(session));
    }

    private static void OrdinaryCalls(ScenarioStage stage)
    {
        var user = stage.User(stage.Pool());
        var session = stage.Enhanced(user, stage.At(15, "12:00"));
        stage.Reads(session, stage.At(15, "12:01"));
        var ordinary = stage.Session(user, stage.At(15, "12:00"), "carmen", $"arn:aws:iam::{SampleAccounts.Shop}:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_Admin_FAKE");
        stage.Unrelated(ordinary, stage.At(15, "12:02"), ScenarioCalls.CallerIdentity, ScenarioCalls.ListUsers, ScenarioCalls.ListAccounts);
    }

    private static void OtherPrefix(ScenarioStage stage)
    {
        var pool = stage.Pool();
        var (victim, intruder) = (stage.User(pool), stage.Enhanced(stage.User(pool), stage.At(15, "13:10")));
        stage.Reads(stage.Enhanced(victim, stage.At(15, "13:00")), stage.At(15, "13:01"), count: 1);
        stage.Reads(intruder, stage.At(15, "13:11"), count: 1);
        SampleEvent[] calls =
        [
            stage.Use(intruder, ScenarioCalls.File("GetObject", true, _ => $"private/{victim.Id}/profile.json"), stage.At(15, "13:15")),
            stage.Use(intruder, ScenarioCalls.File("PutObject", false, _ => $"private\\/{victim.Id}\\/profile.json"), stage.At(15, "13:16")),
        ];
        stage.Expect("s3_outside_prefix", calls, stage.IssueOf(intruder));
    }

    private static void OwnPrefix(ScenarioStage stage)
    {
        var pool = stage.Pool();
        var session = stage.Enhanced(stage.User(pool), stage.At(15, "14:10"));
        stage.Reads(session, stage.At(15, "14:11"));
        stage.Use(session, ScenarioCalls.File("GetObject", true, own => $"private/{own.Identity.Id}/albums/{stage.Random.Uuid()}/1.jpg"), stage.At(15, "14:15"));
        stage.Use(session, ScenarioCalls.File("GetObject", true, _ => $"public/thumbnails/{stage.Random.Uuid()}.webp"), stage.At(15, "14:16"));
    }

    private static void FirstUse(ScenarioStage stage)
    {
        var pool = stage.Pool();
        var first = MonthOfReads(stage, pool);
        var session = stage.Enhanced(first, stage.At(34, "06:00"));
        stage.Reads(session, stage.At(34, "06:01"));
        stage.Expect("first_api_use", [stage.Use(session, ScenarioCalls.DescribeStream, stage.At(34, "06:10"))], stage.IssueOf(session));
    }

    private static void KnownUse(ScenarioStage stage)
    {
        var user = MonthOfReads(stage, stage.Pool());
        stage.Reads(stage.Enhanced(user, stage.At(34, "07:00")), stage.At(34, "07:01"));
        var session = stage.Enhanced(stage.User(stage.Pool()), stage.At(33, "07:00"));
        stage.Use(session, ScenarioCalls.QueryItems, stage.At(33, "07:01"));
        stage.Use(session, ScenarioCalls.DescribeStream, stage.At(33, "07:02"));
    }

    /// <summary>One user's three reads, twice a day, for 32 days.</summary>
    private static CognitoIdentity MonthOfReads(ScenarioStage stage, CognitoPool pool)
    {
        var user = stage.User(pool);
        for (var day = 1; day <= 32; day++)
        {
            foreach (var time in (string[])["06:00", "18:00"])
            {
                stage.Reads(stage.Enhanced(user, stage.At(day, time)), stage.At(day, time).AddMinutes(1));
            }
        }

        return user;
    }
}
