using Spoor.Samples.Records;

namespace Spoor.Samples.Trail;

/// <summary>What is true of a sample, kept while it is made.</summary>
internal sealed class GroundTruth
{
    private readonly HashSet<string> _issuedKeys = new(StringComparer.Ordinal);
    private readonly HashSet<string> _chainedKeys = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _access = new(StringComparer.Ordinal);

    public List<CognitoPool> Pools { get; } = [];

    public List<(string Name, string Meaning)> Scenes { get; } = [];

    public List<TrueIssue> Issues { get; } = [];

    public List<TrueUse> Uses { get; } = [];

    public List<TrueEvidence> Evidence { get; } = [];

    public List<TrueChain> Chains { get; } = [];

    /// <summary>What the rules must find; scenarios alone say it.</summary>
    public List<TrueFinding> Findings { get; } = [];

    /// <summary>Identities whose user of a user pool is known.</summary>
    public List<TrueUser> Users { get; } = [];

    /// <summary>Records that change what pools hand out.</summary>
    public List<TrueChange> Changes { get; } = [];

    /// <summary>Days of which a stream's objects were never delivered.</summary>
    public List<TrueGap> Gaps { get; } = [];

    /// <summary>Limits that do not follow from issues and uses.</summary>
    public List<TrueLimit> Limits { get; } = [];

    private string Scene => Scenes[^1].Name;

    public void Issued(CognitoSession session, string flow, DateTimeOffset time, params IReadOnlyList<SampleEvent> records)
    {
        _issuedKeys.Add(session.AccessKey);
        var knowsRole = records.Any(record => record.Source == "sts.amazonaws.com");
        Issues.Add(new TrueIssue(
            Scene, time, flow, session.Identity.Pool.Id, session.Identity.Id, knowsRole ? session.Role : null, knowsRole ? session.Name : null, session.AccessKey, null, Ids(records)));
        if (records.Any(record => record.Name == "GetCredentialsForIdentity"))
        {
            Saw(session.Identity);
        }
    }

    public void Refused(string flow, DateTimeOffset time, string? pool, string? identity, string? role, string? sessionName, SampleEvent record) =>
        Issues.Add(new TrueIssue(Scene, time, flow, pool, identity, role, sessionName, null, record.ErrorCode, [record.EventId]));

    public void Used(CognitoSession session, SampleEvent record, bool withKey, Statement statement, bool isCognito = true)
    {
        var proofs = new List<string>();
        if (withKey && _issuedKeys.Contains(session.AccessKey))
        {
            proofs.Add("key");
        }

        if (statement == Statement.Stated)
        {
            proofs.Add("stated");
            Saw(session.Identity);
        }

        if (withKey && _chainedKeys.Contains(session.AccessKey))
        {
            proofs.Add("chain");
        }

        if (isCognito && statement == Statement.Missing)
        {
            proofs.Add(session.Name == CognitoSession.EnhancedName || Issues.Exists(issue => issue.Role == session.Role && issue.SessionName == session.Name) ? "role_and_session_name" : "role");
        }

        Uses.Add(new TrueUse(Scene, record, session, proofs.Count == 0 ? "role" : proofs[0], proofs));
    }

    public void Chained(CognitoSession from, CognitoSession to, int depth, SampleEvent record)
    {
        _chainedKeys.Add(to.AccessKey);
        Chains.Add(new TrueChain(Scene, record.EventId, depth, from, to));
    }

    /// <param name="rule">Id of the rule.</param>
    /// <param name="required">The records that are the fact: all must be named.</param>
    /// <param name="context">Records that may be named beside them.</param>
    public void Found(string rule, IReadOnlyList<string> required, IReadOnlyList<string> context) => Findings.Add(new TrueFinding(Scene, rule, required, context));

    public void IsUser(CognitoIdentity identity, string userPool, IReadOnlyList<SampleEvent> signIns) =>
        Users.Add(new TrueUser(Scene, identity.Id, userPool, identity.UserSub ?? throw new InvalidOperationException("A guest is no user."), Ids(signIns)));

    public void Changed(SampleEvent record, string? pool) => Changes.Add(new TrueChange(Scene, record, pool));

    public void Limited(string id, IReadOnlyList<SampleEvent> records) => Limits.Add(new TrueLimit(Scene, id, Ids(records)));

    public void Withheld(SampleStream stream, DateTimeOffset day) => Gaps.Add(new TrueGap(Scene, stream, day));

    public void Told(SampleEvent record, string kind, CognitoPool? pool, CognitoIdentity? identity)
    {
        Evidence.Add(new TrueEvidence(Scene, record, kind, pool?.Id, identity?.Id));
        if (identity is not null && kind == "token" && record.ErrorCode is null)
        {
            Saw(identity);
        }
    }

    /// <summary>What records say of an identity: <c>guest</c>, <c>authenticated</c>, or <c>unknown</c> when only STS events speak of it.</summary>
    public string AccessOf(string identity) => _access.GetValueOrDefault(identity, "unknown");

    private static List<string> Ids(IReadOnlyList<SampleEvent> records) => [.. records.Select(record => record.EventId)];

    private void Saw(CognitoIdentity identity)
    {
        // Signing in keeps the identity, so one authenticated record outweighs any number of a guest's.
        if (AccessOf(identity.Id) != "authenticated")
        {
            _access[identity.Id] = identity.IsGuest ? "guest" : "authenticated";
        }
    }
}
