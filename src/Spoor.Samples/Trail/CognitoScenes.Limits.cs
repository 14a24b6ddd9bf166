using Spoor.Samples.Records;

namespace Spoor.Samples.Trail;

internal sealed partial class CognitoScenes
{
    private void OlderRecords()
    {
        Begin("older_known_key", "Older records lack webIdFederationData; the issued key ties them to the pool.");
        for (var i = 0; i < 2; i++)
        {
            Uses(Enhanced(Guest(_legacy), SomeTime()), 3, Statement.Missing);
        }

        Begin("older_unknown_key", "Older records whose issue is not in the trail: role and session name are all there is.");
        Uses(Session(Guest(_legacy), SomeTime()), 4, Statement.Missing);

        Begin("older_own_session_name", "The same after the basic flow: only who asks for the role finds them.");
        Uses(Session(Guest(_legacy), SomeTime(), "old-mobile"), 3, Statement.Missing);
    }

    private void BeforeTheTrail()
    {
        Begin("issued_before_the_trail", "Sessions that were open when the trail began.");
        for (var i = 0; i < 2; i++)
        {
            Uses(Session(User(_shop), _start.AddMinutes(-20)), 3, from: _start.AddMinutes(1));
        }
    }

    private void Chains()
    {
        Begin("role_chain", "A signed-in user's session takes another role, and that one a role of another account.");
        var time = SomeTime();
        var session = Enhanced(User(_shop), time);
        Uses(session, 2);
        var reader = Session(session.Identity, time.AddMinutes(5), "report-reader", $"arn:aws:iam::{SampleAccounts.Shop}:role/ReportReader");
        Chain(session, reader, 1, Statement.Stated);
        Uses(reader, 3, Statement.Empty);
        var partner = Session(session.Identity, time.AddMinutes(15), "from-shop", $"arn:aws:iam::{SampleAccounts.Partner}:role/PartnerReader");
        var record = Chain(reader, partner, 2, Statement.Empty);

        // The account whose role is taken has a record of its own of the same call; its caller is an account, not a session.
        Add(record with
        {
            EventId = _random.Uuid(),
            Account = SampleAccounts.Partner,
            Identity = $$"""{"type":"AWSAccount","principalId":"{{reader.RoleId}}:{{reader.Name}}","accountId":"{{SampleAccounts.Shop}}"}""",
        });
        Uses(partner, 2, Statement.Empty);
    }

    private SampleEvent Chain(CognitoSession from, CognitoSession to, int depth, Statement statement)
    {
        var record = Add(_records.AssumeRole(from, to, to.Created, statement) with { SharedEventId = _random.Uuid() });
        Truth.Used(from, record, withKey: true, statement);
        Truth.Chained(from, to, depth, record);
        return record;
    }

    private void ServicesOnBehalf()
    {
        Begin("service_on_behalf", "Services call for a session: with its key, with one of their own, or with none.");
        var session = Enhanced(User(_shop), SomeTime());
        var call = new CognitoCall("kms", "Decrypt", true, false, _ => """{"encryptionAlgorithm":"SYMMETRIC_DEFAULT"}""");
        var forwarded = session with { AccessKey = _random.AccessKey("ASIA") };
        OnBehalf(session, call, key: true, "s3.amazonaws.com");
        OnBehalf(forwarded, call, key: true, "athena.amazonaws.com");
        OnBehalf(session, call, key: false, "dynamodb.amazonaws.com");
        var empty = _records.Use(session with { AccessKey = "" }, session.Created.AddMinutes(4), call, Statement.Stated);
        Truth.Used(session, Add(empty), withKey: false, Statement.Stated);
    }

    private void OnBehalf(CognitoSession session, CognitoCall call, bool key, string service)
    {
        var record = _records.Use(session, session.Created.AddSeconds(_random.Between(10, 200)), call, Statement.Stated) with
        {
            Identity = CognitoRecords.SessionIdentity(session, Statement.Stated, key, service),
            Address = service,
            UserAgent = service,
            TlsHost = null,
        };
        Truth.Used(session, Add(record), key, Statement.Stated);
    }

    private void RefusedIssues()
    {
        Begin("refused_guest", "Guests are refused: errorCode with and without errorMessage.");
        for (var i = 0; i < 2; i++)
        {
            var guest = Guest(_field);
            var record = _records.GetCredentials(Session(guest, SomeTime()), SomeTime()) with
            {
                Response = null,
                ErrorCode = "NotAuthorizedException",
                ErrorMessage = i == 0 ? "Unauthenticated access is not supported for this identity pool." : null,
            };
            Truth.Refused("enhanced", record.Time, _field.Id, guest.Id, null, null, Add(record));
        }

        Begin("refused_role", "STS refuses a role whose trust does not admit the pool, and an expired token.");
        foreach (var (code, message) in ((string, string?)[])[("AccessDenied", "Not authorized to perform sts:AssumeRoleWithWebIdentity"), ("ExpiredTokenException", null)])
        {
            var guest = Guest(_field);
            var session = Session(guest, SomeTime(), "mobile", $"arn:aws:iam::{SampleAccounts.Shop}:role/AdminRole");
            var record = _records.AssumeRoleWithWebIdentity(session, session.Created, byService: false) with { Response = null, ErrorCode = code, ErrorMessage = message };
            Truth.Refused("basic", record.Time, _field.Id, guest.Id, session.Role, session.Name, Add(record));
        }
    }

    private void OddCodes()
    {
        Begin("odd_error_codes", "A success with an empty errorCode, one with 200, and an error without a message.");
        var session = Enhanced(User(_shop), SomeTime());
        foreach (var code in (string[])["", "200", "ProvisionedThroughputExceededException"])
        {
            var record = _records.Use(session, session.Created.AddMinutes(3), CognitoCall.Everyday[2], Statement.Stated) with { ErrorCode = code };
            Truth.Used(session, Add(record), withKey: true, Statement.Stated);
        }
    }

    private void OrdinaryUseOfAPoolsRole()
    {
        Begin("ordinary_use_of_role", "A developer takes a pool's role by hand: the role is the same, the session is not the pool's.");
        var session = Session(User(_shop), SomeTime(), "debugging", _shop.UserRole);
        for (var i = 0; i < 3; i++)
        {
            var record = _records.Use(session, session.Created.AddMinutes(i + 1), CognitoCall.Everyday[i], Statement.Empty);
            Truth.Used(session, Add(record), withKey: true, Statement.Empty, isCognito: false);
        }
    }
}
