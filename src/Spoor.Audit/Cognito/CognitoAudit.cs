using System.Diagnostics;
using Spoor.CloudTrail.Scan;
using Spoor.Engine;
using Spoor.Sql;

namespace Spoor.Audit.Cognito;

/// <summary>Finds who used Cognito identity pools and what was called with the credentials that the pools handed out.</summary>
/// <remarks>
/// The logs are read once, into narrow records; all else is SQL over these, one file per question in Queries/. A call is tied to a pool by the
/// access key that an issue event handed out, or by its own webIdFederationData; a role chain by the keys that AssumeRole answered.
/// </remarks>
public static class CognitoAudit
{
    /// <summary>Role chains are followed this far. AWS itself allows no limit to be relied on, and each link costs one statement.</summary>
    private const int DeepestChain = 32;

    /// <summary>Runs the audit over the logs.</summary>
    /// <exception cref="QueryException">The logs are missing, or hold data that cannot be read while that is not to be skipped.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static async Task<CognitoAuditReport> RunAsync(CognitoAuditRequest request, EngineOptions options, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        await using var session = await AuditSession.OpenAsync(request, options, cancellationToken);
        var statistics = await session.ReadLogsAsync();
        foreach (var table in (string[])["repeats", "pool_events", "issues", "key_matches", "proved_uses"])
        {
            await session.KeepAsync(table);
        }

        await KeepProvedAsync(session);
        foreach (var table in (string[])["candidates", "uses", "reported_issues"])
        {
            await session.KeepAsync(table);
        }

        var answers = await AuditAnswers.ReadAsync(session);
        return new ReportBuilder(request, answers).Build(statistics, Stopwatch.GetElapsedTime(started));
    }

    /// <summary>Calls with a pool's own credentials, and those behind role chains, link by link until one has no calls.</summary>
    private static async Task KeepProvedAsync(AuditSession session)
    {
        var tables = new List<string> { "proved_uses" };
        for (var depth = 1; depth <= DeepestChain; depth++)
        {
            var name = $"chained_uses_{depth}";
            if (await session.KeepChainAsync(name, tables[^1], depth) == 0)
            {
                break;
            }

            tables.Add(name);
        }

        await session.KeepAsync("proved", string.Join(" UNION ALL ", tables.Select(table => $"SELECT * FROM {table}")));
    }
}
