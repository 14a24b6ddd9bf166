namespace Spoor.CloudTrail.Samples;

/// <summary>An identity pool of the sample.</summary>
/// <param name="Account">Account that owns it.</param>
/// <param name="Region">Region, which is also the first part of its id.</param>
/// <param name="Id"><c>region:uuid</c>.</param>
/// <param name="DataEvents">Whether the trail records the pool's data events.</param>
/// <param name="GuestRole">ARN of the role of guests.</param>
/// <param name="UserRole">ARN of the role of signed-in users.</param>
/// <param name="Provider">The login provider of its signed-in users, as keys of <c>logins</c> have it.</param>
/// <param name="ProviderName">How the pool's service is spelled in STS events and sessions.</param>
internal sealed record CognitoPool(
    string Account, string Region, string Id, bool DataEvents, string GuestRole, string UserRole, string Provider, string ProviderName = CognitoPool.Service)
{
    public const string Service = "cognito-identity.amazonaws.com";

    /// <summary>The other spelling that AWS prints.</summary>
    public const string OtherSpelling = "cognito-identity.amazon.com";

    public SampleStream Stream => new(Account, Region, 0);

    public string Arn => $"arn:aws:cognito-identity:{Region}:{Account}:identitypool/{Id}";
}

/// <summary>An identity of a pool; a guest has no user.</summary>
/// <param name="Pool">Its pool.</param>
/// <param name="Id"><c>region:uuid</c>.</param>
/// <param name="UserSub">The user's <c>sub</c> at the login provider; null for a guest.</param>
/// <param name="Address">Where its calls come from.</param>
internal sealed record CognitoIdentity(CognitoPool Pool, string Id, string? UserSub, string Address)
{
    public bool IsGuest => UserSub is null;

    public string Role => IsGuest ? Pool.GuestRole : Pool.UserRole;

    /// <summary>JSON of <c>requestParameters.logins</c> with a comma behind; empty for a guest.</summary>
    public string Logins => IsGuest ? "" : $$"""
        "logins":{"{{Pool.Provider}}":"HIDDEN_DUE_TO_SECURITY_REASONS"},
        """;

    /// <summary>The <c>amr</c> claim: a text that holds a JSON list.</summary>
    public string AuthenticationMethods => IsGuest
        ? """[\"unauthenticated\"]"""
        : $$"""[\"authenticated\",\"{{Pool.Provider}}\",\"{{Pool.Provider}}:{{Subject}}:{{UserSub}}\"]""";

    private string Subject => Pool.Provider.StartsWith("cognito-idp.", StringComparison.Ordinal) ? "CognitoSignIn" : "FAKEapp01";
}

/// <summary>Credentials that a pool (or, in a chain, a role) handed out.</summary>
/// <param name="Identity">Whose they are.</param>
/// <param name="Role">ARN of the role.</param>
/// <param name="Name">Session name.</param>
/// <param name="AccessKey">Their access key id.</param>
/// <param name="Created">When they were issued.</param>
internal sealed record CognitoSession(CognitoIdentity Identity, string Role, string Name, string AccessKey, DateTimeOffset Created)
{
    /// <summary>What the enhanced flow always names its sessions.</summary>
    public const string EnhancedName = "CognitoIdentityCredentials";

    public string RoleName => Role[(Role.LastIndexOf('/') + 1)..];

    public string RoleAccount => Role.Split(':')[4];

    /// <summary>The session's ARN, which drops the role's path.</summary>
    public string Arn => $"arn:aws:sts::{RoleAccount}:assumed-role/{RoleName}/{Name}";

    public string RoleId => SampleRandom.For(17, Role.Aggregate(17, (sum, character) => unchecked((sum * 31) + character))).PrincipalId("AROA");
}

/// <summary>How much of its origin a session's records carry.</summary>
internal enum Statement
{
    /// <summary><c>webIdFederationData</c> names pool and identity.</summary>
    Stated,

    /// <summary>The record is older and has no <c>webIdFederationData</c>.</summary>
    Missing,

    /// <summary><c>webIdFederationData</c> is there and empty, as in every ordinary role session.</summary>
    Empty,
}
