using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Spoor.Audit.Cognito;
using Spoor.Audit.Findings;
using Spoor.Engine;
using Spoor.Sql;

namespace Spoor.Audit.Watching;

/// <summary>Runs the audit over what is kept, and adds what was not told before to the lines.</summary>
internal sealed class RuleEvaluation(WatchRequest request, WatchState state, EngineOptions options)
{
    private const char Separator = '\n';

    /// <summary>Evaluates, in one transaction with what is told of it.</summary>
    /// <returns>Numbers of new sessions and findings.</returns>
    public async Task<(int Sessions, int Findings)> RunAsync(DateTimeOffset now, CancellationToken cancellationToken)
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

            var newFindings = NewFindings(await FindingSearch.RunAsync(session, audit)).ToList();
            foreach (var line in newFindings)
            {
                Add(line.Id, WatchLine.Finding, sequence, JsonSerializer.Serialize(line with { Sequence = sequence }, WatchJsonContext.Line.FindingLine));
                sequence++;
            }

            state.IsDirty = false;
            state.Commit();
            return (newSessions.Count, newFindings.Count);
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

    /// <summary>Findings that were not told. One that has grown - most of the evidence told before is in it - is the one that was told.</summary>
    private IEnumerable<FindingLine> NewFindings(ValueList<Finding> findings)
    {
        var told = new Dictionary<string, List<HashSet<string>>>(StringComparer.Ordinal);
        foreach (var finding in findings.OrderBy(finding => finding.LastTime, StringComparer.Ordinal))
        {
            var subject = string.Join(Separator, finding.RuleId, finding.Pool, finding.Identity, finding.Role, finding.Subject);
            if (!told.TryGetValue(subject, out var before))
            {
                told.Add(subject, before = [.. state.ToldFindings(subject).Select(ids => ids.Split(Separator).ToHashSet(StringComparer.Ordinal))]);
            }

            var events = finding.EventIds.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
            var joined = string.Join(Separator, events);
            var id = $"finding-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{subject}{Separator}{joined}")))[..32]}";
            if (!before.Exists(ids => 2 * events.Count(ids.Contains) > ids.Count) && state.AddToldFinding(id, subject, joined))
            {
                yield return new FindingLine(
                    WatchLine.Finding, 0, id, finding.RuleId, FindingSeverities.Name(finding.Severity), finding.Title, finding.Pool, finding.Identity, finding.Role, finding.Subject, finding.Detail,
                    finding.FirstTime, finding.LastTime, finding.EventIds, finding.Why, finding.WhatToDo, finding.FalseAlarm);
            }
        }
    }
}
