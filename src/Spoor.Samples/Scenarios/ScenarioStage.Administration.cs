using Spoor.Samples.Records;

namespace Spoor.Samples.Scenarios;

internal sealed partial class ScenarioStage
{
    private const string ClientId = "FAKEclientid0123456789";

    /// <summary>An administrator changes a pool.</summary>
    public SampleEvent Configure(CognitoPool pool, string name, string request, DateTimeOffset time, string? errorCode = null)
    {
        var record = _cognito.Configure(pool, name, request, time);
        record = Add(errorCode is null
            ? record with { Response = name is "SetIdentityPoolRoles" ? null : Response(pool, request) }
            : record with { ErrorCode = errorCode, ErrorMessage = $"User is not authorized to perform: cognito-identity:{name}" });
        Truth.Told(record, "configuration", pool, null);
        Truth.Changed(record, pool.Id);
        return record;
    }

    public SampleEvent CreatePool(CognitoPool pool, DateTimeOffset time, bool guests, bool? classic = null) => Configure(
        pool, "CreateIdentityPool", $$"""{"identityPoolName":"app",{{Classic(classic)}}"allowUnauthenticatedIdentities":{{Text(guests)}}}""", time);

    public SampleEvent UpdatePool(CognitoPool pool, DateTimeOffset time, bool guests, bool? classic = null, string? errorCode = null) => Configure(
        pool, "UpdateIdentityPool", $$"""{"identityPoolId":"{{pool.Id}}","identityPoolName":"app",{{Classic(classic)}}"allowUnauthenticatedIdentities":{{Text(guests)}}}""", time, errorCode);

    /// <summary>Says which roles a pool gives from now on; null gives guests none.</summary>
    public SampleEvent SetRoles(CognitoPool pool, DateTimeOffset time, string userRole, string? guestRole, string? mappings = null, string? errorCode = null)
    {
        if (errorCode is null)
        {
            _configured.Add(pool.Id);
        }

        var guests = guestRole is null ? "" : $"\"unauthenticated\":\"{guestRole}\",";
        var mapped = mappings is null ? "" : $"\"roleMappings\":{mappings},";
        return Configure(pool, "SetIdentityPoolRoles", $$$"""{{{{mapped}}}"roles":{{{{guests}}}"authenticated":"{{{userRole}}}"},"identityPoolId":"{{{pool.Id}}}"}""", time, errorCode);
    }

    /// <summary>A change of a role by an administrator, which is global and so recorded in us-east-1.</summary>
    public SampleEvent ConfigureRole(CognitoPool pool, string role, string name, string request, DateTimeOffset time)
    {
        var account = role.Split(':')[4];
        var record = Add(_cognito.Configure(pool with { Account = account, Region = "us-east-1" }, name, request, time) with { Source = "iam.amazonaws.com" });
        if (role.StartsWith($"arn:aws:iam::{pool.Account}:", StringComparison.Ordinal))
        {
            Truth.Changed(record, null);
        }

        return record;
    }

    /// <summary>A user signs in at the user pool through the SDK: two calls, of which the second names the user by its sub only in the additional data.</summary>
    public IReadOnlyList<SampleEvent> SignIn(CognitoIdentity user, DateTimeOffset time)
    {
        var first = UserPool(user, "InitiateAuth", time);
        return [first, UserPool(user, "RespondToAuthChallenge", time.AddSeconds(1))];
    }

    /// <summary>A user signs in on the hosted pages, which are no API calls.</summary>
    public IReadOnlyList<SampleEvent> HostedSignIn(CognitoIdentity user, DateTimeOffset time)
    {
        SampleEvent[] records = [_cognito.HostedPage(user, "Login_GET", time), _cognito.HostedPage(user, "Login_POST", time.AddSeconds(15)), _cognito.HostedPage(user, "Token_POST", time.AddSeconds(16))];
        return [.. records.Select(record => SignedIn(record))];
    }

    /// <summary>An administrator changes attributes of a user; what they are is hidden, and so is the name.</summary>
    public SampleEvent ChangeAttributes(CognitoIdentity user, DateTimeOffset time, string? errorCode = null)
    {
        var record = _cognito.Configure(user.Pool, "AdminUpdateUserAttributes", $$"""{"userPoolId":"{{UserPoolId(user.Pool)}}","username":"HIDDEN_DUE_TO_SECURITY_REASONS","userAttributes":"HIDDEN_DUE_TO_SECURITY_REASONS"}""", time) with
        {
            Source = "cognito-idp.amazonaws.com",
            Additional = $$"""{"sub":"{{user.UserSub}}"}""",
            ErrorCode = errorCode,
        };
        return SignedIn(record);
    }

    /// <summary>A user changes attributes, with an access token that is hidden.</summary>
    public SampleEvent ChangeOwnAttributes(CognitoIdentity user, DateTimeOffset time) => UserPool(
        user, "UpdateUserAttributes", time, """{"userAttributes":"HIDDEN_DUE_TO_SECURITY_REASONS","accessToken":"HIDDEN_DUE_TO_SECURITY_REASONS"}""");

    /// <summary>Says that an identity is a user of its pool's user pool, and which records tell of the user.</summary>
    public void IsUser(CognitoIdentity user, params IReadOnlyList<SampleEvent> records) => Truth.IsUser(user, UserPoolId(user.Pool), records);

    /// <summary>Half a day's and more objects of a stream are never delivered.</summary>
    public void Withhold(SampleStream stream, int day) => Truth.Withheld(stream, At(day, "00:00"));

    private static string UserPoolId(CognitoPool pool) => pool.Provider[(pool.Provider.LastIndexOf('/') + 1)..];

    private static string Text(bool value) => value ? "true" : "false";

    private static string Classic(bool? classic) => classic is { } value ? $"\"allowClassicFlow\":{Text(value)}," : "";

    private static string Response(CognitoPool pool, string request) =>
        request.Contains("\"identityPoolId\"", StringComparison.Ordinal) ? request : $$"""{"identityPoolId":"{{pool.Id}}",{{request[1..]}}""";

    private SampleEvent UserPool(CognitoIdentity user, string name, DateTimeOffset time, string? request = null) => SignedIn(_cognito.InitiateAuth(user, time) with
    {
        Name = name,
        UserAgent = ScenarioClients.At(user.Address, "cognito-idp"),
        Response = null,
        Request = request ?? $$"""{"clientId":"{{ClientId}}","authFlow":"USER_SRP_AUTH","authParameters":"HIDDEN_DUE_TO_SECURITY_REASONS"}""",
    });

    private SampleEvent SignedIn(SampleEvent record)
    {
        Add(record);
        Truth.Told(record, "sign_in", null, null);
        return record;
    }
}
