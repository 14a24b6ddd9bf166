using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Spoor.Audit.Cognito;
using Spoor.Audit.Cognito.Model;
using Spoor.Audit.Lineage;
using Spoor.Audit.Logs;
using Spoor.CloudTrail.Scan.Contract;
using Spoor.Core.Collections;
using Spoor.Core.Errors;
using Spoor.Engine.Sessions;
using Spoor.Storage.Objects;
using Spoor.Testing;
using Xunit;

namespace Spoor.Audit.Tests.Cognito.Model;

/// <summary>Joins between records as AWS's documents describe them, each on the fewest records that show it.</summary>
public sealed class LineageTests : IDisposable
{
    private const string Pool = "us-east-1:11111111-1111-4111-8111-111111111111";
    private const string Identity = "us-east-1:22222222-2222-4222-8222-222222222222";
    private const string Sub = "3d7c1a2b-0000-4000-8000-000000000001";
    private const string Role = "arn:aws:iam::111122223333:role/AppUser";
    private const string Methods = "[\"authenticated\",\"cognito-idp.us-east-1.amazonaws.com/us-east-1_users\",\"cognito-idp.us-east-1.amazonaws.com/us-east-1_users:CognitoSignIn:" + Sub + "\"]";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task An_issue_refused_to_both_Cognito_and_STS_is_one()
    {
        var report = await AuditAsync(
            CognitoIssue("c1", "09:00:01", null, error: "NotAuthorizedException"), StsIssue("s1", "09:00:00", null, "CognitoIdentityCredentials", error: "AccessDenied"));
        Assert.Equal(["c1 s1"], report.Issues.Select(issue => string.Join(' ', issue.EventIds)));
        Assert.Equal([(0L, 1L)], report.Pools.Select(pool => (pool.Issues, pool.FailedIssues)));
    }

    [Theory]
    [InlineData(null, "ASIA1")]
    [InlineData("ASIA1", null)]
    public async Task An_issue_of_which_one_record_lacks_the_answer_is_one(string? cognitoKey, string? stsKey)
    {
        var report = await AuditAsync(
            CognitoIssue("c1", "09:00:01", cognitoKey), StsIssue("s1", "09:00:00", stsKey, "CognitoIdentityCredentials"),
            CognitoIssue("c2", "09:00:02", "ASIA2"), StsIssue("s2", "09:00:01", "ASIA2", "CognitoIdentityCredentials"));
        Assert.Equal(["c1 s1 ASIA1", "c2 s2 ASIA2"], report.Issues.Select(issue => $"{string.Join(' ', issue.EventIds)} {issue.AccessKeyId}").Order());
    }

    [Fact]
    public async Task The_client_of_the_enhanced_flow_is_known_from_Cognitos_record_alone()
    {
        var report = await AuditAsync(
            CognitoIssue("c1", "09:00:01", "ASIA1"), StsIssue("s1", "09:00:01", "ASIA1", "CognitoIdentityCredentials"), StsIssue("s2", "10:00:00", "ASIA2", "CognitoIdentityCredentials"));
        Assert.Equal([("c1 s1", "192.0.2.7"), ("s2", null)], report.Issues.Select(issue => (string.Join(' ', issue.EventIds), issue.SourceIp)));
    }

    [Fact]
    public async Task Both_records_of_an_enhanced_issue_stand_wherever_it_is_named()
    {
        var report = await AuditAsync(
            CognitoIssue("c1", "09:00:01", "ASIA1"), StsIssue("s1", "09:00:01", "ASIA1", "CognitoIdentityCredentials"), Call("u1", "09:10:00", "ASIA1", Role, "GetObject", null, null),
            CognitoIssue("c2", "10:00:01", "ASIA2"), StsIssue("s2", "10:00:01", "ASIA2", "CognitoIdentityCredentials"));
        Assert.Equal([("ASIA1", "c1 s1 u1"), ("ASIA2", "c2 s2")], report.Sessions.Select(session => (session.AccessKeyId, string.Join(' ', session.EventIds))));
        Assert.Equal(
            [("s1", "c1"), ("u1", null), ("s2", "c2")],
            Assert.Single(report.Identities).Timeline.Select(entry => (entry.EventId, entry.CognitoEventId)));
        Assert.Equal([(1L, "c2 s2")], report.Limits.Where(limit => limit.Id == "issue_without_use").Select(limit => (limit.Count, string.Join(' ', limit.EventIds))));
    }

