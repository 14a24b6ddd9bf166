using System.Text.Json.Nodes;
using Spoor.Audit.Cognito.Model;
using Spoor.Audit.Findings;
using Spoor.Audit.Tests.Cognito.Model;
using Spoor.Core.Collections;
using Xunit;

namespace Spoor.Audit.Tests.Findings;

/// <summary>A few records as CloudTrail writes them (FACTS and AWS's log examples), audited by one rule or all.</summary>
internal sealed class Story
{
    public const string Account = "111122223333";
    public const string Pool = "us-east-1:11111111-1111-4111-8111-111111111111";
    public const string Ann = "us-east-1:aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa";
    public const string Bob = "us-east-1:bbbbbbbb-bbbb-4bbb-8bbb-bbbbbbbbbbbb";
    public const string Cid = "us-east-1:cccccccc-cccc-4ccc-8ccc-cccccccccccc";
    public const string UserRole = "arn:aws:iam::111122223333:role/service-role/AppUser";
    public const string GuestRole = "arn:aws:iam::111122223333:role/AppGuest";
    public const string Home = "203.0.113.10";
    public const string Phone = "aws-sdk-android/2.22.6 Linux/4.14 Dalvik/2.1.0";

    private readonly List<JsonObject> _records = [];
    private string _provider = "cognito-identity.amazonaws.com";

    /// <summary>Later records spell the provider so.</summary>
    public Story Spelt(string provider)
    {
        _provider = provider;
        return this;
    }

    /// <summary>The records so far, as CloudTrail delivers them.</summary>
    public string Log => new JsonObject { ["Records"] = new JsonArray([.. _records.Select(record => record.DeepClone())]) }.ToJsonString();

    /// <summary>The enhanced flow: Cognito's record and, under the id with <c>-sts</c>, STS's, whose address is Cognito's. Another identity may be asked for than is answered.</summary>
    public Story Enhanced(
        string id, string time, string key, string identity = Ann, string role = UserRole, bool guest = false, string ip = Home, string agent = Phone,
        string? customRole = null, string? expiration = null, JsonObject? tags = null, bool dataEvents = true, string pool = Pool, string? asked = null)
    {
        if (dataEvents)
        {
            Cognito(id, time, "GetCredentialsForIdentity", pool, ip, agent, new JsonObject { ["identityId"] = asked ?? identity, ["logins"] = Logins(guest), ["customRoleArn"] = customRole }, new JsonObject
            {
                ["identityId"] = identity,
                ["credentials"] = new JsonObject { ["accessKeyId"] = key, ["expiration"] = expiration, ["sessionToken"] = "secret" },
            });
        }

        return Sts($"{id}-sts", time, key, identity, role, "CognitoIdentityCredentials", "cognito-identity.amazonaws.com", "AWS Internal", tags, pool, null);
    }

    /// <summary>Cognito refuses credentials with the role that was asked for, if one was.</summary>
    public Story Refused(string id, string time, string identity, string? customRole, string ip = Home, string error = "NotAuthorizedException") =>
        Cognito(id, time, "GetCredentialsForIdentity", Pool, ip, Phone, new JsonObject { ["identityId"] = identity, ["customRoleArn"] = customRole }, []).But(record =>
        {
            record["errorCode"] = error;
            record.Remove("responseElements");
        });

    /// <summary>The basic flow: the client's own <c>AssumeRoleWithWebIdentity</c>.</summary>
    public Story Basic(
        string id, string time, string key, string identity = Ann, string role = UserRole, string ip = Home, string agent = Phone, string? expiration = null, JsonObject? tags = null, string pool = Pool) =>
        Sts(id, time, key, identity, role, "phone", ip, agent, tags, pool, expiration);

