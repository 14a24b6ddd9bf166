using System.Text.Json;
using Spoor.Core.Collections;
using Spoor.Core.Errors;

namespace Spoor.Audit.Policies.Iam;

/// <summary>Reads the policy in force as files have it: a document, a list of statements, one statement, or the answer of <c>aws iam get-policy-version</c> or <c>get-role-policy</c>.</summary>
public static class CurrentPolicyFile
{
    private const string Hint = "Give an IAM policy document: {\"Version\": \"2012-10-17\", \"Statement\": [...]}.";

    /// <summary>The statements of a file.</summary>
    /// <exception cref="QueryException">NotFound: there is no such file. InvalidArguments: it holds no policy.</exception>
    public static ValueList<CurrentStatement> Read(string path)
    {
        try
        {
            return Parse(File.ReadAllText(path), path);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new QueryException(ErrorCode.NotFound, null, $"There is no file '{path}'", Hint, exception);
        }
    }

    /// <summary>The statements of a text. <paramref name="name"/> names it in errors.</summary>
    /// <exception cref="QueryException">InvalidArguments: it holds no policy.</exception>
    public static ValueList<CurrentStatement> Parse(string json, string name)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
            return StatementsOf(document.RootElement, name).Select((statement, index) => Read(statement, index + 1, name)).ToValueList();
        }
        catch (JsonException exception)
        {
            throw new QueryException(ErrorCode.InvalidArguments, null, $"'{name}' is no JSON: {exception.Message}", Hint, exception);
        }
    }

    private static List<JsonElement> StatementsOf(JsonElement value, string name)
    {
        if (value.ValueKind == JsonValueKind.Array)
        {
            return [.. value.EnumerateArray().SelectMany(element => element.ValueKind == JsonValueKind.Object && Has(element, "Statement") ? StatementsOf(element, name) : [element])];
        }

        if (value.ValueKind == JsonValueKind.Object)
        {
            foreach (var wrapper in (string[])["Statement", "PolicyVersion", "Document", "PolicyDocument", "Policy"])
            {
                if (value.TryGetProperty(wrapper, out var inner))
                {
                    return inner.ValueKind == JsonValueKind.String ? StatementsOf(ParseText(inner), name) : StatementsOf(inner, name);
                }
            }

            if (Has(value, "Effect"))
            {
                return [value];
            }
        }

        throw Wrong(name, "it has no Statement");
    }

    // The API answers documents as URL-encoded texts.
    private static JsonElement ParseText(JsonElement text)
    {
        using var document = JsonDocument.Parse(Uri.UnescapeDataString(text.GetString() ?? ""));
        return document.RootElement.Clone();
    }

    private static CurrentStatement Read(JsonElement statement, int number, string name)
    {
        if (statement.ValueKind != JsonValueKind.Object)
        {
            throw Wrong(name, $"statement {number} is no object");
        }

        var effect = statement.TryGetProperty("Effect", out var effectValue) && effectValue.ValueKind == JsonValueKind.String ? effectValue.GetString() : null;
        var isNotAction = Has(statement, "NotAction");
        var isNotResource = Has(statement, "NotResource");
        var actions = Texts(statement, isNotAction ? "NotAction" : "Action");
        if (effect is not ("Allow" or "Deny") || actions.Count == 0)
        {
            throw Wrong(name, $"statement {number} needs an Effect (Allow or Deny) and an Action or NotAction");
        }

        var resources = Texts(statement, isNotResource ? "NotResource" : "Resource");
        var sid = Texts(statement, "Sid");
        return new CurrentStatement(
            sid.Count == 1 && sid[0].Length > 0 ? sid[0] : $"{number}", effect == "Allow", actions, isNotAction, resources.Count == 0 ? ["*"] : resources, isNotResource, Has(statement, "Condition"));
    }

    private static bool Has(JsonElement value, string name) => value.TryGetProperty(name, out _);

    private static ValueList<string> Texts(JsonElement statement, string name) => !statement.TryGetProperty(name, out var value) ? []
        : value.ValueKind == JsonValueKind.String ? [value.GetString() ?? ""]
        : value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().Where(element => element.ValueKind == JsonValueKind.String).Select(element => element.GetString() ?? "").ToValueList()
        : [];

    private static QueryException Wrong(string name, string reason) => new(ErrorCode.InvalidArguments, null, $"'{name}' is no IAM policy: {reason}", Hint);
}
