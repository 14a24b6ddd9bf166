using System.Text.Json;
using Spoor.Audit.Policies.Iam;

namespace Spoor.Audit.Policies;

/// <summary>Adds a role's calls up to actions and resources.</summary>
internal sealed class RoleUse
{
    private static readonly string[] s_passed = [":role/", ":instance-profile/"];
    private static readonly string[] s_members = ["role", "instanceProfile"];

    private readonly ActionTable _actions = ActionTable.Shipped;
    private readonly ResourceTable _resources = ResourceTable.Open();

    public SortedDictionary<string, CallTally> Used { get; } = new(StringComparer.Ordinal);

    public SortedDictionary<string, CallTally> Denied { get; } = new(StringComparer.Ordinal);

    public SortedDictionary<string, CallTally> Undecided { get; } = new(StringComparer.Ordinal);

    public SortedDictionary<string, CallTally> NoPermission { get; } = new(StringComparer.Ordinal);

    public SortedDictionary<string, CallTally> PassedRoles { get; } = new(StringComparer.Ordinal);

    /// <summary>Calls by outcome.</summary>
    public Dictionary<CallOutcome, long> Outcomes { get; } = new() { [CallOutcome.Granted] = 0, [CallOutcome.Denied] = 0, [CallOutcome.Undecided] = 0 };

    /// <summary>Events that are no calls of the API.</summary>
    public long OtherEvents { get; private set; }

    /// <summary>Requests that could not be read as JSON.</summary>
    public long UnreadableRequests { get; private set; }

    /// <summary>Adds a call.</summary>
    public void Add(RoleCall call)
    {
        if (!call.IsApiCall)
        {
            OtherEvents++;
            return;
        }

        var outcome = CallOutcomes.Of(call.ErrorCode);
        Outcomes[outcome]++;
        using var request = Parse(call.Request);
        using var resources = Parse(call.Resources);
        var role = call.Role.Split(':');
        var recorded = new RecordedCall(
            call.Action, role.ElementAtOrDefault(1) ?? "aws", role.ElementAtOrDefault(4) ?? "*", call.Region ?? "*", request?.RootElement ?? default, resources?.RootElement ?? default, call.Identity);
        var needed = _actions.Find(call.Service, call.Action, recorded.Request);
        if (needed.Actions.Count == 0)
        {
            Tally(NoPermission, call.Event, call, null, needed.Note);
            return;
        }

        var (tallies, isGranted) = outcome switch
        {
            CallOutcome.Denied => (Denied, false),
            CallOutcome.Granted when !needed.IsUndecided => (Used, true),
            _ => (Undecided, false),
        };
        foreach (var action in needed.Actions)
        {
            Tally(tallies, action, call, _resources.Find(action, recorded), needed.Note);
        }

        if (isGranted && call.Service != "sts.amazonaws.com")
        {
            AddPassedRoles(call, recorded.Request);
        }
    }

    /// <summary>The ARN of a role under a member whose name speaks of a role, or of an instance profile, which holds one: whoever makes such a call passes the role.</summary>
    private void AddPassedRoles(RoleCall call, JsonElement request)
    {
        if (call.Request is not { } text || !s_passed.Any(kind => text.Contains(kind, StringComparison.Ordinal)) || call.Service == "iam.amazonaws.com")
        {
            return;
        }

        foreach (var role in RoleArns(request, isNamed: false).Distinct(StringComparer.Ordinal))
        {
            Tally(PassedRoles, role, call, null, null);
        }
    }

    private static IEnumerable<string> RoleArns(JsonElement value, bool isNamed) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().SelectMany(member => RoleArns(member.Value, isNamed || s_members.Any(name => member.Name.Contains(name, StringComparison.OrdinalIgnoreCase)))),
        JsonValueKind.Array => value.EnumerateArray().SelectMany(element => RoleArns(element, isNamed)),
        JsonValueKind.String when isNamed && value.GetString() is { } text && text.StartsWith("arn:", StringComparison.Ordinal) && s_passed.Any(kind => text.Contains(kind, StringComparison.Ordinal)) => [text],
        _ => [],
    };

    private static void Tally(SortedDictionary<string, CallTally> tallies, string key, RoleCall call, UsedResources? resources, string? note)
    {
        if (!tallies.TryGetValue(key, out var tally))
        {
            tallies.Add(key, tally = new CallTally());
        }

        tally.Note ??= note;
        tally.Add(call, resources);
    }

    private JsonDocument? Parse(string? json)
    {
        if (string.IsNullOrEmpty(json))
        {
            return null;
        }

        try
        {
            return JsonDocument.Parse(json);
        }
        catch (JsonException)
        {
            // A text instead of an object; the call counts, with what it was made on unknown.
            UnreadableRequests++;
            return null;
        }
    }
}
