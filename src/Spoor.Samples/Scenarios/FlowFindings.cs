namespace Spoor.Samples.Scenarios;

/// <summary>Credentials handed out in ways in which they should not be.</summary>
internal static class FlowFindings
{
    public static IReadOnlyList<Scenario> All { get; } =
    [
        new("basic_flow_new", "A pool has used the enhanced flow for days; then a client takes a role by the basic flow, twice.", BasicNew),
        new("basic_flow_new_long_before", "The pool's use of the enhanced flow lies a day before the window.", BasicNewLongBefore),
        new("basic_flow_new_benign", "A pool has always used both flows, another the basic flow alone, and on a third STS refuses the basic flow; a fourth used it a day before the window.", BasicAlways),
        new("role_not_attached", "After SetIdentityPoolRoles a client takes a role that the pool does not give, and another one that it no longer gives.", NotAttached),
        new("role_not_attached_long_before", "A day before the window the pool was given a role for users alone; then a guest has one.", NotAttachedLongBefore),
        new("role_not_attached_benign", "Sessions whose roles the pool gave when they began: before a change, by a rule, by the token; and a change that was refused.", Attached),
        new("developer_token_long", "A backend takes a token that lives a day.", LongToken),
        new("developer_token_long_benign", "Backends take tokens of fifteen minutes, of the usual life, and are refused a long one.", ShortToken),
    ];

    private static void BasicNew(ScenarioStage stage)
    {
        var pool = stage.Pool();
        var before = new List<string>();
        for (var day = 2; day < 7; day++)
        {
            var session = stage.Enhanced(stage.User(pool), stage.At(day, "20:00"));
            before.AddRange(stage.IssueOf(session));
            stage.Reads(session, stage.At(day, "20:01"), count: 1);
        }

        var guest = stage.User(pool);
        var basic = stage.Basic(guest, stage.At(8, "20:00"));
        var calls = stage.Reads(basic, stage.At(8, "20:01"), count: 2);
        stage.Reads(stage.Basic(guest, stage.At(8, "21:00")), stage.At(8, "21:01"), count: 1);
        stage.Truth.Found("basic_flow_new", stage.IssueOf(basic), [.. before, .. calls.Select(call => call.EventId)]);
    }

    private static void BasicAlways(ScenarioStage stage)
    {
        var (both, basic, enhanced, address) = (stage.Pool(), stage.Pool(), stage.Pool(), stage.Address());
        for (var day = 2; day < 4; day++)
        {
            stage.Reads(stage.Basic(stage.User(both, address), stage.At(day, "21:00")), stage.At(day, "21:01"), count: 1);
            stage.Reads(stage.Enhanced(stage.User(both, address), stage.At(day, "21:10")), stage.At(day, "21:11"), count: 1);
        }

        stage.Reads(stage.Basic(stage.User(basic), stage.At(3, "21:30")), stage.At(3, "21:31"), count: 1);
        var user = stage.User(enhanced);
        stage.Reads(stage.Enhanced(user, stage.At(3, "21:40")), stage.At(3, "21:41"), count: 1);
        stage.RefusedBasic(user, stage.At(4, "21:50"), enhanced.UserRole, "AccessDenied");
        var earlier = stage.Pool();
        stage.Basic(stage.User(earlier, address), stage.At(0, "03:00"));
        stage.Reads(stage.Enhanced(stage.User(earlier, address), stage.At(3, "22:00")), stage.At(3, "22:01"), count: 1);
        stage.Reads(stage.Basic(stage.User(earlier, address), stage.At(4, "22:00")), stage.At(4, "22:01"), count: 1);
    }

    private static void BasicNewLongBefore(ScenarioStage stage)
    {
        var pool = stage.Pool();
        var before = Enumerable.Range(0, 4).SelectMany(i => stage.IssueOf(stage.Enhanced(stage.User(pool), stage.At(0, "02:00").AddMinutes(20 * i)))).ToList();
        var basic = stage.Basic(stage.User(pool), stage.At(3, "02:00"));
        var calls = stage.Reads(basic, stage.At(3, "02:01"), count: 2);
        stage.Truth.Found("basic_flow_new", stage.IssueOf(basic), [.. before, .. calls.Select(call => call.EventId)]);
    }

