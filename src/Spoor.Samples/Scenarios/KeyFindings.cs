using Spoor.Samples.Records;

namespace Spoor.Samples.Scenarios;

/// <summary>Keys in other hands, or past their time.</summary>
internal static class KeyFindings
{
    public static IReadOnlyList<Scenario> All { get; } =
    [
        new("key_other_source", "An app's key is used from another address by a command line, from the same address by a command line, and from another address by an app.", OtherSource),
        new("key_other_source_benign", "The app names itself differently at each service, services call for it, and where STS alone tells of the issue the address is Cognito's.", SameSource),
        new("key_after_expiry", "Keys are used minutes after their expiration, however the record of the issue writes it.", AfterExpiry),
        new("key_after_expiry_benign", "A key is used one second before it expires, and a twelve-hour key in its eleventh hour.", BeforeExpiry),
        new("distant_sources", "One identity works from two far-apart addresses within two minutes, each with a key of its own.", Distant),
        new("distant_sources_benign", "A phone changes its address within one network, and between IPv4 and IPv6; hours later it is elsewhere.", Roaming),
    ];

    private static void OtherSource(ScenarioStage stage)
    {
        var pool = stage.Pool();
        var (stolen, copied, moved) = (stage.Enhanced(stage.User(pool), stage.At(13, "09:00")), stage.Basic(stage.User(stage.Pool()), stage.At(13, "10:00")), stage.Enhanced(stage.User(pool), stage.At(13, "11:00")));
        stage.Reads(stolen, stage.At(13, "09:01"), count: 2);
        var address = stage.Address();
        stage.ExpectOther(stolen, stage.Use(stolen, ScenarioCalls.GetOwnFile, stage.At(13, "09:55"), change: record => record with { Address = address, UserAgent = ScenarioClients.CommandLine("s3") }));
        stage.Reads(copied, stage.At(13, "10:01"), count: 1);
        stage.ExpectOther(copied, stage.Use(copied, ScenarioCalls.QueryItems, stage.At(13, "10:45"), change: record => record with { UserAgent = ScenarioClients.CommandLine("dynamodb") }));
        stage.Reads(moved, stage.At(13, "11:01"), count: 1);
        var elsewhere = stage.Address();
        stage.ExpectOther(moved, stage.Use(moved, ScenarioCalls.QueryItems, stage.At(13, "11:55"), change: record => record with { Address = elsewhere }));
    }

    private static void ExpectOther(this ScenarioStage stage, CognitoSession session, SampleEvent use) => stage.Expect("key_other_source", [use], stage.IssueOf(session));

    private static void SameSource(ScenarioStage stage)
    {
        foreach (var dataEvents in (bool[])[true, false])
        {
            var session = stage.Enhanced(stage.User(stage.Pool(dataEvents)), stage.At(13, dataEvents ? "12:00" : "12:30"));
            stage.Reads(session, session.Created.AddMinutes(1));
            stage.Use(session, ScenarioCalls.DescribeStream, session.Created.AddMinutes(4));
            stage.OnBehalf(session, session, "s3.amazonaws.com", session.Created.AddMinutes(5), withKey: true);
            stage.OnBehalf(session, session, "AWS Internal", session.Created.AddMinutes(6), withKey: true);
            stage.Use(session, ScenarioCalls.Decrypt, session.Created.AddMinutes(7), change: record => record with { Address = "dynamodb.amazonaws.com", UserAgent = "dynamodb.amazonaws.com" });
        }
    }

    private static void AfterExpiry(ScenarioStage stage)
    {
        foreach (var minute in (int[])[0, 10, 20, 30])
        {
            var session = stage.Basic(stage.User(stage.Pool()), stage.At(13, "14:00").AddMinutes(minute));
            stage.Reads(session, session.Created.AddMinutes(1), count: 2);
            SampleEvent[] late =
            [
                stage.Use(session, ScenarioCalls.QueryItems.Refused("ExpiredTokenException", "The security token included in the request is expired"), session.Created.AddMinutes(64)),
                stage.Use(session, ScenarioCalls.GetOwnFile, session.Created.AddMinutes(66)),
            ];
            stage.Expect("key_after_expiry", late, stage.IssueOf(session));
        }
    }

    private static void BeforeExpiry(ScenarioStage stage)
    {
        var hour = stage.Enhanced(stage.User(stage.Pool()), stage.At(13, "16:00"));
        stage.Use(hour, ScenarioCalls.GetOwnFile, stage.At(13, "16:59:59"));
        var half = stage.Basic(stage.User(stage.Pool()), stage.At(13, "08:00"), lifetime: TimeSpan.FromHours(12));
        stage.Use(half, ScenarioCalls.GetOwnFile, stage.At(13, "19:30"));
    }

    private static void Distant(ScenarioStage stage)
    {
        var here = stage.User(stage.Pool());
        var there = here with { Address = stage.Address() };
        var (first, second) = (stage.Enhanced(here, stage.At(14, "09:00")), stage.Enhanced(there, stage.At(14, "09:01")));
        var calls = stage.Reads(first, stage.At(14, "09:00:30"), count: 3).Concat(stage.Reads(second, stage.At(14, "09:01:10"), count: 2));
        stage.Expect("distant_sources", [], [.. calls.Select(call => call.EventId), .. stage.IssueOf(first), .. stage.IssueOf(second)]);
    }

    private static void Roaming(ScenarioStage stage)
    {
        var phone = stage.User(stage.Pool());
        var neighbour = phone with { Address = phone.Address[..(phone.Address.LastIndexOf('.') + 1)] + "253" };
        var six = phone with { Address = stage.Address6() };
        foreach (var (i, place) in new[] { phone, neighbour, six }.Index())
        {
            stage.Reads(stage.Enhanced(place, stage.At(14, "10:00").AddMinutes(2 * i)), stage.At(14, "10:00:10").AddMinutes(2 * i), count: 2);
        }

        stage.Reads(stage.Enhanced(phone with { Address = stage.Address() }, stage.At(14, "18:00")), stage.At(14, "18:01"), count: 2);
    }
}
