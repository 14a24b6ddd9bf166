using Spoor.Samples.Records;

namespace Spoor.Samples.Scenarios;

/// <summary>What guests should not be able to do.</summary>
internal static class GuestFindings
{
    public static IReadOnlyList<Scenario> All { get; } =
    [
        new("guest_outside_session_policy", "A guest who took a role by the basic flow reads instances and secrets, which the enhanced flow's policy would not allow.", OutsidePolicy),
        new("guest_outside_session_policy_benign", "A guest uses listed services, asks who it is (which needs no permission) and is refused elsewhere; a signed-in user may go there.", InsidePolicy),
        new("guest_write", "A guest uploads a file and writes an item; one of the records is older and has no readOnly.", Write),
        new("guest_write_before_sign_in", "An identity writes as a guest and signs in afterwards; another guest's calls alone say that it is one.", WriteThenSignIn),
        new("guest_write_benign", "A guest reads, and is refused a write; a signed-in user writes, and so does one who was a guest before.", Read),
        new("identity_farming", "One address makes forty identities in four minutes.", Farming),
        new("identity_farming_by_sts", "The same by the basic flow, on a pool without data events.", FarmingBySts),
        new("identity_farming_benign", "An office's address: many calls for a few identities that come back, and six new ones over a working day. Cognito's own address, and many phones in a minute.", Office),
    ];

    private static void OutsidePolicy(ScenarioStage stage)
    {
        var session = stage.Basic(stage.Guest(stage.Pool()), stage.At(12, "09:00"));
        stage.Reads(session, stage.At(12, "09:01"), count: 1);
        SampleEvent[] outside =
        [
            stage.Use(session, ScenarioCalls.DescribeInstances, stage.At(12, "09:02")),
            stage.Use(session, ScenarioCalls.ListSecrets, stage.At(12, "09:03"), Statement.Empty),
        ];
        stage.Expect("guest_outside_session_policy", outside, stage.IssueOf(session));
    }

    private static void InsidePolicy(ScenarioStage stage)
    {
        var pool = stage.Pool();
        var guest = stage.Enhanced(stage.Guest(pool), stage.At(12, "10:00"));
        stage.Reads(guest, stage.At(12, "10:01"));
        stage.Use(guest, ScenarioCalls.DescribeStream, stage.At(12, "10:05"));
        stage.Use(guest, ScenarioCalls.DescribeInstances.Refused("Client.UnauthorizedOperation", null), stage.At(12, "10:06"));
        var asked = stage.Use(guest, ScenarioCalls.CallerIdentity, stage.At(12, "10:07"));
        stage.Expect("iam_sts_org_call", [asked], stage.IssueOf(guest));
        var user = stage.Enhanced(stage.User(pool), stage.At(12, "10:10"));
        stage.Use(user, ScenarioCalls.DescribeInstances, stage.At(12, "10:11"));
    }

    private static void Write(ScenarioStage stage)
    {
        var session = stage.Enhanced(stage.Guest(stage.Pool()), stage.At(12, "11:00"));
        stage.Reads(session, stage.At(12, "11:01"), count: 2);
        SampleEvent[] written =
        [
            stage.Use(session, ScenarioCalls.PutOwnFile, stage.At(12, "11:03")),
            stage.Use(session, ScenarioCalls.PutItem, stage.At(12, "11:04")),
            stage.Use(session, ScenarioCalls.PutOwnFile, stage.At(12, "11:05"), change: record => record with { ReadOnly = null, Version = "1.05" }),
        ];
        stage.Expect("guest_write", written, stage.IssueOf(session));
    }

    private static void WriteThenSignIn(ScenarioStage stage)
    {
        var guest = stage.Enhanced(stage.Guest(stage.Pool()), stage.At(12, "15:00"));
        stage.Expect("guest_write", [stage.Use(guest, ScenarioCalls.PutItem, stage.At(12, "15:01"), Statement.Missing)], stage.IssueOf(guest));
        var user = stage.Enhanced(guest.Identity with { UserSub = stage.Random.Uuid() }, stage.At(12, "15:10"));
        stage.Use(user, ScenarioCalls.PutItem, stage.At(12, "15:11"));
        var stated = stage.Session(stage.Guest(stage.Pool(dataEvents: false)), stage.At(12, "15:20"));
        stage.Expect("guest_write", [stage.Use(stated, ScenarioCalls.PutOwnFile, stage.At(12, "15:21"))]);
    }

    private static void Read(ScenarioStage stage)
    {
        var pool = stage.Pool();
        var guest = stage.Enhanced(stage.Guest(pool), stage.At(12, "12:00"));
        stage.Reads(guest, stage.At(12, "12:01"));
        stage.Use(guest, ScenarioCalls.GetPublicFile, stage.At(12, "12:03"), change: record => record with { ReadOnly = null, Version = "1.05" });
        stage.Use(guest, ScenarioCalls.PutOwnFile.Refused(), stage.At(12, "12:04"));
        var user = stage.Enhanced(stage.User(pool), stage.At(12, "12:10"));
        stage.Use(user, ScenarioCalls.PutOwnFile, stage.At(12, "12:11"));
        stage.Use(user, ScenarioCalls.PutRecords, stage.At(12, "12:12"));
        var signedIn = stage.Enhanced(guest.Identity with { UserSub = stage.Random.Uuid() }, stage.At(12, "12:20"));
        stage.Use(signedIn, ScenarioCalls.PutOwnFile, stage.At(12, "12:21"));
        stage.Use(signedIn, ScenarioCalls.PutItem, stage.At(12, "12:22"), Statement.Missing);
    }

    private static void Farming(ScenarioStage stage)
    {
        var (pool, address) = (stage.Pool(), stage.Address());
        stage.Expect("identity_farming", [.. Enumerable.Range(0, 40).Select(i => stage.GetId(stage.Guest(pool, address), stage.At(12, "13:00").AddSeconds(6 * i)))]);
    }

    private static void FarmingBySts(ScenarioStage stage)
    {
        var (pool, address) = (stage.Pool(dataEvents: false), stage.Address());
        var issues = Enumerable.Range(0, 40).Select(i => stage.IssueOf(stage.Basic(stage.Guest(pool, address), stage.At(12, "14:00").AddSeconds(6 * i))));
        stage.Truth.Found("identity_farming", [.. issues.SelectMany(ids => ids)], []);
    }

    private static void Office(ScenarioStage stage)
    {
        var (pool, address) = (stage.Pool(), stage.Address());
        CognitoIdentity[] colleagues = [.. Enumerable.Range(0, 6).Select(_ => stage.User(pool, address))];
        foreach (var (i, colleague) in colleagues.Index())
        {
            stage.GetId(colleague, stage.At(13, "08:00").AddMinutes(75 * i));
        }

        for (var i = 0; i < 40; i++)
        {
            stage.GetId(colleagues[i % colleagues.Length], stage.At(13, "17:00").AddSeconds(5 * i));
            stage.GetId(stage.Guest(pool, stage.Address6()), stage.At(13, "18:00").AddSeconds(i));
        }

        var unseen = stage.Pool(dataEvents: false);
        for (var i = 0; i < 40; i++)
        {
            stage.Enhanced(stage.Guest(unseen, address), stage.At(13, "19:00").AddSeconds(5 * i), serviceAddress: "10.0.0.7");
        }
    }
}
