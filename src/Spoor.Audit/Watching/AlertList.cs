using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Spoor.Audit.Findings;
using Spoor.Core.Collections;

namespace Spoor.Audit.Watching;

/// <summary>Decides which findings are new, which are updates of one that was told, and which say nothing new. For one rule, pool, identity and subject there is one finding.</summary>
internal sealed class AlertList(WatchState state)
{
    private readonly Dictionary<string, List<ToldAlert>> _alerts = new(StringComparer.Ordinal);

    /// <summary>The lines to tell, and remembers them as told.</summary>
    public IEnumerable<FindingLine> Take(ValueList<Finding> findings)
    {
        // The order decides which finding an alert is named after, so it is total.
        var ordered = findings.OrderBy(finding => finding.LastTime, StringComparer.Ordinal).ThenBy(finding => string.Join('\n', finding.EventIds), StringComparer.Ordinal);
        var groups = new List<(ToldAlert Alert, List<Finding> Findings)>();
        foreach (var finding in ordered)
        {
            var alert = AlertOf(finding);
            var group = groups.Find(known => known.Alert.Id == alert.Id);
            if (group.Findings is null)
            {
                groups.Add((alert, [finding]));
            }
            else
            {
                group.Findings.Add(finding);
            }
        }

        foreach (var (alert, same) in groups)
        {
            if (Tell(alert, Together(same)) is { } line)
            {
                yield return line;
            }
        }
    }

    /// <summary>Findings of one alert as one: the evidence of all, the words of the last.</summary>
    private static Finding Together(List<Finding> findings) => findings.Count == 1 ? findings[0] : findings[^1] with
    {
        Pool = findings.Select(finding => finding.Pool).FirstOrDefault(pool => pool is not null),
        Identity = findings.Select(finding => finding.Identity).FirstOrDefault(identity => identity is not null),
        FirstTime = findings.Select(finding => finding.FirstTime).OfType<string>().Min(StringComparer.Ordinal),
        LastTime = findings.Select(finding => finding.LastTime).OfType<string>().Max(StringComparer.Ordinal),
        EventIds = findings.SelectMany(finding => finding.EventIds).Distinct(StringComparer.Ordinal).ToValueList(),
    };

    /// <summary>The alert that the finding belongs to; one that was not told yet has revision 0.</summary>
    private ToldAlert AlertOf(Finding finding)
    {
        if (!_alerts.TryGetValue(finding.RuleId, out var known))
        {
            _alerts.Add(finding.RuleId, known = state.Alerts(finding.RuleId));
        }

        if (known.Find(alert => alert.IsOf(finding)) is { } told)
        {
            return told;
        }

        var name = string.Join('\n', finding.EventIds.Order(StringComparer.Ordinal).Prepend(finding.Subject).Prepend(finding.Identity).Prepend(finding.Pool).Prepend(finding.RuleId));
        var id = $"finding-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)))[..32]}";
        var alert = new ToldAlert(id, finding.RuleId, finding.Pool, finding.Identity, finding.Subject, 0, [], "");
        known.Add(alert);
        return alert;
    }

    private FindingLine? Tell(ToldAlert alert, Finding finding)
    {
        string?[] members = [finding.Title, FindingSeverities.Name(finding.Severity), finding.Pool, finding.Identity, finding.Role, finding.Detail, finding.FirstTime, finding.LastTime];
        string[] names = ["title", "severity", "pool", "identity", "role", "detail", "first_time", "last_time"];
        var fresh = finding.EventIds.Except(alert.EventIds, StringComparer.Ordinal).ToValueList();
        var told = JsonSerializer.Serialize(members, WatchJsonContext.Line.StringArray);
        var before = alert.Told.Length == 0 ? null : JsonSerializer.Deserialize(alert.Told, WatchJsonContext.Line.StringArray);
        var changed = before is null ? [] : names.Where((_, index) => members[index] != before.ElementAtOrDefault(index)).ToList();
        if (alert.Revision > 0 && fresh.Count == 0 && changed.Count == 0)
        {
            return null;
        }

        if (fresh.Count > 0 && alert.Revision > 0)
        {
            changed.Add("event_ids");
        }

        var revision = alert.Revision + 1;
        state.SetAlert(alert with
        {
            Pool = alert.Pool ?? finding.Pool,
            Identity = alert.Identity ?? finding.Identity,
            Revision = revision,
            EventIds = [.. alert.EventIds.Concat(fresh)],
            Told = told,
        });
        var isNew = revision == 1;
        return new FindingLine(
            isNew ? WatchLine.Finding : WatchLine.Update, 0, isNew ? alert.Id : $"{alert.Id}-{revision}", finding.RuleId, FindingSeverities.Name(finding.Severity), finding.Title, finding.Pool,
            finding.Identity, finding.Role, finding.Subject, finding.Detail, finding.FirstTime, finding.LastTime, finding.EventIds, finding.Why, finding.WhatToDo, finding.FalseAlarm)
        {
            FindingId = isNew ? null : alert.Id,
            Revision = isNew ? null : revision,
            Changed = isNew ? null : changed.ToValueList(),
            NewEventIds = isNew ? null : fresh,
        };
    }
}
