using System.Text.Json;
using Spoor.Audit.Cognito;
using Spoor.Audit.Findings;
using Spoor.Engine;
using Spoor.Sql;

namespace Spoor.Audit.Watching;

/// <summary>Runs the audit over what is kept, and adds what was not told before to the lines.</summary>
internal sealed class RuleEvaluation(WatchRequest request, WatchState state, EngineOptions options)
{
    /// <summary>Evaluates, in one transaction with what is told of it.</summary>
    /// <returns>Numbers of new sessions and findings, and of findings that have changed.</returns>
    public async Task<(int Sessions, int Findings, int Updates)> RunAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        state.Begin();
        try
        {
            var from = Forget(now);
            var audit = new CognitoAuditRequest(KeptRecordsStore.Location, From: from) { Objects = new KeptRecordsStore(state.Records()), Rules = request.Rules };
            await using var session = await AuditSession.OpenAsync(audit, options, cancellationToken);
            await session.BuildAsync();
            var sequence = state.NextSequence();
            var sessions = await session.QueryAsync(StatementFile.Read("Watching", "sessions"), ReadSession);
            var newSessions = sessions.Where(line => IsInWindow(line.Time, from) && state.AddToldSession(line.AccessKeyId)).ToList();
            foreach (var line in newSessions)
            {
                Add(line.Id, WatchLine.Session, sequence, JsonSerializer.Serialize(line with { Sequence = sequence }, WatchJsonContext.Line.SessionLine));
                sequence++;
            }

            var told = new AlertList(state).Take(await FindingSearch.RunAsync(session, audit, isOneByOne: true)).ToList();
            foreach (var line in told)
            {
                Add(line.Id, line.Type, sequence, JsonSerializer.Serialize(line with { Sequence = sequence }, WatchJsonContext.Line.FindingLine));
                sequence++;
            }

            state.IsDirty = false;
            state.Commit();
            var updates = told.Count(line => line.Type == WatchLine.Update);
            return (newSessions.Count, told.Count - updates, updates);
        }
        catch
        {
            state.Rollback();
            throw;
        }
    }

    private static bool IsInWindow(string? time, DateTimeOffset? from) => time is null || from is null || string.CompareOrdinal(time, AuditTime.Text(from.Value)) >= 0;

    private void Add(string id, string type, long sequence, string json) => state.AddLine(new WatchLine(sequence, id, type, json));

    /// <summary>Forgets what is older than what is kept, counted from the newest record.</summary>
    private DateTimeOffset? Forget(DateTimeOffset now)
    {
        if (state.NewestTime(now) is not { } text || !DateTimeOffset.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var newest))
        {
            return null;
        }

        var kept = TimeSpan.FromDays(request.KeepDays);
        var from = newest - kept;
        state.Forget(AuditTime.Text(from), (state.NewestObject() ?? now) - kept);
        return from;
    }

    private static SessionLine ReadSession(AuditRow row) => new(
        WatchLine.Session, 0, $"session-{row.Name(0)}", row.Text(10), row.Text(1), row.Text(2), row.Text(3), row.Text(4), row.Text(5), row.Name(0), row.Number(6), row.Text(7), row.Text(8), row.Text(9),
        row.Text(11), row.Name(12), row.Text(13));
}
