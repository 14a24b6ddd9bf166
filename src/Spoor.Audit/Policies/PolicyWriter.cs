using System.Text.Json;
using Spoor.Audit.Policies.Iam;
using Spoor.Core.Collections;

namespace Spoor.Audit.Policies;

/// <summary>Makes a policy of used actions: one statement for the actions of a service that were used on the same resources.</summary>
internal static class PolicyWriter
{
    /// <summary>The policy, in the order of services and actions.</summary>
    public static PolicyDocument Write(IEnumerable<UsedAction> used)
    {
        var statements = new List<PolicyStatement>();
        foreach (var service in used.GroupBy(action => action.Action[..action.Action.IndexOf(':', StringComparison.Ordinal)]).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            var groups = service.GroupBy(action => action.Resources).Select(group => (Actions: group.Select(action => action.Action).Order(StringComparer.Ordinal).ToValueList(), Resources: group.Key));
            var number = 0;
            foreach (var (actions, resources) in groups.OrderBy(group => group.Actions[0], StringComparer.Ordinal))
            {
                var name = actions.Count == 1 ? actions[0][(service.Key.Length + 1)..] : $"Calls{++number}";
                statements.Add(new PolicyStatement(Sid(service.Key) + Sid(name), "Allow", actions, resources));
            }
        }

        return new PolicyDocument(PolicyDocument.NewestVersion, statements.ToValueList());
    }

    /// <summary>Length as IAM counts it.</summary>
    /// <seealso href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html"/>
    public static int Characters(PolicyDocument policy) =>
        JsonSerializer.Serialize(policy, PolicyJsonContext.Compact.PolicyDocument).Count(character => !char.IsWhiteSpace(character));

    // Letters and digits only, each word with a capital.
    private static string Sid(string name) => string.Concat(name.Split('-', '_', '.').Where(word => word.Length > 0).Select(word => char.ToUpperInvariant(word[0]) + word[1..]))
        is var sid && sid.All(char.IsAsciiLetterOrDigit) ? sid : string.Concat(name.Where(char.IsAsciiLetterOrDigit));
}
