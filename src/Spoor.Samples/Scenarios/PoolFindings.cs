using Spoor.Samples.Records;

namespace Spoor.Samples.Scenarios;

/// <summary>Changes of pools that open them.</summary>
internal static class PoolFindings
{
    public static IReadOnlyList<Scenario> All { get; } =
    [
        new("pool_opened_to_guests", "A pool is made without guests; later an update switches them on.", Opened),
        new("pool_opened_to_guests_benign", "Guests were allowed from the start and an update keeps them; another pool's update is refused; a third switches them off.", NotOpened),
        new("pool_opened_before_the_logs", "An update allows guests; what was before is older than the logs.", OpenedUnknown),
        new("classic_flow_enabled", "A pool is made without the basic flow; later an update switches it on.", Classic),
        new("classic_flow_enabled_benign", "The basic flow was allowed from the start and an update keeps it; another pool's update is refused; a third switches it off.", NotClassic),
        new("configuration_changes", "A pool's role, its trust and its tags are changed; so is a role of the same name in another account.", Changes),
    ];

    private static void Opened(ScenarioStage stage)
    {
        var pool = stage.Used();
        var made = stage.CreatePool(pool, stage.At(1, "08:00"), guests: false);
        var same = stage.UpdatePool(pool, stage.At(17, "08:00"), guests: false);
        stage.Expect("pool_opened_to_guests", [stage.UpdatePool(pool, stage.At(18, "08:00"), guests: true)], made.EventId, same.EventId);
        stage.UpdatePool(pool, stage.At(18, "09:00"), guests: true);
    }

    private static void NotOpened(ScenarioStage stage)
    {
        var (open, refused, closed) = (stage.Used(), stage.Used(), stage.Used());
        stage.CreatePool(open, stage.At(1, "09:00"), guests: true);
        stage.UpdatePool(open, stage.At(18, "09:00"), guests: true);
        stage.CreatePool(refused, stage.At(1, "09:10"), guests: false);
        stage.UpdatePool(refused, stage.At(18, "09:10"), guests: true, errorCode: "AccessDeniedException");
        stage.CreatePool(closed, stage.At(1, "09:20"), guests: true);
        stage.UpdatePool(closed, stage.At(18, "09:20"), guests: false);
    }

    private static void OpenedUnknown(ScenarioStage stage) =>
        stage.Expect("pool_opened_to_guests", [stage.UpdatePool(stage.Used(), stage.At(18, "10:00"), guests: true)]);

    private static void Classic(ScenarioStage stage)
    {
        var pool = stage.Used();
        var made = stage.CreatePool(pool, stage.At(1, "10:00"), guests: false);
        stage.Expect("classic_flow_enabled", [stage.UpdatePool(pool, stage.At(18, "11:00"), guests: false, classic: true)], made.EventId);
        stage.UpdatePool(pool, stage.At(18, "11:30"), guests: false, classic: true);
    }

    private static void NotClassic(ScenarioStage stage)
    {
        var (classic, refused, off) = (stage.Used(), stage.Used(), stage.Used());
        stage.CreatePool(classic, stage.At(1, "11:00"), guests: false, classic: true);
        stage.UpdatePool(classic, stage.At(18, "12:00"), guests: false, classic: true);
        stage.CreatePool(refused, stage.At(1, "11:10"), guests: false, classic: false);
        stage.UpdatePool(refused, stage.At(18, "12:10"), guests: false, classic: true, errorCode: "NotAuthorizedException");
        stage.CreatePool(off, stage.At(1, "11:20"), guests: false, classic: true);
        stage.UpdatePool(off, stage.At(18, "12:20"), guests: false);
    }

    private static void Changes(ScenarioStage stage)
    {
        var pool = stage.Pool();
        stage.Reads(stage.Enhanced(stage.User(pool), stage.At(18, "13:00")), stage.At(18, "13:01"), count: 1);
        var name = pool.UserRole[(pool.UserRole.LastIndexOf('/') + 1)..];
        stage.ConfigureRole(pool, pool.UserRole, "UpdateAssumeRolePolicy", $$"""{"roleName":"{{name}}","policyDocument":"{\"Version\":\"2012-10-17\",\"Statement\":[]}"}""", stage.At(18, "13:10"));
        stage.ConfigureRole(pool, pool.UserRole, "AttachRolePolicy", $$"""{"roleName":"{{name}}","policyArn":"arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess"}""", stage.At(18, "13:11"));
        stage.ConfigureRole(pool, $"arn:aws:iam::{SampleAccounts.Partner}:role/{name}", "AttachRolePolicy", $$"""{"roleName":"{{name}}","policyArn":"arn:aws:iam::aws:policy/ReadOnlyAccess"}""", stage.At(18, "13:11:30"));
        stage.Configure(pool, "SetPrincipalTagAttributeMap", $$$"""{"identityPoolId":"{{{pool.Id}}}","identityProviderName":"{{{pool.Provider}}}","useDefaults":false,"principalTags":{"department":"custom:dept"}}""", stage.At(18, "13:12"));
        stage.SetRoles(pool, stage.At(18, "13:13"), pool.UserRole, pool.GuestRole);
    }

    /// <summary>A pool whose data events are recorded.</summary>
    private static CognitoPool Used(this ScenarioStage stage)
    {
        var pool = stage.Pool();
        stage.GetId(stage.User(pool), stage.At(17, "06:00"));
        return pool;
    }
}