    [Fact]
    public async Task A_custom_role_is_known_without_the_record_of_STS()
    {
        var report = await AuditAsync(CognitoIssue("c1", "09:00:00", "ASIA1", customRole: Role));
        Assert.Equal([Role], report.Issues.Select(issue => issue.Role));
    }

    [Theory]
    [InlineData("Jan 19, 2023 5:55:08 PM", "2023-01-19T17:55:08Z")]
    [InlineData("Jan 19, 2023 5:55:08\u202fPM", "2023-01-19T17:55:08Z")]
    [InlineData("2023-01-19T17:55:08Z", "2023-01-19T17:55:08Z")]
    public async Task Expirations_are_ISO_texts_however_they_were_written(string written, string expected)
    {
        var report = await AuditAsync(CognitoIssue("c1", "09:00:00", "ASIA1", expiration: written));
        Assert.Equal([expected], report.Issues.Select(issue => issue.Expiration));
    }

    [Fact]
    public async Task Chains_go_on_over_all_calls_that_hand_out_keys_and_over_accounts()
    {
        var report = await AuditAsync(
            Call("a1", "09:10:00", "ASIA1", Role, "AssumeRole", "ASIA2", "arn:aws:iam::444455556666:role/Deploy", federation: Stated()),
            Call("a2", "09:20:00", "ASIA2", "arn:aws:iam::444455556666:role/Deploy", "AssumeRoleWithSAML", "ASIA3", "arn:aws:iam::444455556666:role/Admin", created: "09:10:00"),
            Call("a3", "09:30:00", "ASIA3", "arn:aws:iam::444455556666:role/Admin", "GetSessionToken", "ASIA4", null, created: "09:20:00"),
            Call("u1", "09:40:00", "ASIA4", "arn:aws:iam::444455556666:role/Admin", "ListBuckets", null, null, created: "09:30:00"));
        Assert.Equal([("a1", "stated", 0), ("a2", "chain", 1), ("a3", "chain", 2), ("u1", "chain", 3)], report.Uses.Select(use => (use.EventId, use.Via, use.Depth)));
        Assert.All(report.Uses, use => Assert.Equal((Identity, Role), (use.Identity, use.OriginRole)));
        Assert.Equal(["ASIA1", "ASIA2", "ASIA3"], report.Sessions.Where(session => session.Depth > 0).Select(session => session.ParentKey));
    }

    [Fact]
    public async Task Every_key_that_one_session_was_handed_is_followed()
    {
        // What shows the session to be a pool's comes last.
        var report = await AuditAsync(
            Call("a1", "09:10:00", "ASIA1", Role, "AssumeRole", "ASIA2", "arn:aws:iam::444455556666:role/Deploy"),
            Call("a2", "09:11:00", "ASIA1", Role, "AssumeRole", "ASIA3", "arn:aws:iam::444455556666:role/Admin"),
            Call("u2", "09:20:00", "ASIA2", "arn:aws:iam::444455556666:role/Deploy", "ListBuckets", null, null, created: "09:10:00"),
            Call("u3", "09:21:00", "ASIA3", "arn:aws:iam::444455556666:role/Admin", "ListBuckets", null, null, created: "09:11:00"),
            Call("u1", "09:30:00", "ASIA1", Role, "ListBuckets", null, null, federation: Stated()));
        Assert.Equal([("a1", 0), ("a2", 0), ("u2", 1), ("u3", 1), ("u1", 0)], report.Uses.Select(use => (use.EventId, use.Depth)));
    }

