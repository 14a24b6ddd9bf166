using System.Diagnostics;
using Spoor.Audit.Cognito.Build;
using Spoor.Audit.Cognito.Model;
using Spoor.Audit.Findings;
using Spoor.Audit.Lineage;
using Spoor.Core.Errors;
using Spoor.Engine.Sessions;

namespace Spoor.Audit.Cognito;

/// <summary>Finds who used Cognito identity pools and what was called with the credentials that the pools handed out.</summary>
/// <remarks>
/// The logs are read twice (<see cref="AuditSession"/>); all else is SQL over what these passes keep, one file per question in Queries/. A call is tied to a
/// pool by the access key that an issue event handed out, or by its own webIdFederationData; a role chain by the keys that STS answered.
/// </remarks>
public static class CognitoAudit
{
    /// <summary>Runs the audit over the logs.</summary>
    /// <exception cref="QueryException">The logs are missing or empty, hold data that cannot be read while that is not to be skipped, or know nothing of the pool or role asked for.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static async Task<CognitoAuditReport> RunAsync(CognitoAuditRequest request, EngineOptions options, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        await RuleCheck.RunAsync(request.Rules, cancellationToken);
        var session = await AuditSession.OpenAsync(request, options, cancellationToken);
        Task<CognitoAuditReport> building;
        await using (session)
        {
            var statistics = await session.BeginAsync();
            if (!request.AllowsEmpty)
            {
                session.RequireRecords(statistics, canAllow: true);
                session.RequireWindow(statistics);
            }

            // Dozens of short statements, each too small to occupy all processors.
            var answers = Task.Run(new AnswerReader(session).ReadAsync, cancellationToken);
            var findings = Task.Run(() => FindingSearch.RunAsync(session, request, request.Rules), cancellationToken);
            await Task.WhenAll(answers, findings, session.BuiltAsync());

            if (!request.AllowsEmpty)
            {
                AskedNames.Require(request, await answers);
            }

            // Meanwhile the tables' memory is given back.
            building = Task.Run(
                async () => ReportFilter.Apply(
                    new ReportBuilder(request, await answers, session.Listing).Build(statistics, Stopwatch.GetElapsedTime(started)) with { Findings = await findings },
                    request.Filter),
                cancellationToken);
        }

        return await building;
    }
}
