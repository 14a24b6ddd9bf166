using System.Net;
using System.Text.RegularExpressions;

namespace Spoor.Audit.Findings;

/// <summary>Says of an id what it is, so that a reader need not know by its form.</summary>
internal static partial class IdLabel
{
    /// <summary>The ids of a finding, each once with its label: what it is about first, then identity, pool and role.</summary>
    public static IEnumerable<(string Label, string Id)> Of(Finding finding)
    {
        (string Label, string? Id)[] known = [("identity", finding.Identity), ("pool", finding.Pool), ("role", finding.Role)];
        if (finding.Subject is { } subject && !Array.Exists(known, item => item.Id == subject))
        {
            yield return (Of(subject), subject);
        }

        foreach (var (label, id) in known)
        {
            if (id is not null)
            {
                yield return (label, id);
            }
        }
    }

    /// <summary>What an id is, by its form.</summary>
    public static string Of(string id) => id switch
    {
        _ when id.StartsWith("ASIA", StringComparison.Ordinal) || id.StartsWith("AKIA", StringComparison.Ordinal) => "key",
        _ when AccountId().IsMatch(id) => "account",
        _ when RoleArn().IsMatch(id) => "role",
        _ when id.StartsWith("arn:", StringComparison.Ordinal) => "caller",
        _ when CognitoId().IsMatch(id) => "identity",
        _ when Uuid().IsMatch(id) => "user",
        _ when Call().IsMatch(id) => "call",
        _ when IPAddress.TryParse(id, out IPAddress? _) => "address",
        _ => "about",
    };

    [GeneratedRegex("^[0-9]{12}$")]
    private static partial Regex AccountId();

    [GeneratedRegex("^arn:[^:]+:iam::[0-9]*:role/")]
    private static partial Regex RoleArn();

    [GeneratedRegex("^[a-z]{2}(-[a-z]+)+-[0-9]+:[0-9A-Fa-f-]{36}$")]
    private static partial Regex CognitoId();

    [GeneratedRegex("^[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$")]
    private static partial Regex Uuid();

    [GeneratedRegex(@"^[a-z0-9.-]+\.amazonaws\.com(\.cn)?:[A-Za-z0-9]+$")]
    private static partial Regex Call();
}