    /// <summary>A call with a pool's credentials; without <paramref name="identity"/> it states no pool.</summary>
    public Story Use(
        string id, string time, string key, string service, string action, string? identity = null, bool guest = false, string role = UserRole, string ip = Home, string agent = Phone,
        string? error = null, bool? readOnly = true, JsonObject? request = null, JsonObject? response = null, string? invokedBy = null, string account = Account, string? created = null, string? sub = null,
        string pool = Pool)
    {
        var federation = identity is null ? new JsonObject() : new JsonObject
        {
            ["federatedProvider"] = _provider,
            ["attributes"] = new JsonObject { [$"{_provider}:aud"] = pool, [$"{_provider}:sub"] = identity, [$"{_provider}:amr"] = Methods(guest, sub) },
        };
        var user = new JsonObject
        {
            ["type"] = "AssumedRole",
            ["principalId"] = $"AROAEXAMPLE:session-{key}",
            ["arn"] = $"arn:aws:sts::{role.Split(':')[4]}:assumed-role/{role.Split('/')[^1]}/session-{key}",
            ["accountId"] = role.Split(':')[4],
            ["accessKeyId"] = key,
            ["sessionContext"] = new JsonObject
            {
                ["sessionIssuer"] = new JsonObject { ["type"] = "Role", ["arn"] = role },
                ["webIdFederationData"] = federation,
                ["attributes"] = new JsonObject { ["creationDate"] = created is null ? null : Time(created), ["mfaAuthenticated"] = "false" },
            },
        };
        if (invokedBy is not null)
        {
            user["invokedBy"] = invokedBy;
        }

        return Add(id, time, $"{service}.amazonaws.com", action, user, ip, agent, request, response, error, account, readOnly);
    }

    /// <summary>Cognito's record of a token that STS takes.</summary>
    public Story Token(string id, string time, string identity, string ip = Home, bool guest = false, string? answered = null) =>
        Cognito(id, time, "GetOpenIdToken", Pool, ip, Phone, new JsonObject { ["identityId"] = identity, ["logins"] = Logins(guest) }, new JsonObject { ["identityId"] = answered ?? identity });

    /// <summary>Cognito's record of an identity that was made or found.</summary>
    public Story GetId(string id, string time, string identity, string ip = Home, bool guest = true) =>
        Cognito(id, time, "GetId", Pool, ip, Phone, new JsonObject { ["identityPoolId"] = Pool, ["logins"] = Logins(guest) }, new JsonObject { ["identityId"] = identity });

    /// <summary>An administrator's call at Cognito identity pools.</summary>
    public Story Configure(string id, string time, string action, JsonObject request, string? error = null, JsonObject? response = null)
    {
        request["identityPoolId"] = Pool;
        var user = new JsonObject { ["type"] = "IAMUser", ["arn"] = "arn:aws:iam::111122223333:user/ops", ["accountId"] = Account, ["accessKeyId"] = "AKIAEXAMPLE" };
        return Add(id, time, "cognito-identity.amazonaws.com", action, user, "198.51.100.7", "aws-cli/2.15", request, response, error, Account, readOnly: false);
    }

    /// <summary><c>SetIdentityPoolRoles</c> with these roles and mappings.</summary>
    public Story SetRoles(string id, string time, string authenticated = UserRole, string unauthenticated = GuestRole, JsonObject? mappings = null, string? error = null) =>
        Configure(id, time, "SetIdentityPoolRoles", new JsonObject { ["roles"] = new JsonObject { ["authenticated"] = authenticated, ["unauthenticated"] = unauthenticated }, ["roleMappings"] = mappings }, error);

    /// <summary>A call at the user pool that names its user by <c>additionalEventData.sub</c>.</summary>
    public Story UserPool(string id, string time, string action, string sub, string? error = null) =>
        Add(id, time, "cognito-idp.amazonaws.com", action, new JsonObject { ["type"] = "Unknown" }, Home, Phone, new JsonObject { ["userAttributes"] = "HIDDEN_DUE_TO_SECURITY_REASONS" }, null, error, Account, readOnly: false, new JsonObject { ["sub"] = sub });

    /// <summary>Changes the last record.</summary>
    public Story But(Action<JsonObject> change)
    {
        change(_records[^1]);
        return this;
    }

