using Spoor.Samples.Records;

namespace Spoor.Samples.Scenarios;

/// <summary>What real records do to a reader: other providers, missing members, repeated, late and misplaced deliveries.</summary>
internal static class RecordScenarios
{
    public static IReadOnlyList<Scenario> All { get; } =
    [
        new("other_providers_benign", "Sessions of EKS, GitHub and Login with Amazon: web identities, and none of a pool's.", OtherProviders),
        new("repeated_delivery", "Every record of a session is delivered two or three times.", Repeated),
        new("late_delivery", "The issue is delivered two days after the calls that used it.", Late),
        new("days_and_regions", "A twelve-hour session works past midnight, in three regions.", DaysAndRegions),
        new("made_by_services", "Services call for a session: with its key, with one of their own, with none, and with an empty one.", MadeByServices),
        new("odd_members", "IPv6, a VPC endpoint, empty and odd error codes, records without readOnly and version 1.02.", OddMembers),
        new("missing_members", "Older records: issue and calls without category, type, account and resources; calls without an issuer's ARN.", MissingMembers),
        new("refused_issues", "Cognito and STS refuse credentials, with and without a message.", Refused),
        new("unknown_caller_benign", "Callers of type Unknown ask for ids and tokens, signed in or not; nothing about them is strange.", UnknownCaller),
        new("custom_role", "A user with several roles chooses one.", CustomRole),
    ];

    private static void OtherProviders(ScenarioStage stage)
    {
        var likeness = stage.User(stage.Pool(dataEvents: false));
        var providers = new[] { "arn:aws:iam::111122223333:oidc-provider/oidc.eks.us-east-1.amazonaws.com/id/FAKE0C1A58F08CDB0491", "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com", "www.amazon.com" };
        foreach (var (i, provider) in providers.Index())
        {
            var session = stage.Session(likeness, stage.At(8, $"0{i + 1}:00"), i == 2 ? CognitoSession.EnhancedName : "GitHubActions", $"arn:aws:iam::{SampleAccounts.Shop}:role/ci/Federated{i}");
            stage.AddFederated(session, session.Created.AddMinutes(1), provider);
        }
    }

    private static void Repeated(ScenarioStage stage)
    {
        var session = stage.Enhanced(stage.User(stage.Pool()), stage.At(8, "09:00"));
        foreach (var (i, record) in stage.Reads(session, stage.At(8, "09:01"), count: 4).Index())
        {
            stage.Deliver(record, TimeSpan.Zero, deliveries: 2 + (i % 2));
        }

        stage.DeliverIssue(session, TimeSpan.Zero, deliveries: 2);
    }

    private static void Late(ScenarioStage stage)
    {
        var session = stage.Basic(stage.Guest(stage.Pool()), stage.At(8, "10:00"));
        stage.Reads(session, stage.At(8, "10:05"), statement: Statement.Missing);
        stage.DeliverIssue(session, TimeSpan.FromDays(2), deliveries: 1);
    }

    private static void DaysAndRegions(ScenarioStage stage)
    {
        var session = stage.Basic(stage.User(stage.Pool()), stage.At(8, "15:00"), lifetime: TimeSpan.FromHours(12));
        foreach (var (region, day, time) in ((string, int, string)[])[("us-east-1", 8, "15:05"), ("eu-west-1", 8, "23:59:50"), ("ap-southeast-2", 9, "00:00:05"), ("us-east-1", 9, "02:58")])
        {
            stage.Use(session, ScenarioCalls.DescribeStream, stage.At(day, time), Statement.Empty, change: record => record with { Region = region, TlsHost = $"kinesis.{region}.amazonaws.com" });
        }
    }

