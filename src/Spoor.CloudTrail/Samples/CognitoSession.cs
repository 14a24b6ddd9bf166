namespace Spoor.CloudTrail.Samples;

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
