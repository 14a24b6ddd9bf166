using System.CommandLine;
using Spoor.Audit.Cognito.Model;
using Spoor.Core.Collections;

namespace Spoor.Cli.Options;

/// <summary>What of an audit is reported: <c>--pool</c>, <c>--guests</c>, <c>--identity</c> and the like. All that is set must hold.</summary>
internal sealed class AuditFilterSettings
{
    private readonly Option<string[]> _pools = new("--pool") { Description = "Only this identity pool; may be repeated.", HelpName = "ID" };
    private readonly Option<bool> _guests = new("--guests") { Description = "Only guests." };
    private readonly Option<bool> _signedIn = new("--signed-in") { Description = "Only signed-in users." };
    private readonly Option<string?> _identity = new("--identity") { Description = "Only this identity, REGION:UUID.", HelpName = "ID" };
    private readonly Option<string?> _user = new("--user") { Description = "Only the identities of this user of a user pool: its sub, or the name that its sign-ins have.", HelpName = "NAME" };
    private readonly Option<string?> _account = new("--account") { Description = "Only what this account recorded or called.", HelpName = "ID" };
    private readonly Option<string?> _region = new("--aws-region") { Description = "Only calls and issues of this region.", HelpName = "REGION" };
    private readonly Option<string?> _service = new("--service") { Description = "Only calls of this service (s3 or s3.amazonaws.com), and who made them.", HelpName = "NAME" };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[_pools, _guests, _signedIn, _identity, _user, _account, _region, _service])
        {
            command.Add(option);
        }

        command.Validators.Add(result =>
        {
            if (result.GetValue(_guests) && result.GetValue(_signedIn))
            {
                result.AddError("--guests and --signed-in leave nothing together. Give one of them; without both, all are reported.");
            }
        });
    }

    /// <summary>The one pool that was asked for, of which alone the audit builds its tables; null for none and for several.</summary>
    public string? Pool(ParseResult parsed) => Pools(parsed) is [var pool] ? pool : null;

    /// <summary>What the command line says.</summary>
    public AuditFilter Read(ParseResult parsed)
    {
        var pools = Pools(parsed);
        var filter = new AuditFilter
        {
            Pools = pools.Length > 1 ? pools.ToValueList() : [],
            Access = parsed.GetValue(_guests) ? IdentityAccess.Guest : parsed.GetValue(_signedIn) ? IdentityAccess.Authenticated : null,
            Identity = parsed.GetValue(_identity),
            User = parsed.GetValue(_user),
            Account = parsed.GetValue(_account),
            Region = parsed.GetValue(_region),
            Service = parsed.GetValue(_service),
        };
        return filter;
    }

    private string[] Pools(ParseResult parsed) => [.. (parsed.GetValue(_pools) ?? []).Distinct(StringComparer.Ordinal)];
}