    private static void MadeByServices(ScenarioStage stage)
    {
        var session = stage.Enhanced(stage.User(stage.Pool()), stage.At(9, "09:00"));
        stage.Reads(session, stage.At(9, "09:01"), count: 1);
        stage.OnBehalf(session, session, "s3.amazonaws.com", stage.At(9, "09:02"), withKey: true);
        stage.OnBehalf(session, stage.Session(session.Identity, session.Created), "athena.amazonaws.com", stage.At(9, "09:03"), withKey: true);
        stage.OnBehalf(session, session, "dynamodb.amazonaws.com", stage.At(9, "09:04"), withKey: false);
        stage.Use(session with { AccessKey = "" }, ScenarioCalls.QueryItems, stage.At(9, "09:05"), withKey: false);
    }

    private static void OddMembers(ScenarioStage stage)
    {
        var session = stage.Basic(stage.User(stage.Pool(), stage.Address6()), stage.At(9, "10:00"));
        stage.Use(session, ScenarioCalls.QueryItems, stage.At(9, "10:01"), change: record => record with { VpcEndpointId = "vpce-0fake0123456789ab" });
        stage.Use(session, ScenarioCalls.QueryItems, stage.At(9, "10:02"), change: record => record with { ErrorCode = "", ErrorMessage = "" });
        stage.Use(session, ScenarioCalls.QueryItems, stage.At(9, "10:03"), change: record => record with { ErrorCode = "200" });
        stage.Use(session, ScenarioCalls.QueryItems, stage.At(9, "10:04"), change: record => record with { ErrorCode = "ThrottlingException" });
        stage.Use(session, ScenarioCalls.GetOwnFile, stage.At(9, "10:05"), Statement.Missing, change: record => record with { Version = "1.02", ReadOnly = null, Resources = null });
        stage.Use(session, ScenarioCalls.GetOwnFile, stage.At(9, "10:06"), change: record => record with { Extra = "\"eventContext\":{\"tagContext\":{}},\"edgeDeviceDetails\":{}" });
    }

    private static void MissingMembers(ScenarioStage stage)
    {
        string[] newer = ["eventCategory", "managementEvent", "eventType", "requestID", "readOnly", "tlsDetails", "resources"];
        var session = stage.Basic(stage.User(stage.Pool(dataEvents: false)), stage.At(9, "10:30"), change: record => record with { Version = "1.04", Without = newer });
        foreach (var (i, call) in new[] { ScenarioCalls.GetOwnFile, ScenarioCalls.QueryItems, ScenarioCalls.DescribeStream }.Index())
        {
            stage.Use(session, call, stage.At(9, "10:31").AddMinutes(i), Statement.Missing, change: record => record with { Version = "1.01", Without = [.. newer, .. i == 0 ? (string[])["recipientAccountId"] : []] });
        }
    }

    private static void Refused(ScenarioStage stage)
    {
        var pool = stage.Pool();
        stage.RefusedEnhanced(stage.Guest(pool), stage.At(9, "11:00"), "NotAuthorizedException", "Unauthenticated access is not supported for this identity pool.");
        stage.RefusedEnhanced(stage.User(pool), stage.At(9, "11:01"), "ResourceNotFoundException");
        stage.RefusedBasic(stage.Guest(pool), stage.At(9, "11:02"), $"arn:aws:iam::{SampleAccounts.Shop}:role/Admin", "AccessDenied");
        stage.RefusedBasic(stage.User(pool), stage.At(9, "11:03"), pool.UserRole, "ExpiredTokenException");
    }

    private static void UnknownCaller(ScenarioStage stage)
    {
        var pool = stage.Pool();
        foreach (var (i, identity) in new[] { stage.Guest(pool), stage.User(pool), stage.Guest(pool) }.Index())
        {
            stage.GetId(identity, stage.At(9, $"{12 + i}:00"));
            stage.GetOpenIdToken(identity, stage.At(9, $"{12 + i}:00:02"));
        }
    }

    private static void CustomRole(ScenarioStage stage)
    {
        var user = stage.User(stage.Pool());
        stage.Reads(stage.Enhanced(user, stage.At(9, "16:00"), role: $"arn:aws:iam::{SampleAccounts.Shop}:role/app/CustomRoleEditor"), stage.At(9, "16:01"), count: 2);
    }
}
