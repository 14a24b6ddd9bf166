using System.Globalization;
using Spoor.Samples.Records;
using Spoor.Samples.Trail;

namespace Spoor.Samples.Scenarios;

/// <summary>Where one scenario plays: its pools, people and addresses are its own, so that scenarios mix without touching each other.</summary>
internal sealed partial class ScenarioStage
{
    /// <summary>Addresses that a scenario may use up; all scenarios' together fit into the ranges kept for documents (RFC 5737).</summary>
    private const int MostAddresses = 8;

    private static readonly string[] s_ranges = ["192.0.2", "198.51.100", "203.0.113"];

    private readonly Scenario _scenario;
    private readonly int _number;
    private readonly DateTimeOffset _start;
    private readonly List<PlannedRecord> _records;
    private readonly CognitoRecords _cognito;
    private readonly Dictionary<string, IReadOnlyList<string>> _issues = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Pool, string Role), List<string>> _guestIssues = [];
    private readonly HashSet<string> _configured = new(StringComparer.Ordinal);
    private int _pools, _addresses;

    public ScenarioStage(Scenario scenario, int number, int seed, DateTimeOffset start, GroundTruth truth, List<PlannedRecord> records)
    {
        _scenario = scenario;
        _number = number;
        _start = start;
        _records = records;
        Random = SampleRandom.For(seed, 6, number);
        _cognito = new CognitoRecords(Random, varied: true);
        Truth = truth;
        truth.Scenes.Add((scenario.Name, scenario.Meaning));
    }

    public SampleRandom Random { get; }

    public GroundTruth Truth { get; }

    /// <summary>A time of the trail. Day 0 lies before the window that is audited.</summary>
    public DateTimeOffset At(int day, string time) => _start.AddDays(day) + TimeSpan.Parse(time, CultureInfo.InvariantCulture);

    /// <summary>An address of the scenario's own; each lies far from the one before.</summary>
    public string Address()
    {
        if (_addresses == MostAddresses)
        {
            throw new InvalidOperationException($"Scenario {_scenario.Name} uses more than {MostAddresses} addresses.");
        }

        var place = (_number * MostAddresses) + _addresses++;
        return $"{s_ranges[place % 3]}.{1 + (place / 3)}";
    }

    /// <summary>An IPv6 address of the scenario's own.</summary>
    public string Address6() => $"2001:db8:{_number + 1:x}:{Random.Below(4096):x}::{Random.Below(65536):x}";

    /// <summary>A pool of the scenario's own, with roles of its own.</summary>
    public CognitoPool Pool(bool dataEvents = true, string account = SampleAccounts.Shop, string region = "us-east-1", string? provider = null, string spelling = CognitoPool.Service)
    {
        var roles = $"{string.Concat(_scenario.Name.Split('_').Select(word => char.ToUpperInvariant(word[0]) + word[1..]))}{(_pools++ == 0 ? "" : _pools)}";
        var pool = new CognitoPool(
            account, region, $"{region}:{Random.Uuid()}", dataEvents, $"arn:aws:iam::{account}:role/service-role/{roles}Guest", $"arn:aws:iam::{account}:role/{roles}User",
            provider ?? $"cognito-idp.{region}.amazonaws.com/{region}_FAKE{Random.Alphanumeric(5)}", spelling);
        Truth.Pools.Add(pool);
        return pool;
    }

    public CognitoIdentity Guest(CognitoPool pool, string? address = null) => new(pool, $"{pool.Region}:{Random.Uuid()}", null, address ?? Address());

    public CognitoIdentity User(CognitoPool pool, string? address = null) => new(pool, $"{pool.Region}:{Random.Uuid()}", Random.Uuid(), address ?? Address());

    public CognitoSession Session(CognitoIdentity identity, DateTimeOffset created, string name = CognitoSession.EnhancedName, string? role = null) =>
        new(identity, role ?? identity.Role, name, Random.AccessKey("ASIA"), created);

    /// <summary>The records that tell of a session's issue.</summary>
    public IReadOnlyList<string> IssueOf(CognitoSession session) => _issues[session.AccessKey];

    /// <summary>A call with a session's credentials.</summary>
    /// <param name="session">Whose credentials.</param>
    /// <param name="call">What is called.</param>
    /// <param name="time">When.</param>
    /// <param name="statement">How much of its origin the record tells.</param>
    /// <param name="withKey">Whether the record names the session's key.</param>
    /// <param name="change">Makes the record differ from an ordinary one.</param>
    public SampleEvent Use(
        CognitoSession session, CognitoCall call, DateTimeOffset time, Statement statement = Statement.Stated, bool withKey = true, Func<SampleEvent, SampleEvent>? change = null)
    {
        var record = _cognito.Use(session, time, call, statement) with { UserAgent = ScenarioClients.At(session.Identity.Address, call.Source) };
        record = Add(change is null ? record : change(record));
        Truth.Used(session, record, withKey, statement);
        return record;
    }

    /// <summary>A service calls for a session: its name stands where the client's address does.</summary>
    /// <param name="origin">Whose session it is.</param>
    /// <param name="session">The session as the record has it: the same, or with a key of the service's.</param>
    /// <param name="service">The service.</param>
    /// <param name="time">When.</param>
    /// <param name="withKey">Whether the record names a key.</param>
    public SampleEvent OnBehalf(CognitoSession origin, CognitoSession session, string service, DateTimeOffset time, bool withKey)
    {
        var record = Add(_cognito.Use(session, time, ScenarioCalls.Decrypt, Statement.Stated) with
        {
            Identity = CognitoRecords.SessionIdentity(session, Statement.Stated, withKey, service),
            Address = service,
            UserAgent = service,
            TlsHost = null,
        });
        Truth.Used(withKey ? session : origin, record, withKey, Statement.Stated);
        return record;
    }

    /// <summary>A call by a session of another web identity provider.</summary>
    public void AddFederated(CognitoSession session, DateTimeOffset time, string provider)
    {
        var record = _cognito.Use(session, time, ScenarioCalls.PutItem, Statement.Empty);
        Add(record with
        {
            Identity = CognitoRecords.SessionIdentity(session, Statement.Empty).Replace(
                "\"webIdFederationData\":{}", $"\"webIdFederationData\":{{\"federatedProvider\":\"{provider}\",\"attributes\":{{}}}}", StringComparison.Ordinal),
        });
    }

    /// <summary>Some everyday calls that change nothing, half a minute after each other.</summary>
    public IReadOnlyList<SampleEvent> Reads(CognitoSession session, DateTimeOffset from, int count = 3, Statement statement = Statement.Stated)
    {
        CognitoCall[] calls = [ScenarioCalls.GetOwnFile, ScenarioCalls.QueryItems, ScenarioCalls.GetPublicFile];
        return [.. Enumerable.Range(0, count).Select(i => Use(session, calls[i % calls.Length], from.AddSeconds(30 * i), statement))];
    }

    /// <summary>Some calls of a session that is no pool's: nothing is to be found.</summary>
    public IReadOnlyList<SampleEvent> Unrelated(CognitoSession session, DateTimeOffset from, params IReadOnlyList<CognitoCall> calls) =>
        [.. (calls.Count == 0 ? [ScenarioCalls.GetPublicFile, ScenarioCalls.QueryItems] : calls).Select((call, i) => Add(_cognito.Use(session, from.AddSeconds(20 * i), call, Statement.Empty)))];

    /// <summary>A call that looks like a session's and is not.</summary>
    public SampleEvent UnrelatedCall(CognitoSession session, CognitoCall call, DateTimeOffset time, Func<SampleEvent, SampleEvent> change) => Add(change(_cognito.Use(session, time, call, Statement.Empty)));

    /// <summary>An older call of a session that names no key.</summary>
    public SampleEvent UseWithoutKey(CognitoSession session, CognitoCall call, DateTimeOffset time) => Use(
        session, call, time, Statement.Missing, withKey: false, record => record with { Identity = CognitoRecords.SessionIdentity(session, Statement.Missing, key: false) });

    /// <summary>An ordinary service takes a role and works with it.</summary>
    public void UnrelatedChain(CognitoIdentity likeness, DateTimeOffset time)
    {
        var service = Session(likeness, time.AddMinutes(-30), "order-service", $"arn:aws:iam::{likeness.Pool.Account}:role/order-service");
        var taken = Session(likeness, time, "etl", $"arn:aws:iam::{likeness.Pool.Account}:role/etl-runner");
        Add(_cognito.AssumeRole(service, taken, time, Statement.Empty));
        Unrelated(taken, time.AddMinutes(1), ScenarioCalls.PutItem, ScenarioCalls.ListUsers, ScenarioCalls.DescribeInstances);
    }

    /// <summary>Says what a rule must find.</summary>
    public void Expect(string rule, IEnumerable<SampleEvent> evidence, params IEnumerable<string> context) => Truth.Found(rule, [.. evidence.Select(record => record.EventId)], [.. context]);

    /// <summary>Adds a record of which nothing is to be told.</summary>
    public SampleEvent Add(SampleEvent record)
    {
        _records.Add(new PlannedRecord(record));
        return record;
    }

    /// <summary>Has a record delivered later, or more than once.</summary>
    public void Deliver(SampleEvent record, TimeSpan delay, int deliveries = 1)
    {
        var place = _records.FindLastIndex(planned => planned.Event.EventId == record.EventId);
        _records[place] = _records[place] with { Delay = delay, Deliveries = deliveries };
    }

    /// <summary>The same for all records of a session's issue.</summary>
    public void DeliverIssue(CognitoSession session, TimeSpan delay, int deliveries)
    {
        foreach (var planned in _records.FindAll(planned => IssueOf(session).Contains(planned.Event.EventId)))
        {
            Deliver(planned.Event, delay, deliveries);
        }
    }
}
