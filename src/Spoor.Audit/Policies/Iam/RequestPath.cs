using System.Text.Json;

namespace Spoor.Audit.Policies.Iam;

/// <summary>A member of a record's request: <c>a.b[].c</c>. Names match in any case, as services write them in both.</summary>
internal sealed class RequestPath
{
    private readonly (string Name, bool IsList)[] _steps;

    public RequestPath(string text) =>
        _steps = [.. text.Split('.').Select(step => step.EndsWith("[]", StringComparison.Ordinal) ? (step[..^2], true) : (step, false))];

    /// <summary>Whether there is such a member, whatever its kind; null and empty texts are none.</summary>
    public bool Exists(JsonElement request) => Find(request).Any();

    /// <summary>Its values as texts; objects and lists have none.</summary>
    public IEnumerable<string> Texts(JsonElement request) => Find(request)
        .Where(value => value.ValueKind is JsonValueKind.String or JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False)
        .Select(value => value.ToString());

    private IEnumerable<JsonElement> Find(JsonElement request)
    {
        IEnumerable<JsonElement> found = [request];
        foreach (var (name, isList) in _steps)
        {
            found = found.SelectMany(value => Member(value, name));
            if (isList)
            {
                found = found.SelectMany(Elements);
            }
        }

        return found.Where(value => value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined) && !(value.ValueKind == JsonValueKind.String && value.ValueEquals("")));
    }

    private static IEnumerable<JsonElement> Member(JsonElement value, string name) => value.ValueKind == JsonValueKind.Object
        ? value.EnumerateObject().Where(member => member.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Take(1).Select(member => member.Value)
        : [];

    // A list of one is written without its brackets now and then.
    private static IEnumerable<JsonElement> Elements(JsonElement value) => value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : [value];
}