    [Fact]
    public async Task A_call_without_a_key_is_found_by_its_session_whose_ARN_lacks_the_roles_path()
    {
        var issue = StsIssue("s1", "09:00:00", "ASIA1", "phone");
        issue["requestParameters"]!["roleArn"] = "arn:aws:iam::111122223333:role/app/shop/AppUser";
        var call = Call("u1", "09:10:00", null, "arn:aws:iam::111122223333:role/app/shop/AppUser", "GetObject", null, null);
        call["userIdentity"]!["arn"] = "arn:aws:sts::111122223333:assumed-role/AppUser/phone";
        var report = await AuditAsync(issue, call);
        Assert.Equal([("u1", "role_and_session_name")], report.Uses.Select(use => (use.EventId, use.Via)));
    }

    [Fact]
    public async Task A_chain_that_turns_back_ends()
    {
        var report = await AuditAsync(
            Call("a1", "09:10:00", "ASIA1", Role, "AssumeRole", "ASIA2", "arn:aws:iam::444455556666:role/B", federation: Stated()),
            Call("a2", "09:20:00", "ASIA2", "arn:aws:iam::444455556666:role/B", "AssumeRole", "ASIA1", Role, created: "09:10:00"));
        Assert.Equal(["a1", "a2"], report.Uses.Select(use => use.EventId));
    }

    [Fact]
    public async Task A_session_that_one_record_states_is_known_in_the_others()
    {
        var report = await AuditAsync(Call("u1", "09:10:00", "ASIA1", Role, "ListBuckets", null, null, federation: Stated()), Call("u2", "09:20:00", "ASIA1", Role, "GetObject", null, null));
        Assert.Equal([("u1", "stated", Identity), ("u2", "stated", Identity)], report.Uses.Select(use => (use.EventId, use.Via, use.Identity)));
    }

