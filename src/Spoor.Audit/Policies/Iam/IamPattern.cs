namespace Spoor.Audit.Policies.Iam;

/// <summary>The patterns of IAM policies: <c>*</c> is any text, <c>?</c> any character.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html"/>
internal static class IamPattern
{
    /// <summary>Whether an action pattern covers an action, in any case.</summary>
    public static bool CoversAction(string pattern, string action) => Covers(pattern.ToLowerInvariant(), action.ToLowerInvariant());

    /// <summary>Whether a resource pattern covers a resource or all resources of another pattern. A variable of the pattern may be any text.</summary>
    public static bool CoversResource(string pattern, string resource) => pattern == resource || Covers(WithoutVariables(pattern), resource);

    /// <summary>Whether a text has wildcards of its own.</summary>
    public static bool IsPattern(string text) => WithoutVariables(text).AsSpan().ContainsAny('*', '?');

    /// <summary>A value as a pattern that covers only it.</summary>
    public static string Escape(string value) => !value.AsSpan().ContainsAny('*', '?', '$')
        ? value
        : value.Replace("$", "${$}", StringComparison.Ordinal).Replace("*", "${*}", StringComparison.Ordinal).Replace("?", "${?}", StringComparison.Ordinal);

    // ${*}, ${?} and ${$} are the characters themselves; a ? is near enough for the first two, as it covers them.
    private static string WithoutVariables(string pattern)
    {
        for (var start = pattern.IndexOf("${", StringComparison.Ordinal); start >= 0; start = pattern.IndexOf("${", start + 1, StringComparison.Ordinal))
        {
            var end = pattern.IndexOf('}', start);
            if (end < 0)
            {
                break;
            }

            var name = pattern[(start + 2)..end];
            pattern = pattern[..start] + (name is "*" or "?" or "$" ? "?" : "*") + pattern[(end + 1)..];
        }

        return pattern;
    }

    // Greedy with one way back: linear for patterns of one star, never exponential.
    private static bool Covers(string pattern, string text)
    {
        var (p, t, star, mark) = (0, 0, -1, 0);
        while (t < text.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                (star, mark) = (p++, t);
            }
            else if (p < pattern.Length && (pattern[p] == '?' || pattern[p] == text[t]))
            {
                (p, t) = (p + 1, t + 1);
            }
            else if (star >= 0)
            {
                (p, t) = (star + 1, ++mark);
            }
            else
            {
                return false;
            }
        }

        return pattern.AsSpan(p).TrimStart('*').IsEmpty;
    }
}
