using System.Text.Encodings.Web;
using System.Text.Json;
using Spoor.Samples.Records;

namespace Spoor.Samples.Trail;

/// <summary>Writes the truth about a sample as JSON, for tests and for people who compare tools.</summary>
internal static class GroundTruthFile
{
    private static readonly JsonWriterOptions s_options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(string path, SampleOptions options, CognitoScenes scenes, SampleSummary summary)
    {
        Write(path, json =>
        {
            WriteHead(json, options, summary, scenes.Events.Count);
            WriteBody(json, scenes.Truth);
        });
    }

    /// <summary>Writes one object, whose members <paramref name="write"/> writes.</summary>
    public static void Write(string path, Action<Utf8JsonWriter> write)
    {
        using var file = File.Create(path);
        using var json = new Utf8JsonWriter(file, s_options);
        json.WriteStartObject();
        write(json);
        json.WriteEndObject();
        json.Flush();
        file.WriteByte((byte)'\n');
    }

    /// <summary>The members that every kind of sample has.</summary>
    public static void WriteBody(Utf8JsonWriter json, GroundTruth truth)
    {
        WriteArray(json, "scenes", truth.Scenes, scene => Strings(json, ("name", scene.Name), ("meaning", scene.Meaning)));
        WriteArray(json, "pools", truth.Pools, pool => WritePool(json, truth, pool));
        WriteArray(json, "roles", truth.Uses.Where(IsProved).GroupBy(use => use.Session.Role).OrderBy(group => group.Key, StringComparer.Ordinal), group => WriteRole(json, group));
        WriteArray(json, "identities", truth.Uses.Where(IsProved).Select(use => use.Session.Identity.Id).Concat(truth.Issues.Select(issue => issue.Identity)).Concat(truth.Evidence.Select(told => told.Identity)).OfType<string>().Distinct().Order(StringComparer.Ordinal), identity => WriteIdentity(json, truth, identity));
        WriteArray(json, "issues", truth.Issues, issue => WriteIssue(json, issue));
        WriteArray(json, "uses", truth.Uses, use => WriteUse(json, use));
        WriteArray(json, "chains", truth.Chains, chain => WriteChain(json, chain));
        WriteArray(json, "evidence", truth.Evidence, told => Strings(
            json, ("scene", told.Scene), ("event_id", told.Event.EventId), ("time", told.Event.TimeText), ("action", told.Event.Name), ("kind", told.Kind), ("pool", told.Pool), ("identity", told.Identity)));
    }

