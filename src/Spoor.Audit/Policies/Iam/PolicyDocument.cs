using System.Text.Json.Serialization;
using Spoor.Core.Collections;

namespace Spoor.Audit.Policies.Iam;

/// <summary>An IAM policy document.</summary>
/// <param name="Version">Of the policy language.</param>
/// <param name="Statement">Its statements.</param>
public sealed record PolicyDocument([property: JsonPropertyName("Version")] string Version, [property: JsonPropertyName("Statement")] ValueList<PolicyStatement> Statement)
{
    /// <summary>The newest version of the policy language, which knows variables.</summary>
    public const string NewestVersion = "2012-10-17";
}

/// <summary>A statement that allows.</summary>
/// <param name="Sid">Letters and digits, once in the document.</param>
/// <param name="Effect"><c>Allow</c>.</param>
/// <param name="Action">Actions in order.</param>
/// <param name="Resource">Resource patterns in order.</param>
public sealed record PolicyStatement(
    [property: JsonPropertyName("Sid")] string Sid,
    [property: JsonPropertyName("Effect")] string Effect,
    [property: JsonPropertyName("Action")] ValueList<string> Action,
    [property: JsonPropertyName("Resource")] ValueList<string> Resource);
