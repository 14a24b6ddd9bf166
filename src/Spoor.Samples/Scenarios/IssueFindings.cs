using Spoor.Samples.Records;

namespace Spoor.Samples.Scenarios;

/// <summary>What issues tell by themselves, granted or refused; and calls that tell little.</summary>
internal static class IssueFindings
{
    public static IReadOnlyList<Scenario> All { get; } =
    [
        new("guest_basic_flow", "Two guests take a role by the basic flow of a pool whose roles are nowhere told; of a third, in a pool without data events, a call alone says that it is a guest.", GuestBasic),
        new("guest_basic_flow_benign", "Guests of the enhanced flow, users of the basic flow, a guest whom STS refuses, and one whose pool was told to give the role.", NoGuestBasic),
        new("role_guessing", "A guest asks Cognito for four roles, and is refused each; a client tries three others at STS.", Guessing),
        new("role_guessing_by_address", "One address asks for another role with each new identity; one identity does so from changing addresses.", GuessingByMany),
        new("role_guessing_benign", "An app's misconfigured role is refused to many, and a second one to some; others are throttled, and one asks for three roles on three days.", Misconfigured),
        new("iam_sts_org_call_caller_identity", "Sessions of three identities ask with one role who they are, and no more.", CallerIdentities),
    ];

    private static void GuestBasic(ScenarioStage stage)
    {
        var (pool, silent) = (stage.Pool(), stage.Pool(dataEvents: false));
        stage.Reads(stage.Basic(stage.Guest(pool), stage.At(21, "09:00")), stage.At(21, "09:01"), count: 2);
        stage.Reads(stage.Basic(stage.Guest(pool), stage.At(22, "09:00")), stage.At(22, "09:01"), count: 1);
        var session = stage.Basic(stage.Guest(silent), stage.At(21, "10:00"));
        stage.Reads(session, stage.At(21, "10:01"), count: 1);
        stage.Truth.Found("guest_basic_flow", stage.IssueOf(session), []);
    }

    private static void NoGuestBasic(ScenarioStage stage)
    {
        var pool = stage.Pool();
        stage.Reads(stage.Basic(stage.User(pool), stage.At(21, "11:00")), stage.At(21, "11:01"), count: 1);
        stage.Reads(stage.Enhanced(stage.Guest(pool), stage.At(21, "11:10")), stage.At(21, "11:11"), count: 1);
        stage.RefusedBasic(stage.Guest(pool), stage.At(21, "11:20"), pool.GuestRole, "AccessDenied");
        var told = stage.Pool();
        stage.SetRoles(told, stage.At(21, "12:00"), told.UserRole, told.GuestRole);
        stage.Reads(stage.Basic(stage.Guest(told), stage.At(21, "12:10")), stage.At(21, "12:11"), count: 1);
    }

    private static void Guessing(ScenarioStage stage)
    {
        var pool = stage.Pool();
        var (guest, client) = (stage.Guest(pool), stage.User(pool));
        stage.Reads(stage.Enhanced(guest, stage.At(21, "13:00")), stage.At(21, "13:01"), count: 1);
        stage.Expect("role_guessing", Roles("Guess", 4).Select((role, i) => stage.RefusedEnhanced(guest, stage.At(21, "13:05").AddSeconds(i), "NotAuthorizedException", "Access to Role is not authorized", role)));
        stage.Expect("role_guessing", Roles("Trust", 3).Select((role, i) => stage.RefusedBasic(client, stage.At(21, "13:30").AddMinutes(40 * i), role, "AccessDenied")));
    }

    private static void GuessingByMany(ScenarioStage stage)
    {
        var (pool, address, wanderer) = (stage.Pool(), stage.Address(), stage.Guest(stage.Pool()));
        stage.Expect("role_guessing", Roles("Each", 5).Select((role, i) => stage.RefusedEnhanced(stage.Guest(pool, address), stage.At(21, "15:00").AddSeconds(20 * i), "NotAuthorizedException", null, role)));
        stage.Expect("role_guessing", Roles("Away", 3).Select((role, i) => stage.RefusedEnhanced(wanderer with { Address = stage.Address() }, stage.At(21, "15:30").AddHours(3 * i), "NotAuthorizedException", null, role)));
    }

    private static void Misconfigured(ScenarioStage stage)
    {
        var (pool, address) = (stage.Pool(), stage.Address());
        var (first, second) = (Role("Editor"), Role("Reader"));
        for (var i = 0; i < 20; i++)
        {
            stage.RefusedEnhanced(stage.User(pool, address), stage.At(21, "16:00").AddMinutes(i), "NotAuthorizedException", "Access to Role is not authorized", i % 4 == 0 ? second : first);
        }

        var (busy, slow) = (stage.User(pool), stage.User(pool));
        foreach (var (i, role) in Roles("Busy", 5).Index())
        {
            stage.RefusedEnhanced(busy, stage.At(21, "17:00").AddSeconds(i), "TooManyRequestsException", "Rate exceeded", role);
            stage.RefusedBasic(slow, stage.At(21 + (2 * i), "18:00"), role, "AccessDenied");
        }
    }

    private static void CallerIdentities(ScenarioStage stage)
    {
        var pool = stage.Pool();
        CognitoSession[] sessions = [.. Enumerable.Range(0, 3).Select(i => stage.Enhanced(stage.User(pool), stage.At(21, "19:00").AddHours(i)))];
        stage.Expect("iam_sts_org_call", sessions.Select((session, i) => stage.Use(session, ScenarioCalls.CallerIdentity, stage.At(21, "19:01").AddHours(i))));
    }

    private static IEnumerable<string> Roles(string name, int count) => Enumerable.Range(1, count).Select(number => Role($"{name}{number}"));

    private static string Role(string name) => $"arn:aws:iam::{SampleAccounts.Shop}:role/{name}";
}
