namespace Spoor.Samples.Records;

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
