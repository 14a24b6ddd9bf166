using System.Text.Json;
using Spoor.Core.Collections;
using Spoor.Core.Errors;
using Spoor.Samples.Records;
using Spoor.Samples.Trail;

namespace Spoor.Samples.Scenarios;

/// <summary>Makes a trail of named scenarios among an ordinary account's noise, and the truth about them by event id.</summary>
public static class ScenarioTrail
{
    /// <summary>Days that the trail spans: enough for a role to have a long record.</summary>
    internal const int Days = 36;

    internal static readonly DateTimeOffset Start = new(2025, 3, 3, 0, 0, 0, TimeSpan.Zero);

    /// <summary>First instant of the window to audit, a day behind the trail's: scenarios may begin before it.</summary>
    public static DateTimeOffset From { get; } = Start.AddDays(1);

    /// <summary>Name and meaning of every scenario, in the order in which they are written.</summary>
    public static IReadOnlyList<(string Name, string Meaning)> All { get; } = [.. ScenarioList.All.Select(scenario => (scenario.Name, scenario.Meaning))];

    /// <summary>Writes <c>AWSLogs/…</c> and the ground truth into <paramref name="folder"/>, which must not hold a trail yet.</summary>
    /// <exception cref="QueryException">InvalidArguments: there is no scenario of that name. AlreadyExists: the folder holds a trail.</exception>
    public static SampleSummary Write(string folder, ScenarioOptions options, CancellationToken cancellationToken)
    {
        var chosen = Choose(options.Names);
        SampleTrail.CheckEmpty(folder);
        var truth = new GroundTruth();
        var records = new List<PlannedRecord>();
        foreach (var (number, scenario) in ScenarioList.All.Index().Where(item => chosen.Contains(item.Item.Name)))
        {
            scenario.Play(new ScenarioStage(scenario, number, options.Seed, Start, truth, records));
        }

        var summary = new ScenarioWriter(folder, options, truth, cancellationToken).Write(records);
        GroundTruthFile.Write(Path.Combine(folder, SampleTrail.GroundTruthFileName), json => WriteTruth(json, options, truth, summary));
        return summary;
    }

    private static HashSet<string> Choose(ValueList<string> names)
    {
        var known = ScenarioList.All.Select(scenario => scenario.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var name in names.Where(name => !known.Contains(name)))
        {
            throw new QueryException(ErrorCode.InvalidArguments, null, $"There is no scenario '{name}'", $"{Setting.ScenarioList:* prints all names.|Take one of the list of scenarios.}");
        }

        return names.Count == 0 ? known : [.. names];
    }

    private static void WriteTruth(Utf8JsonWriter json, ScenarioOptions options, GroundTruth truth, SampleSummary summary)
    {
        json.WriteNumber("seed", options.Seed);
        json.WriteString("from", SampleEvent.Text(From));
        json.WriteNumber("distinct_records", summary.Events);
        json.WriteNumber("repeated_records", summary.Duplicates);
        GroundTruthFile.WriteBody(json, truth);
        GroundTruthFile.WriteArray(json, "users", truth.Uses.Where(IsUsers).DistinctBy(use => use.Session.Identity.Id), use => WriteObject(
            json,
            [("scene", use.Scene), ("identity", use.Session.Identity.Id), ("user_sub", use.Session.Identity.UserSub)],
            ("event_ids", [.. truth.Users.Where(user => user.UserSub == use.Session.Identity.UserSub).SelectMany(user => user.SignIns)])));
        GroundTruthFile.WriteArray(json, "config_changes", truth.Changes, change => WriteObject(
            json, [("scene", change.Scene), ("event_id", change.Event.EventId), ("time", change.Event.TimeText), ("action", change.Event.Name), ("pool", change.Pool)]));
        GroundTruthFile.WriteArray(json, "findings", truth.Findings, finding => WriteObject(
            json, [("scene", finding.Scene), ("rule", finding.Rule)], ("required", finding.Required), ("context", finding.Context)));
        GroundTruthFile.WriteArray(json, "limits", truth.Limits, limit => WriteObject(json, [("scene", limit.Scene), ("id", limit.Id)], ("event_ids", limit.EventIds)));
        GroundTruthFile.WriteArray(json, "gaps", truth.Gaps, gap => WriteObject(
            json, [("scene", gap.Scene), ("account", gap.Stream.Account), ("region", gap.Stream.Region), ("day", SampleEvent.Text(gap.Day)[..10])]));
    }

    /// <summary>Whether a call says of which user of a user pool it is.</summary>
    private static bool IsUsers(TrueUse use) =>
        use.Proofs.Contains("stated") && use.Session.Identity is { UserSub: not null, Pool: var pool } && pool.Provider.StartsWith("cognito-idp.", StringComparison.Ordinal);

    private static void WriteObject(Utf8JsonWriter json, ReadOnlySpan<(string Name, string? Value)> members, params ReadOnlySpan<(string Name, IReadOnlyList<string> Ids)> lists)
    {
        json.WriteStartObject();
        GroundTruthFile.WriteStrings(json, members);
        foreach (var (name, ids) in lists)
        {
            GroundTruthFile.WriteArray(json, name, ids, json.WriteStringValue);
        }

        json.WriteEndObject();
    }
}