    public static void WriteArray<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            write(item);
        }

        json.WriteEndArray();
    }

    public static void WriteStrings(Utf8JsonWriter json, params ReadOnlySpan<(string Name, string? Value)> members)
    {
        foreach (var (name, value) in members)
        {
            if (value is null)
            {
                json.WriteNull(name);
            }
            else
            {
                json.WriteString(name, value);
            }
        }
    }

    private static bool IsProved(TrueUse use) => use.Via is "key" or "stated";

    private static bool IsError(SampleEvent record) => record.ErrorCode is not (null or "" or "200");

    private static void WriteHead(Utf8JsonWriter json, SampleOptions options, SampleSummary summary, int cognitoRecords)
    {
        json.WriteNumber("seed", options.Seed);
        json.WriteString("from", SampleEvent.Text(options.FirstInstant));
        json.WriteString("to", SampleEvent.Text(options.FirstInstant.AddDays(options.Days)));
        json.WriteNumber("distinct_records", summary.Events);
        json.WriteNumber("repeated_records", summary.Duplicates);
        json.WriteNumber("cognito_records", cognitoRecords);
        json.WriteNumber("objects", summary.Objects);
    }

    private static void WritePool(Utf8JsonWriter json, GroundTruth truth, CognitoPool pool)
    {
        var issues = truth.Issues.Where(issue => issue.Pool == pool.Id).ToList();
        json.WriteStartObject();
        json.WriteString("pool", pool.Id);
        json.WriteString("account", pool.Account);
        json.WriteBoolean("data_events", pool.DataEvents);
        WriteArray(json, "flows", issues.Where(issue => issue.ErrorCode is null).Select(issue => issue.Flow).Distinct().Order(StringComparer.Ordinal), json.WriteStringValue);
        json.WriteNumber("issues", issues.Count(issue => issue.ErrorCode is null));
        json.WriteNumber("failed_issues", issues.Count(issue => issue.ErrorCode is not null));
        json.WriteNumber("calls", truth.Uses.Count(use => IsProved(use) && use.Session.Identity.Pool.Id == pool.Id));
        json.WriteEndObject();
    }

    private static void WriteRole(Utf8JsonWriter json, IGrouping<string, TrueUse> role)
    {
        json.WriteStartObject();
        json.WriteString("role", role.Key);
        WriteAmounts(json, role);
        var actions = role.GroupBy(use => (use.Event.Source, use.Event.Name)).OrderBy(group => group.Key.Source, StringComparer.Ordinal).ThenBy(group => group.Key.Name, StringComparer.Ordinal);
        WriteArray(json, "actions", actions, action =>
        {
            json.WriteStartObject();
            json.WriteString("service", action.Key.Source);
            json.WriteString("action", action.Key.Name);
            WriteAmounts(json, action);
            json.WriteEndObject();
        });
        json.WriteEndObject();
    }

    private static void WriteAmounts(Utf8JsonWriter json, IEnumerable<TrueUse> uses)
    {
        var events = uses.Select(use => use.Event).ToList();
        json.WriteNumber("calls", events.Count);
        json.WriteNumber("errors", events.Count(IsError));
        json.WriteString("first", events.Min(record => record.TimeText));
        json.WriteString("last", events.Max(record => record.TimeText));
    }

    private static void WriteIdentity(Utf8JsonWriter json, GroundTruth truth, string identity)
    {
        json.WriteStartObject();
        json.WriteString("identity", identity);
        json.WriteString("access", truth.AccessOf(identity));
        json.WriteNumber("issues", truth.Issues.Count(issue => issue.Identity == identity && issue.ErrorCode is null));
        json.WriteNumber("calls", truth.Uses.Count(use => IsProved(use) && use.Session.Identity.Id == identity));
        json.WriteEndObject();
    }

    private static void WriteIssue(Utf8JsonWriter json, TrueIssue issue)
    {
        json.WriteStartObject();
        WriteStrings(json, ("scene", issue.Scene), ("time", SampleEvent.Text(issue.Time)), ("flow", issue.Flow), ("pool", issue.Pool), ("identity", issue.Identity), ("role", issue.Role), ("session_name", issue.SessionName), ("access_key_id", issue.AccessKey), ("error_code", issue.ErrorCode));
        WriteArray(json, "event_ids", issue.EventIds, json.WriteStringValue);
        json.WriteEndObject();
    }

    private static void WriteUse(Utf8JsonWriter json, TrueUse use)
    {
        var (record, session) = (use.Event, use.Session);
        json.WriteStartObject();
        WriteStrings(json, ("scene", use.Scene), ("event_id", record.EventId), ("time", record.TimeText), ("via", use.Via), ("pool", session.Identity.Pool.Id), ("identity", session.Identity.Id), ("role", session.Role), ("session_name", session.Name), ("access_key_id", session.AccessKey), ("service", record.Source), ("action", record.Name), ("error_code", record.ErrorCode));
        json.WriteBoolean("error", IsError(record));
        WriteArray(json, "proofs", use.Proofs, json.WriteStringValue);
        json.WriteEndObject();
    }

    private static void WriteChain(Utf8JsonWriter json, TrueChain chain)
    {
        json.WriteStartObject();
        WriteStrings(json, ("scene", chain.Scene), ("event_id", chain.EventId), ("from_role", chain.From.Role), ("to_role", chain.To.Role), ("access_key_id", chain.To.AccessKey), ("pool", chain.From.Identity.Pool.Id), ("identity", chain.From.Identity.Id));
        json.WriteNumber("depth", chain.Depth);
        json.WriteEndObject();
    }

    private static void Strings(Utf8JsonWriter json, params ReadOnlySpan<(string Name, string? Value)> members)
    {
        json.WriteStartObject();
        WriteStrings(json, members);
        json.WriteEndObject();
    }
}
