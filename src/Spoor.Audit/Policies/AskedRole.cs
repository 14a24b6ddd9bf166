using System.Text.RegularExpressions;
using Spoor.Sql.Syntax.Printing;

namespace Spoor.Audit.Policies;

/// <summary>A role as people name it: <c>arn:aws:iam::A:role/PATH/NAME</c>, <c>arn:aws:sts::A:assumed-role/NAME/SESSION</c> or <c>NAME</c>.</summary>
/// <param name="Arn">ARN of the role; null where only the name is known, as sessions' ARNs drop the path.</param>
/// <param name="Name">Name of the role.</param>
/// <param name="Account">Account; null where only the name was given.</param>
internal sealed partial record AskedRole(string? Arn, string Name, string? Account)
{
    public static AskedRole Parse(string text)
    {
        if (RoleArn().Match(text) is { Success: true } role)
        {
            return new AskedRole(text, role.Groups[2].Value, role.Groups[1].Value);
        }

        return SessionArn().Match(text) is { Success: true } session
            ? new AskedRole(null, session.Groups[2].Value, session.Groups[1].Value)
            : new AskedRole(null, text[(text.LastIndexOf('/') + 1)..], null);
    }

    /// <summary>Equalities on one leaf each, so that the scan can look for the text in bytes it has not parsed.</summary>
    public SqlFragment Condition => (Arn, Account) switch
    {
        ({ } arn, _) => $"useridentity.sessioncontext.sessionissuer.arn = {arn}",
        (null, null) => $"useridentity.sessioncontext.sessionissuer.username = {Name}",
        (null, { } account) => $"useridentity.sessioncontext.sessionissuer.username = {Name} AND useridentity.sessioncontext.sessionissuer.accountid = {account}",
    };

    [GeneratedRegex(@"^arn:[^:]+:iam::(\d+):role/(?:.*/)?([^/]+)$")]
    private static partial Regex RoleArn();

    [GeneratedRegex(@"^arn:[^:]+:sts::(\d+):assumed-role/([^/]+)(?:/.*)?$")]
    private static partial Regex SessionArn();
}
