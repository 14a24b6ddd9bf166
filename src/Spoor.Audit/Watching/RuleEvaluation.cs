using System.Text.Json;
using Spoor.Audit.Findings;
using Spoor.Audit.Lineage;
using Spoor.Audit.Logs;
using Spoor.Engine.Sessions;

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
            var audit = new LineageRequest(KeptRecordsStore.Location, From: from) { Objects = new KeptRecordsStore(state.Records()) };
            await using var session = await AuditSession.OpenAsync(audit, options, cancellationToken);
            await session.BuildAsync();
            var sequence = state.NextSequence();
            var sessions = await session.ReadAsync<SessionColumn, SessionLine>(StatementTemplate.Beside(typeof(RuleEvaluation), "sessions").Fill(), ReadSession);
            var newSessions = sessions.Where(line => audit.Window.Holds(line.Time) && state.AddToldSession(line.AccessKeyId)).ToList();
            foreach (var line in newSessions)
            {
                Add(line.Id, WatchLine.Session, sequence, JsonSerializer.Serialize(line with { Sequence = sequence }, WatchJsonContext.Line.SessionLine));
                sequence++;
            }

            var told = new AlertList(state).Take(await FindingSearch.RunAsync(session, audit, request.Rules, isOneByOne: true)).ToList();
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

    private static SessionLine ReadSession(AnswerRow<SessionColumn> row) => new(
        Type: WatchLine.Session,
        Sequence: 0,
        Id: $"session-{row.Name(SessionColumn.AccessKeyId)}",
        Time: row.Text(SessionColumn.BeginTime),
        Pool: row.Text(SessionColumn.Pool),
        Identity: row.Text(SessionColumn.Identity),
        Access: row.Text(SessionColumn.Access),
        Role: row.Text(SessionColumn.Role),
        SessionName: row.Text(SessionColumn.SessionName),
        AccessKeyId: row.Name(SessionColumn.AccessKeyId),
        Depth: row.Number(SessionColumn.Depth),
        ParentKey: row.Text(SessionColumn.ParentKey),
        Flow: row.Text(SessionColumn.Flow),
        IssueEventId: row.Text(SessionColumn.IssueEventId),
        Expiration: row.Text(SessionColumn.Expiration),
        Certainty: row.Name(SessionColumn.Certainty),
        SourceIp: row.Text(SessionColumn.SourceIp));
}
