namespace Spoor.Samples.Records;

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
