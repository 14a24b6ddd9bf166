using Spoor.Samples.Records;

namespace Spoor.Samples.Trail;

/// <summary>Plays the scenes that a sample must hold, each with records and the truth about them.</summary>
internal sealed partial class CognitoScenes
{
    private readonly SampleRandom _random;
    private readonly CognitoRecords _records;
    private readonly DateTimeOffset _start;
    private readonly TimeSpan _span;
    private readonly CognitoPool _shop = Pool(SampleAccounts.Shop, "us-east-1", 1, true, "app/ShopGuestRole", "ShopUserRole", "cognito-idp.us-east-1.amazonaws.com/us-east-1_FAKEshop1");
    private readonly CognitoPool _field = Pool(SampleAccounts.Shop, "eu-west-1", 2, true, "FieldGuestRole", "FieldUserRole", "accounts.google.com");
    private readonly CognitoPool _portal = Pool(SampleAccounts.Shop, "us-east-1", 3, true, "PortalGuestRole", "PortalUserRole", "login.example.portal") with { ProviderName = CognitoPool.OtherSpelling };
    private readonly CognitoPool _kiosk = Pool(SampleAccounts.Partner, "us-west-2", 4, false, "KioskGuestRole", "KioskUserRole", "cognito-idp.us-west-2.amazonaws.com/us-west-2_FAKEkiosk");
    private readonly CognitoPool _legacy = Pool(SampleAccounts.Shop, "ap-southeast-2", 5, false, "LegacyGuestRole", "LegacyUserRole", "graph.facebook.com");
    private readonly CognitoPool _dormant = Pool(SampleAccounts.Partner, "us-east-1", 6, true, "DormantGuestRole", "DormantUserRole", "cognito-idp.us-east-1.amazonaws.com/us-east-1_FAKEdorm");

    public CognitoScenes(SampleOptions options)
    {
        _random = SampleRandom.For(options.Seed, 1);
        _records = new CognitoRecords(_random);
        _start = options.FirstInstant;
        _span = TimeSpan.FromDays(options.Days);
        Truth.Pools.AddRange([_shop, _field, _portal, _kiosk, _legacy, _dormant]);
    }

    public GroundTruth Truth { get; } = new();

    public List<SampleEvent> Events { get; } = [];

    /// <summary>Plays every scene once, then ordinary sessions until there are <paramref name="atLeast"/> records.</summary>
    public void Play(int atLeast)
    {
        Configurations();
        EnhancedFlow();
        BasicFlow();
        DeveloperIdentities();
        WithoutDataEvents();
        OlderRecords();
        BeforeTheTrail();
        Chains();
        ServicesOnBehalf();
        RefusedIssues();
        UnusedKeys();
        OddCodes();
        OrdinaryUseOfAPoolsRole();
        EverydaySessions(atLeast);
    }

    private static CognitoPool Pool(string account, string region, int number, bool dataEvents, string guestRole, string userRole, string provider) => new(
        account, region, $"{region}:{SampleRandom.For(23, number).Uuid()}", dataEvents, $"arn:aws:iam::{account}:role/{guestRole}", $"arn:aws:iam::{account}:role/{userRole}", provider);

    private void Begin(string name, string meaning) => Truth.Scenes.Add((name, meaning));

    private DateTimeOffset SomeTime() => _start.AddSeconds(1800 + _random.Below((int)Math.Min(_span.TotalSeconds - 9000, int.MaxValue)));

    private CognitoIdentity Guest(CognitoPool pool) => new(pool, $"{pool.Region}:{_random.Uuid()}", null, _random.Address());

    private CognitoIdentity User(CognitoPool pool) => new(pool, $"{pool.Region}:{_random.Uuid()}", _random.Uuid(), _random.Address());

    private CognitoSession Session(CognitoIdentity identity, DateTimeOffset created, string name = CognitoSession.EnhancedName, string? role = null) =>
        new(identity, role ?? identity.Role, name, _random.AccessKey("ASIA"), created);

    private SampleEvent Add(SampleEvent record)
    {
        Events.Add(record);
        return record;
    }

    private void GetId(CognitoIdentity identity, DateTimeOffset time)
    {
        if (identity.Pool.DataEvents)
        {
            Truth.Told(Add(_records.GetId(identity, time)), "token", identity.Pool, identity);
        }
    }

    /// <summary>Both records of the enhanced flow, or the one that a trail without data events has.</summary>
    private CognitoSession Enhanced(CognitoIdentity identity, DateTimeOffset time)
    {
        GetId(identity, time.AddSeconds(-1));
        var session = Session(identity, time);
        var records = new List<SampleEvent>();
        if (identity.Pool.DataEvents)
        {
            records.Add(Add(_records.GetCredentials(session, time)));
        }

        records.Add(Add(_records.AssumeRoleWithWebIdentity(session, time, byService: true)));
        Truth.Issued(session, "enhanced", time, records);
        return session;
    }

    private CognitoSession Basic(CognitoIdentity identity, DateTimeOffset time, string name, string? role = null)
    {
        GetId(identity, time.AddSeconds(-3));
        if (identity.Pool.DataEvents)
        {
            Truth.Told(Add(_records.GetOpenIdToken(identity, time.AddSeconds(-2))), "token", identity.Pool, identity);
        }

        var session = Session(identity, time, name, role);
        Truth.Issued(session, "basic", time, Add(_records.AssumeRoleWithWebIdentity(session, time, byService: false)));
        return session;
    }

    private void Uses(CognitoSession session, int count, Statement statement = Statement.Stated, DateTimeOffset? from = null)
    {
        var time = from ?? session.Created;
        for (var i = 0; i < count; i++)
        {
            time = time.AddSeconds(_random.Between(1, 3000 / count));
            var call = _random.Pick<CognitoCall>(_random.Chance(12) ? CognitoCall.Denied : CognitoCall.Everyday);
            Truth.Used(session, Add(_records.Use(session, time, call, statement)), withKey: true, statement);
        }
    }
}
