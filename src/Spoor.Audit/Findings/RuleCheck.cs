using Spoor.Audit.Lineage;
using Spoor.Core.Collections;
using Spoor.Core.Errors;
using Spoor.Engine.Sessions;

namespace Spoor.Audit.Findings;

/// <summary>Finds mistakes in people's own rules before an audit spends minutes on reading logs.</summary>
public static class RuleCheck
{
    /// <summary>Runs the rules that are not built in over the tables of an audit of no logs at all.</summary>
    /// <exception cref="QueryException">A rule's query is at fault; the message names its file and place.</exception>
    public static async Task RunAsync(IEnumerable<FindingRule> rules, CancellationToken cancellationToken)
    {
        var builtIn = RuleSet.BuiltIn.Select(rule => rule.Id).ToHashSet(StringComparer.Ordinal);
        var own = rules.Where(rule => !builtIn.Contains(rule.Id)).ToValueList();
        if (own.Count == 0)
        {
            return;
        }

        var folder = Directory.CreateTempSubdirectory("spoor-rules-").FullName;
        try
        {
            var request = new LineageRequest(folder);
            await using var session = await AuditSession.OpenAsync(request, new EngineOptions(Threads: 1), cancellationToken);
            await session.BuildAsync();
            await FindingSearch.RunAsync(session, request, own);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