    [Theory]
    [InlineData("text")]
    [InlineData("flat")]
    public async Task Claims_of_other_shapes_are_read(string shape)
    {
        var flat = Stated()["attributes"]!.DeepClone().AsObject();
        flat["federatedProvider"] = "cognito-identity.amazonaws.com";
        JsonNode federation = shape == "text" ? JsonValue.Create(Stated().ToJsonString()) : flat;
        var report = await AuditAsync(Call("u1", "09:10:00", "ASIA1", Role, "ListBuckets", null, null, federation: federation));
        Assert.Equal([("stated", Pool, Identity)], report.Uses.Select(use => (use.Via, use.Pool, use.Identity)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public async Task A_call_without_a_key_is_a_pools_by_what_it_states(string? key)
    {
        var report = await AuditAsync(Call("u1", "09:10:00", key, Role, "ListBuckets", null, null, federation: Stated()), Call("u2", "09:10:00", key, Role, "ListBuckets", null, null));
        Assert.Equal([("u1", (string?)null)], report.Uses.Select(use => (use.EventId, use.AccessKeyId)));
        Assert.Empty(report.Sessions);
    }

    [Fact]
    public async Task Sign_ins_are_an_identitys_by_the_users_sub_on_hosted_pages_too()
    {
        var report = await AuditAsync(
            UserPool("p1", "08:59:00", "InitiateAuth", new JsonObject { ["sub"] = Sub }),
            UserPool("p2", "08:58:00", "Confirm_POST", new JsonObject { ["userPoolId"] = "us-east-1_users", ["requestParameters"] = new JsonObject { ["sub"] = new JsonArray(Sub) } }),
            UserPool("p3", "08:57:00", "InitiateAuth", new JsonObject { ["sub"] = "someone-else" }),
            Call("u1", "09:10:00", "ASIA1", Role, "ListBuckets", null, null, federation: Stated()));
        Assert.Equal([("p2", Identity), ("p1", Identity)], report.SignIns.Select(signIn => (signIn.EventId, signIn.Identity)));
        Assert.Equal(["p2", "p1", "u1"], Assert.Single(report.Identities).Timeline.Select(entry => entry.EventId));
    }

    [Fact]
    public async Task Secrets_are_in_no_table()
    {
        Write(CognitoIssue("c1", "09:00:00", "ASIA1"), StsIssue("s1", "09:00:00", "ASIA1", "phone"));
        await using var session = await AuditSession.OpenAsync(new CognitoAuditRequest(_folder.Path), new EngineOptions(), TestContext.Current.CancellationToken);
        await session.BuildAsync();
        var answers = await session.TextsAsync($"SELECT response FROM pool_events ORDER BY event_id");
        Assert.Equal(2, answers.Count);
        Assert.All(answers, answer => Assert.Equal("***", JsonNode.Parse(answer)!["credentials"]!["sessionToken"]!.GetValue<string>()));
    }

    [Fact]
    public async Task A_folder_of_several_trails_is_read_without_what_lies_beside_them()
    {
        Write("one/AWSLogs/111122223333/CloudTrail/us-east-1/2025/03/03/x.json", CognitoIssue("c1", "09:00:00", "ASIA1"));
        Write("two/AWSLogs/111122223333/CloudTrail/us-east-1/2025/03/05/y.json", CognitoIssue("c2", "09:00:00", "ASIA2"));
        _folder.Write("one/ground-truth.json", "{\"seed\":1}");
        var report = await Truth.AuditAsync(new CognitoAuditRequest(_folder.Path));
        Assert.Equal((3, 1, 2, 2), (report.Totals.ObjectsListed, report.Totals.ObjectsLeftOut, report.Totals.ObjectsRead, report.Issues.Count));
        Assert.Equal(1, Assert.Single(report.Limits, limit => limit.Id == "objects_beside").Count);
        Assert.Equal("Account 111122223333, us-east-1: nothing was delivered on 2025-03-04: no calls, or logs are missing.", Assert.Single(report.Limits, limit => limit.Id == "missing_delivery").Text);
    }

    [Theory]
    [InlineData(BadDataPolicy.Fail)]
    [InlineData(BadDataPolicy.Skip)]
    public async Task An_object_that_vanishes_before_it_is_read_again_fails_the_audit(BadDataPolicy badData)
    {
        // One reader, and the second object comes when the first was read: so the first has to be read again for the key that the second hands out.
        var logs = new VanishingStore();
        logs.Add("111122223333_CloudTrail_us-east-1_20250303T0905Z_x.json", Log(Call("u1", "09:04:00", "ASIA1", Role, "ListBuckets", null, null)));
        logs.Add("111122223333_CloudTrail_us-east-1_20250303T0910Z_x.json", Log(CognitoIssue("c1", "09:00:00", "ASIA1"), StsIssue("s1", "09:00:00", "ASIA1", "phone")));
        var request = new CognitoAuditRequest("s3://bucket/", BadData: badData) { Objects = logs };
        var options = new EngineOptions(Threads: 1);
        Assert.Equal(["u1"], (await CognitoAudit.RunAsync(request, options, TestContext.Current.CancellationToken)).Uses.Select(use => use.EventId));
        logs.Forget();
        logs.ReadsOfEach = 1;
        var error = await Assert.ThrowsAsync<QueryException>(() => CognitoAudit.RunAsync(request, options, TestContext.Current.CancellationToken));
        Assert.Contains("20250303T0905Z", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Objects_from_before_the_history_that_was_asked_for_are_counted_and_not_read()
    {
        const string Name = "AWSLogs/111122223333/CloudTrail/us-east-1/{0:yyyy/MM/dd}/111122223333_CloudTrail_us-east-1_{0:yyyyMMdd}T{0:HHmm}Z_x.json";
        static string At(int month, int day, int hour) => string.Format(CultureInfo.InvariantCulture, Name, new DateTime(2025, month, day, hour, 0, 0, DateTimeKind.Utc));
        _folder.Write(At(2, 25, 23), "not read, so it may hold anything");
        Write(At(2, 26, 0), CognitoIssue("c1", "09:00:00", "ASIA1"));
        Write("AWSLogs/111122223333/CloudTrail/us-east-1/2025/02/01/no-time.json", CognitoIssue("c2", "09:00:00", "ASIA2"));
        var request = new CognitoAuditRequest(_folder.Path, From: new DateTimeOffset(2025, 3, 3, 0, 0, 0, TimeSpan.Zero)) { History = TimeSpan.FromDays(5) };
        var report = await Truth.AuditAsync(request);
        Assert.Equal((3, 1, 2, 2), (report.Totals.ObjectsListed, report.Totals.ObjectsLeftOut, report.Totals.ObjectsRead, report.Issues.Count));
        Assert.Equal(
            (1, "1 object was delivered before 2025-02-26T00:00:00Z and was not read: configuration, issues and use from before that are not known."),
            (Assert.Single(report.Limits, limit => limit.Id == "objects_before_history").Count, report.Limits.Single(limit => limit.Id == "objects_before_history").Text));
    }

    [Fact]
    public async Task A_window_that_reaches_beyond_the_logs_is_not_covered_there()
    {
        Write("AWSLogs/111122223333/CloudTrail/us-east-1/2025/03/03/x.json", CognitoIssue("c1", "09:00:00", "ASIA1"));
        static DateTimeOffset Day(int day) => new(2025, 3, day, 0, 0, 0, TimeSpan.Zero);
        var wide = await Truth.AuditAsync(new CognitoAuditRequest(_folder.Path, From: Day(1), To: Day(6)));
        Assert.Equal(
            [(2L, "Account 111122223333, us-east-1: nothing was delivered on 2025-03-04 to 2025-03-05: no calls, or logs are missing.")],
            wide.Limits.Where(limit => limit.Id == "missing_delivery").Select(limit => (limit.Count, limit.Text)));
        Assert.Equal(
            "The window begins with 2025-03-01T00:00:00Z, and the first object is of 2025-03-03: what happened before is not in the logs.",
            Assert.Single(wide.Limits, limit => limit.Id == "window_before_logs").Text);
        var narrow = await Truth.AuditAsync(new CognitoAuditRequest(_folder.Path, From: Day(2), To: Day(4)));
        Assert.DoesNotContain(narrow.Limits, limit => limit.Id is "missing_delivery" or "window_before_logs");
    }

    [Fact]
    public async Task An_account_that_joins_later_misses_nothing_before_its_first_delivery()
    {
        foreach (var day in (int[])[1, 2, 3, 4, 5, 6])
        {
            Write($"AWSLogs/111122223333/CloudTrail/us-east-1/2025/03/0{day}/x.json", CognitoIssue($"c{day}", "09:00:00", $"ASIA{day}"));
        }

        // The second account's first delivery is in one region, and a day later in another.
        _folder.Write("AWSLogs/444455556666/CloudTrail/us-east-1/2025/03/04/y.json", """{"Records":[]}""");
        _folder.Write("AWSLogs/444455556666/CloudTrail/us-east-1/2025/03/06/y.json", """{"Records":[]}""");
        _folder.Write("AWSLogs/444455556666/CloudTrail/eu-west-1/2025/03/05/y.json", """{"Records":[]}""");
        var report = await Truth.AuditAsync(new CognitoAuditRequest(_folder.Path));
        Assert.Equal(
            [
                (1L, "Account 444455556666, eu-west-1: nothing was delivered on 2025-03-06: no calls, or logs are missing."),
                (1L, "Account 444455556666, us-east-1: nothing was delivered on 2025-03-05: no calls, or logs are missing."),
            ],
            report.Limits.Where(limit => limit.Id == "missing_delivery").Select(limit => (limit.Count, limit.Text)));
    }

    [Fact]
    public async Task A_misspelt_pool_or_role_is_answered_with_the_nearest()
    {
        Write(StsIssue("s1", "09:00:00", "ASIA1", "phone"));
        var pool = await Truth.AuditAsync(new CognitoAuditRequest(_folder.Path, Pool: Pool.Replace('8', '9')) { AllowsEmpty = true });
        Assert.Equal($"No record that was read names pool '{Pool.Replace('8', '9')}'. Did you mean {Pool}?", Assert.Single(pool.Limits, limit => limit.Id == "unknown_pool").Text);
        var role = await Truth.AuditAsync(new CognitoAuditRequest(_folder.Path, Role: "AppUsers") { AllowsEmpty = true });
        Assert.Equal("No pool that was seen gave role 'AppUsers', and no call with it was read. Did you mean AppUser?", Assert.Single(role.Limits, limit => limit.Id == "unknown_role").Text);
    }

    private Task<CognitoAuditReport> AuditAsync(params JsonObject[] records)
    {
        Write(records);
        return Truth.AuditAsync(new CognitoAuditRequest(_folder.Path));
    }

    private void Write(params JsonObject[] records) => Write("records.json", records);

    private void Write(string name, params JsonObject[] records) => _folder.Write(name, Log(records));

    private static string Log(params JsonObject[] records) => new JsonObject { ["Records"] = new JsonArray(records) }.ToJsonString();

    private static JsonObject Stated() => new()
    {
        ["federatedProvider"] = "cognito-identity.amazonaws.com",
        ["attributes"] = new JsonObject
        {
            ["cognito-identity.amazonaws.com:aud"] = Pool,
            ["cognito-identity.amazonaws.com:sub"] = Identity,
            ["cognito-identity.amazonaws.com:amr"] = Methods,
        },
    };

    private static JsonObject Record(string id, string time, string service, string action, JsonObject caller, JsonObject? request, JsonObject? response, string? error = null) => new()
    {
        ["eventID"] = id,
        ["eventTime"] = $"2025-03-03T{time}Z",
        ["eventSource"] = service,
        ["eventName"] = action,
        ["recipientAccountId"] = "111122223333",
        ["sourceIPAddress"] = "192.0.2.7",
        ["userIdentity"] = caller,
        ["requestParameters"] = request,
        ["responseElements"] = response,
        ["errorCode"] = error,
    };

    private static JsonObject? Credentials(string? key, string? expiration = null) => key is null ? null : new JsonObject
    {
        ["accessKeyId"] = key,
        ["sessionToken"] = "IQoJ\"secret",
        ["expiration"] = expiration ?? "Mar 3, 2025 10:00:00 AM",
    };

    private static JsonObject CognitoIssue(string id, string time, string? key, string? error = null, string? customRole = null, string? expiration = null)
    {
        var record = Record(
            id, time, "cognito-identity.amazonaws.com", "GetCredentialsForIdentity", new JsonObject { ["type"] = "Unknown" },
            new JsonObject { ["identityId"] = Identity, ["customRoleArn"] = customRole }, key is null ? null : new JsonObject { ["credentials"] = Credentials(key, expiration) }, error);
        record["resources"] = new JsonArray(new JsonObject { ["ARN"] = $"arn:aws:cognito-identity:us-east-1:111122223333:identitypool/{Pool}" });
        return record;
    }

    /// <summary>STS's record; under the enhanced flow's session name it is a call of Cognito's.</summary>
    private static JsonObject StsIssue(string id, string time, string? key, string sessionName, string? error = null)
    {
        var record = Record(
            id, time, "sts.amazonaws.com", "AssumeRoleWithWebIdentity",
            new JsonObject { ["type"] = "WebIdentityUser", ["principalId"] = $"cognito-identity.amazonaws.com:{Pool}:{Identity}", ["identityProvider"] = "cognito-identity.amazonaws.com" },
            new JsonObject { ["roleArn"] = Role, ["roleSessionName"] = sessionName }, key is null ? null : new JsonObject { ["credentials"] = Credentials(key) }, error);
        if (sessionName == "CognitoIdentityCredentials")
        {
            (record["sourceIPAddress"], record["userAgent"]) = ("52.95.171.86", "aws-internal/3 aws-sdk-java/1.12.709 Linux/5.10.216");
        }

        return record;
    }

    private static JsonObject UserPool(string id, string time, string action, JsonObject additional)
    {
        var record = Record(id, time, "cognito-idp.amazonaws.com", action, new JsonObject { ["type"] = "Unknown" }, null, null);
        record["additionalEventData"] = additional;
        return record;
    }

    private static JsonObject Call(
        string id, string time, string? key, string role, string action, string? issuedKey, string? askedRole, JsonNode? federation = null, string created = "09:00:00")
    {
        var context = new JsonObject
        {
            ["sessionIssuer"] = new JsonObject { ["type"] = "Role", ["arn"] = role },
            ["attributes"] = new JsonObject { ["creationDate"] = $"2025-03-03T{created}Z" },
        };
        if (federation is not null)
        {
            context["webIdFederationData"] = federation;
        }

        var caller = new JsonObject { ["type"] = "AssumedRole", ["principalId"] = "AROA1:phone", ["sessionContext"] = context };
        if (key is not null)
        {
            caller["accessKeyId"] = key;
        }

        return Record(
            id, time, issuedKey is null ? "s3.amazonaws.com" : "sts.amazonaws.com", action, caller, new JsonObject { ["roleArn"] = askedRole },
            issuedKey is null ? null : new JsonObject { ["credentials"] = Credentials(issuedKey) });
    }

    /// <summary>Objects that are there only so many times.</summary>
    /// <summary>Gives its first object at once, the others when that was read, and each only so often.</summary>
    private sealed class VanishingStore : IObjectStore
    {
        private readonly MemoryObjectStore _objects = new();
        private readonly Dictionary<ObjectName, int> _reads = [];
        private readonly List<string> _keys = [];
        private TaskCompletionSource _firstIsRead = new();

        public int ReadsOfEach { get; set; } = int.MaxValue;

        public void Forget()
        {
            _reads.Clear();
            _firstIsRead = new TaskCompletionSource();
        }

        public void Add(string key, string log)
        {
            _keys.Add(key);
            _objects.Add(key, Encoding.UTF8.GetBytes(log));
        }

        public IAsyncEnumerable<ValueList<ObjectEntry>> ListAsync(ObjectName prefix, CancellationToken cancellationToken) => _objects.ListAsync(prefix, cancellationToken);

        public async ValueTask<Stream> OpenReadAsync(ObjectName name, long offset, CancellationToken cancellationToken)
        {
            lock (_reads)
            {
                _reads[name] = _reads.GetValueOrDefault(name) + 1;
                if (_reads[name] > ReadsOfEach)
                {
                    throw new QueryException(ErrorCode.HiveCannotOpenSplit, null, $"{name} does not exist");
                }
            }

            if (name.Key != _keys[0])
            {
                await _firstIsRead.Task.WaitAsync(cancellationToken);
                return await _objects.OpenReadAsync(name, offset, cancellationToken);
            }

            using var content = new MemoryStream();
            await using var stored = await _objects.OpenReadAsync(name, offset, cancellationToken);
            await stored.CopyToAsync(content, cancellationToken);
            return new NotingStream(content.ToArray(), _firstIsRead);
        }

        private sealed class NotingStream(byte[] content, TaskCompletionSource isRead) : MemoryStream(content, writable: false)
        {
            protected override void Dispose(bool disposing)
            {
                base.Dispose(disposing);
                isRead.TrySetResult();
            }
        }
    }
}
