using Spoor.Samples.Records;

namespace Spoor.Samples.Scenarios;

internal sealed partial class ScenarioStage
{
    public SampleEvent GetId(CognitoIdentity identity, DateTimeOffset time)
    {
        var record = Add(From(identity, "cognito-identity", _cognito.GetId(identity, time)));
        Truth.Told(record, "token", identity.Pool, identity);
        return record;
    }

    public SampleEvent GetOpenIdToken(CognitoIdentity identity, DateTimeOffset time)
    {
        var record = Add(From(identity, "cognito-identity", _cognito.GetOpenIdToken(identity, time)));
        Truth.Told(record, "token", identity.Pool, identity);
        return record;
    }

    /// <summary>The enhanced flow as the trail shows it: Cognito's record if the pool has data events, and STS's, which Cognito itself makes.</summary>
    /// <param name="identity">Who asks.</param>
    /// <param name="time">When.</param>
    /// <param name="withSts">Whether STS's record is in the trail.</param>
    /// <param name="role">ARN of another role than the pool's usual one.</param>
    /// <param name="tags">JSON of the session's tags.</param>
    /// <param name="serviceAddress">The address from which Cognito calls STS; null for any.</param>
    public CognitoSession Enhanced(CognitoIdentity identity, DateTimeOffset time, bool withSts = true, string? role = null, string? tags = null, string? serviceAddress = null)
    {
        var session = Session(identity, time, role: role);
        session = tags is null ? session : session with { Tags = tags };
        var records = new List<SampleEvent>();
        if (identity.Pool.DataEvents)
        {
            records.Add(Add(From(identity, "cognito-identity", _cognito.GetCredentials(session, time.AddSeconds(Random.Between(-1, 1)), customRole: role))));
        }

        if (withSts)
        {
            var record = _cognito.AssumeRoleWithWebIdentity(session, time, byService: true);
            records.Add(Add(serviceAddress is null ? record : record with { Address = serviceAddress }));
        }

        return Issued(session, "enhanced", records);
    }

    /// <summary>The basic flow: the client takes a token, then a role under a name of its own, from its own address.</summary>
    /// <param name="identity">Who asks.</param>
    /// <param name="time">When.</param>
    /// <param name="role">ARN of another role than the pool's usual one.</param>
    /// <param name="lifetime">How long the client asks for; null for an hour.</param>
    /// <param name="name">Session name; null for one that tells nothing.</param>
    /// <param name="change">Makes STS's record differ from an ordinary one.</param>
    public CognitoSession Basic(
        CognitoIdentity identity, DateTimeOffset time, string? role = null, TimeSpan? lifetime = null, string? name = null, Func<SampleEvent, SampleEvent>? change = null)
    {
        if (identity.Pool.DataEvents)
        {
            GetOpenIdToken(identity, time.AddSeconds(-2));
        }

        var session = Session(identity, time, name ?? $"app-{Random.Hex(6)}", role) with { Lifetime = lifetime ?? TimeSpan.FromHours(1) };
        var record = From(identity, "sts", _cognito.AssumeRoleWithWebIdentity(session, time, byService: false));
        Issued(session, "basic", [Add(change is null ? record : change(record))]);
        if (identity is { UserSub: null, Pool.DataEvents: true } && !_configured.Contains(identity.Pool.Id) && time >= At(1, "00:00"))
        {
            FoundGuest(session);
        }

        return session;
    }

    /// <summary>A backend takes a token for a user of its own, who then takes a role.</summary>
    public SampleEvent DeveloperToken(CognitoIdentity identity, DateTimeOffset time, int? durationInSeconds, string? errorCode = null)
    {
        var record = _cognito.GetDeveloperToken(identity, time, durationInSeconds);
        record = Add(errorCode is null ? record : record with { ErrorCode = errorCode, Response = null });
        Truth.Told(record, "token", identity.Pool, errorCode is null ? identity : null);
        return record;
    }

    /// <summary>STS refuses a role.</summary>
    public SampleEvent RefusedBasic(CognitoIdentity identity, DateTimeOffset time, string role, string code)
    {
        var session = Session(identity, time, "app", role);
        var record = Add(From(identity, "sts", _cognito.AssumeRoleWithWebIdentity(session, time, byService: false)) with { Response = null, ErrorCode = code });
        Truth.Refused("basic", time, identity.Pool.Id, identity.Id, role, session.Name, record);
        return record;
    }

    /// <summary>Cognito refuses credentials.</summary>
    public SampleEvent RefusedEnhanced(CognitoIdentity identity, DateTimeOffset time, string code, string? message = null, string? role = null)
    {
        var record = Add(From(identity, "cognito-identity", _cognito.GetCredentials(Session(identity, time), time, role)) with { Response = null, ErrorCode = code, ErrorMessage = message });
        Truth.Refused("enhanced", time, identity.Pool.Id, identity.Id, role, null, record);
        return record;
    }

    /// <summary>A session takes another role.</summary>
    public (CognitoSession Session, SampleEvent Record) Assume(CognitoSession from, string role, string name, DateTimeOffset time, int depth, Statement statement = Statement.Empty)
    {
        var session = Session(from.Identity, time, name, role);
        var record = From(from.Identity, "sts", _cognito.AssumeRole(from, session, time, statement));
        record = Add(session.RoleAccount == from.RoleAccount ? record : record with { SharedEventId = Random.Uuid() });
        Truth.Used(from, record, withKey: true, statement);
        Truth.Chained(from, session, depth, record);
        _issues.Add(session.AccessKey, [record.EventId]);
        return (session, record);
    }

    /// <summary>The record of the same <c>AssumeRole</c> that the role's own account gets; its caller is an account, not a session.</summary>
    public SampleEvent CopyOf(SampleEvent record, CognitoSession from, CognitoSession to) => Add(record with
    {
        EventId = Random.Uuid(),
        Account = to.RoleAccount,
        Identity = $$"""{"type":"AWSAccount","principalId":"{{from.RoleId}}:{{from.Name}}","accountId":"{{from.RoleAccount}}"}""",
    });

    // The pool's guests with one role are one finding.
    private void FoundGuest(CognitoSession session)
    {
        if (!_guestIssues.TryGetValue((session.Identity.Pool.Id, session.Role), out var issues))
        {
            _guestIssues.Add((session.Identity.Pool.Id, session.Role), issues = []);
        }

        issues.AddRange(IssueOf(session));
        Truth.Found("guest_basic_flow", IssueOf(session), issues);
    }

    private static SampleEvent From(CognitoIdentity identity, string service, SampleEvent record) => record with { UserAgent = ScenarioClients.At(identity.Address, service) };

    private CognitoSession Issued(CognitoSession session, string flow, IReadOnlyList<SampleEvent> records)
    {
        Truth.Issued(session, flow, session.Created, records);
        _issues.Add(session.AccessKey, [.. records.Select(record => record.EventId)]);
        return session;
    }
}
