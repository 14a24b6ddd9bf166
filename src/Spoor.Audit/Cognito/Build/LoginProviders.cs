using System.Text.Json;

namespace Spoor.Audit.Cognito.Build;

/// <summary>Reads login providers out of <c>logins</c> and the <c>amr</c> claim.</summary>
internal static class LoginProviders
{
    /// <summary>The keys of <c>logins</c>; their values are hidden. None when the text is no JSON object.</summary>
    public static IEnumerable<string> OfLogins(string? logins) =>
        TryParse(logins, JsonValueKind.Object) is { } json ? json.EnumerateObject().Select(member => member.Name).ToList() : [];

    /// <summary>The provider in <c>["authenticated","PROVIDER","PROVIDER:…"]</c>; none for a guest.</summary>
    public static IEnumerable<string> OfMethods(string? methods) => Texts(methods).Skip(1).Take(1);

    private static List<string> Texts(string? json) =>
        TryParse(json, JsonValueKind.Array) is { } array ? [.. array.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString() ?? "")] : [];

    private static JsonElement? TryParse(string? text, JsonValueKind kind)
    {
        if (text is null)
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.ValueKind == kind ? document.RootElement.Clone() : null;
        }
        catch (JsonException)
        {
            // A claim that is cut or hidden names no provider; the identity is listed without one.
            return null;
        }
    }
}
