using Spoor.Samples.Records;

namespace Spoor.Samples.Trail;

internal sealed partial class CognitoScenes
{
    private void Configurations()
    {
        Begin("configuration", "Administrators make the pools and attach their roles.");
        foreach (var pool in (CognitoPool[])[_shop, _dormant])
        {
            var time = _start.AddMinutes(2);
            var created = _records.Configure(pool, "CreateIdentityPool", """{"identityPoolName":"app","allowUnauthenticatedIdentities":true}""", time) with
            {
                Response = $$"""{"identityPoolId":"{{pool.Id}}","identityPoolName":"app","allowUnauthenticatedIdentities":true}""",
            };
            Truth.Told(Add(created), "configuration", pool, null);
            var roles = _records.Configure(pool, "SetIdentityPoolRoles", $$$"""{"identityPoolId":"{{{pool.Id}}}","roles":{"authenticated":"{{{pool.UserRole}}}","unauthenticated":"{{{pool.GuestRole}}}"}}""", time.AddMinutes(1));
            Truth.Told(Add(roles), "configuration", pool, null);
        }
    }

    private void EnhancedFlow()
    {
        Begin("enhanced_guest", "Guests take credentials by GetCredentialsForIdentity; STS records the same key.");
        for (var i = 0; i < 4; i++)
        {
            Uses(Enhanced(Guest(_shop), SomeTime()), 4);
        }

        Begin("enhanced_user", "Users sign in at the user pool, then do the same with logins.");
        for (var i = 0; i < 4; i++)
        {
            var user = User(_shop);
            var time = SomeTime();
            Truth.Told(Add(_records.InitiateAuth(user, time.AddSeconds(-20))), "sign_in", null, null);
            Uses(Enhanced(user, time), 5);
        }

        Begin("hosted_sign_in", "A user signs in on the hosted pages, whose records have an empty errorCode.");
        var hosted = User(_shop);
        var at = SomeTime();
        Truth.Told(Add(_records.HostedPage(hosted, "Login_GET", at.AddSeconds(-30))), "sign_in", null, null);
        Truth.Told(Add(_records.HostedPage(hosted, "Token_POST", at.AddSeconds(-10))), "sign_in", null, null);
        Uses(Enhanced(hosted, at), 3);

        Begin("guest_becomes_user", "One identity is first a guest and then signs in.");
        var guest = Guest(_shop);
        var first = SomeTime();
        Uses(Enhanced(guest, first), 2);
        Uses(Enhanced(guest with { UserSub = _random.Uuid() }, first.AddMinutes(50)), 2);

        Begin("credentials_without_sts", "The STS record is in another trail: the role shows only in the calls.");
        var alone = User(_shop);
        var session = Session(alone, SomeTime());
        Truth.Issued(session, "enhanced", session.Created, Add(_records.GetCredentials(session, session.Created, customRole: session.Role)));
        Uses(session, 3);
    }

    private void BasicFlow()
    {
        Begin("basic_guest", "Guests take a token by GetOpenIdToken and a role by AssumeRoleWithWebIdentity, under a session name of their own.");
        for (var i = 0; i < 3; i++)
        {
            Uses(Basic(Guest(_field), SomeTime(), $"field-{_random.Hex(6)}"), 4);
        }

        Begin("basic_user", "Signed-in users do the same.");
        for (var i = 0; i < 3; i++)
        {
            Uses(Basic(User(_field), SomeTime(), "mobile"), 4);
        }

        Begin("basic_other_role", "A client picks a role of another account whose trust admits the pool.");
        Uses(Basic(User(_field), SomeTime(), "mobile", $"arn:aws:iam::{SampleAccounts.Partner}:role/FieldPartnerRole"), 3);
    }

    private void DeveloperIdentities()
    {
        Begin("developer_identity", "A backend takes tokens for its own users; STS spells the provider cognito-identity.amazon.com.");
        for (var i = 0; i < 3; i++)
        {
            var user = User(_portal);
            var time = SomeTime();
            Truth.Told(Add(_records.GetDeveloperToken(user, time.AddSeconds(-5))), "token", _portal, user);
            var session = Session(user, time, $"portal-{i}");
            Truth.Issued(session, "basic", time, Add(_records.AssumeRoleWithWebIdentity(session, time, byService: false)));
            Uses(session, 3);
        }

        Begin("unlink", "A login is taken off an identity.");
        var unlinked = User(_portal);
        Truth.Told(Add(_records.UnlinkIdentity(unlinked, SomeTime())), "token", _portal, unlinked);
    }

    private void WithoutDataEvents()
    {
        Begin("no_data_events", "A pool whose data events are off: only STS tells of its issues.");
        for (var i = 0; i < 4; i++)
        {
            Uses(Enhanced(i % 2 == 0 ? Guest(_kiosk) : User(_kiosk), SomeTime()), 4);
        }

        Begin("no_data_events_unused", "The same, with no call: neither guest nor user can be told.");
        Enhanced(Guest(_kiosk), SomeTime());
    }

    private void UnusedKeys()
    {
        Begin("issued_but_unused", "Credentials are taken and never used.");
        for (var i = 0; i < 2; i++)
        {
            Enhanced(Guest(_shop), SomeTime());
            Basic(User(_field), SomeTime(), "mobile");
        }

        Begin("dormant_pool", "A pool whose only record of use is one GetId.");
        GetId(Guest(_dormant), SomeTime());
    }

    private void EverydaySessions(int atLeast)
    {
        Begin("everyday", "Ordinary sessions of all kinds.");
        while (Events.Count < atLeast)
        {
            var time = SomeTime();
            var session = _random.Below(5) switch
            {
                0 => Enhanced(Guest(_shop), time),
                1 => Enhanced(User(_shop), time),
                2 => Basic(Guest(_field), time, "mobile"),
                3 => Basic(User(_field), time, "mobile"),
                _ => Enhanced(User(_kiosk), time),
            };
            Uses(session, _random.Between(1, 15));
        }
    }
}