    private static void NotAttached(ScenarioStage stage)
    {
        var pool = stage.Pool();
        var admin = $"arn:aws:iam::{pool.Account}:role/RoleNotAttachedAdmin";
        var former = $"arn:aws:iam::{pool.Account}:role/RoleNotAttachedFormer";
        var first = stage.SetRoles(pool, stage.At(2, "08:00"), former, pool.GuestRole);
        var second = stage.SetRoles(pool, stage.At(3, "08:00"), pool.UserRole, pool.GuestRole);
        foreach (var (role, time) in ((string, DateTimeOffset)[])[(admin, stage.At(4, "08:00")), (former, stage.At(4, "09:00"))])
        {
            var session = stage.Basic(stage.User(pool), time, role);
            var calls = stage.Reads(session, time.AddMinutes(1), count: 2);
            stage.Truth.Found("role_not_attached", stage.IssueOf(session), [first.EventId, second.EventId, .. calls.Select(call => call.EventId)]);
        }
    }

    private static void NotAttachedLongBefore(ScenarioStage stage)
    {
        var pool = stage.Pool();
        var change = stage.SetRoles(pool, stage.At(0, "01:00"), pool.UserRole, guestRole: null);
        stage.Reads(stage.Enhanced(stage.User(pool), stage.At(4, "10:00")), stage.At(4, "10:01"), count: 1);
        var guest = stage.Enhanced(stage.Guest(pool), stage.At(4, "11:00"));
        var calls = stage.Reads(guest, stage.At(4, "11:01"), count: 2);
        stage.Truth.Found("role_not_attached", [stage.IssueOf(guest)[^1]], [change.EventId, .. stage.IssueOf(guest), .. calls.Select(call => call.EventId)]);
    }

    private static void Attached(ScenarioStage stage)
    {
        var pool = stage.Pool();
        var former = $"arn:aws:iam::{pool.Account}:role/RoleAttachedFormer";
        var byRule = $"arn:aws:iam::{pool.Account}:role/RoleAttachedEditor";
        stage.SetRoles(pool, stage.At(2, "08:30"), former, pool.GuestRole);
        stage.Reads(stage.Basic(stage.User(pool), stage.At(2, "09:30"), former), stage.At(2, "09:31"), count: 1);
        stage.SetRoles(pool, stage.At(2, "10:00"), pool.UserRole, pool.GuestRole, $$$$"""{"{{{{pool.Provider}}}}:FAKEclientid0123456789":{"type":"Rules","ambiguousRoleResolution":"AuthenticatedRole","rulesConfiguration":{"rules":[{"claim":"custom:dept","matchType":"Equals","value":"editors","roleARN":"{{{{byRule}}}}"}]}}}""");
        stage.SetRoles(pool, stage.At(2, "10:30"), former, former, errorCode: "AccessDeniedException");
        stage.Reads(stage.Basic(stage.User(pool), stage.At(2, "11:00"), byRule), stage.At(2, "11:01"), count: 1);
        stage.Reads(stage.Basic(stage.Guest(pool), stage.At(2, "11:30")), stage.At(2, "11:31"), count: 1);
        var byToken = stage.Pool();
        stage.SetRoles(byToken, stage.At(2, "12:00"), byToken.UserRole, byToken.GuestRole, $$$"""{"{{{byToken.Provider}}}:FAKEclientid0123456789":{"type":"Token","ambiguousRoleResolution":"Deny"}}""");
        stage.Reads(stage.Enhanced(stage.User(byToken), stage.At(2, "13:00"), role: $"arn:aws:iam::{pool.Account}:role/RoleAttachedByToken"), stage.At(2, "13:01"), count: 1);
    }

    private static void LongToken(ScenarioStage stage)
    {
        var user = stage.User(stage.Pool(provider: "login.example.portal"));
        stage.Expect("developer_token_long", [stage.DeveloperToken(user, stage.At(14, "12:00"), durationInSeconds: 86_400)]);
    }

    private static void ShortToken(ScenarioStage stage)
    {
        var user = stage.User(stage.Pool(provider: "login.example.portal"));
        stage.DeveloperToken(user, stage.At(14, "12:10"), durationInSeconds: 900);
        stage.DeveloperToken(user, stage.At(14, "12:20"), durationInSeconds: null);
        stage.DeveloperToken(user, stage.At(14, "12:30"), durationInSeconds: 86_400, errorCode: "NotAuthorizedException");
    }
}
