using System.Text.Json;

namespace Spoor.Audit.Policies.Iam;

/// <summary>What a call's record says about what it was made on.</summary>
/// <param name="EventName">As recorded.</param>
/// <param name="Partition">Of the role: <c>aws</c>, <c>aws-cn</c>, ...</param>
/// <param name="Account">Of the role: names without an account are looked up there.</param>
/// <param name="Region">Of the call.</param>
/// <param name="Request">The request's parameters; undefined without them.</param>
/// <param name="Resources">The record's list of resources; undefined without one.</param>
/// <param name="Identity">The pool identity whose session made the call, where the record states it.</param>
internal sealed record RecordedCall(string EventName, string Partition, string Account, string Region, JsonElement Request, JsonElement Resources, string? Identity)
{
    /// <summary>ARNs and types of the record's resources.</summary>
    public IEnumerable<(string Arn, string? Type)> RecordedResources() => Resources.ValueKind == JsonValueKind.Array
        ? Resources.EnumerateArray().Where(resource => resource.ValueKind == JsonValueKind.Object)
            .Select(resource => (Arn: Text(resource, "ARN"), Type: Text(resource, "type")))
            .Where(resource => resource.Arn is { Length: > 0 })
            .Select(resource => (resource.Arn ?? "", resource.Type))
        : [];

    private static string? Text(JsonElement value, string name) =>
        value.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.String ? member.GetString() : null;
}
