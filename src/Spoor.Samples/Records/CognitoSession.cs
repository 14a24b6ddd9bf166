namespace Spoor.Samples.Records;

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

    /// <summary>How long they are good for.</summary>
    public TimeSpan Lifetime { get; init; } = TimeSpan.FromHours(1);

    /// <summary>JSON of the session's tags.</summary>
    public string Tags { get; init; } = $$"""{"username":"u-{{Identity.Id[^6..]}}"}""";

    /// <summary>What a client that wants another life than an hour asks for, as JSON with a comma behind.</summary>
    public string AskedDuration => Lifetime == TimeSpan.FromHours(1) ? "" : $"\"durationSeconds\":{(int)Lifetime.TotalSeconds},";

    public string RoleName => Role[(Role.LastIndexOf('/') + 1)..];

    public string RoleAccount => Role.Split(':')[4];

    /// <summary>The session's ARN, which drops the role's path.</summary>
    public string Arn => $"arn:aws:sts::{RoleAccount}:assumed-role/{RoleName}/{Name}";

    public string RoleId => SampleRandom.For(17, Role.Aggregate(17, (sum, character) => unchecked((sum * 31) + character))).PrincipalId("AROA");
}