    /// <summary>Runs the audit.</summary>
    public async Task<CognitoAuditReport> AuditAsync(ValueList<FindingRule>? rules = null, DateTimeOffset? from = null, string? pool = null, string? role = null, DateTimeOffset? to = null)
    {
        var folder = Directory.CreateTempSubdirectory("spoor-story-").FullName;
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder, "records.json"), Log);
            return await Truth.AuditAsync(new CognitoAuditRequest(folder, pool, role, from, to) { Rules = rules ?? RuleSet.BuiltIn });
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>The evidence of each finding of one rule.</summary>
    public async Task<string[]> EvidenceAsync(string rule, DateTimeOffset? from = null)
    {
        var report = await AuditAsync([Assert.Single(RuleSet.BuiltIn, known => known.Id == rule)], from);
        return [.. report.Findings.Select(finding => string.Join(' ', finding.EventIds))];
    }

    /// <summary>A time of 3 March 2025, or a whole one.</summary>
    public static string Time(string time) => time.Length > 8 ? time : $"2025-03-03T{time}Z";

    private static JsonObject? Logins(bool guest) => guest ? null : new JsonObject { ["cognito-idp.us-east-1.amazonaws.com/us-east-1_Users"] = "HIDDEN_DUE_TO_SECURITY_REASONS" };

    private static string Methods(bool guest, string? sub) => guest ? "[\"unauthenticated\"]"
        : $"[\"authenticated\",\"cognito-idp.us-east-1.amazonaws.com/us-east-1_Users\",\"cognito-idp.us-east-1.amazonaws.com/us-east-1_Users:CognitoSignIn:{sub ?? "none"}\"]";

    private Story Cognito(string id, string time, string action, string pool, string ip, string agent, JsonObject request, JsonObject response)
    {
        Add(id, time, "cognito-identity.amazonaws.com", action, new JsonObject { ["type"] = "Unknown" }, ip, agent, request, response, null, Account, readOnly: false);
        return But(record =>
        {
            record["eventCategory"] = "Data";
            record["resources"] = new JsonArray(new JsonObject { ["type"] = "AWS::Cognito::IdentityPool", ["ARN"] = $"arn:aws:cognito-identity:us-east-1:{Account}:identitypool/{pool}" });
        });
    }

    private Story Sts(string id, string time, string key, string identity, string role, string session, string ip, string agent, JsonObject? tags, string pool, string? expiration)
    {
        var user = new JsonObject { ["type"] = "WebIdentityUser", ["principalId"] = $"{_provider}:{pool}:{identity}", ["userName"] = identity, ["identityProvider"] = _provider };
        var request = new JsonObject { ["roleArn"] = role, ["roleSessionName"] = session, ["principalTags"] = tags };
        var response = new JsonObject
        {
            ["provider"] = _provider,
            ["audience"] = pool,
            ["subjectFromWebIdentityToken"] = identity,
            ["credentials"] = new JsonObject { ["accessKeyId"] = key, ["expiration"] = expiration, ["sessionToken"] = "secret" },
        };
        return Add(id, time, "sts.amazonaws.com", "AssumeRoleWithWebIdentity", user, ip, agent, request, response, null, role.Split(':')[4], readOnly: true);
    }

    private Story Add(
        string id, string time, string source, string action, JsonObject user, string ip, string agent, JsonObject? request, JsonObject? response, string? error, string account, bool? readOnly,
        JsonObject? additional = null)
    {
        _records.Add(new JsonObject
        {
            ["eventVersion"] = "1.11",
            ["userIdentity"] = user,
            ["eventTime"] = Time(time),
            ["eventSource"] = source,
            ["eventName"] = action,
            ["awsRegion"] = "us-east-1",
            ["sourceIPAddress"] = ip,
            ["userAgent"] = agent,
            ["errorCode"] = error,
            ["requestParameters"] = request,
            ["responseElements"] = response,
            ["additionalEventData"] = additional,
            ["eventID"] = id,
            ["readOnly"] = readOnly,
            ["eventType"] = "AwsApiCall",
            ["managementEvent"] = true,
            ["recipientAccountId"] = account,
            ["eventCategory"] = "Management",
        });
        return this;
    }
}
