using Spoor.Audit.Cognito.Model;
using Spoor.Core.Errors;
using Spoor.Core.Text;

namespace Spoor.Audit.Cognito.Build;

/// <summary>Tells whether the logs know the pool and the role that were asked for, and which they may have been.</summary>
internal static class AskedNames
{
    private const int MostShown = 5;

    /// <summary>Refuses a pool or role that no record names: a slip of the pen must not look like an acquittal.</summary>
    /// <exception cref="QueryException">NotFound: it is unknown; the hint names those that are near.</exception>
    public static void Require(CognitoAuditRequest request, AuditAnswers answers)
    {
        foreach (var (kind, name) in Unknown(request, answers))
        {
            throw new QueryException(ErrorCode.NotFound, null, Sentence(kind, name), $"{Suggestion(kind, name, answers)}{Setting.AllowEmpty: * accepts one that is not known.}");
        }
    }

    /// <summary>The pool and the role asked for, as far as the logs do not know them.</summary>
    public static IEnumerable<(string Kind, string Name)> Unknown(CognitoAuditRequest request, AuditAnswers answers)
    {
        foreach (var pool in request.Filter.Pools.Prepend(request.Pool).OfType<string>().Where(pool => !answers.KnownNames.Contains(("pool", pool))))
        {
            yield return ("pool", pool);
        }

        if (request.Role is { } role && !answers.KnownNames.Exists(known => known.Kind == "role" && IsRole(known.Name, role)))
        {
            yield return ("role", role);
        }
    }

    /// <summary>Whether a role is the one asked for, by its ARN or by its name.</summary>
    public static bool IsRole(string arn, string asked) => arn == asked || NameOf(arn) == asked;

    /// <summary>What is so of an unknown pool or role.</summary>
    public static string Sentence(string kind, string name) => kind == "pool"
        ? $"No record that was read names pool '{name}'"
        : $"No pool that was seen gave role '{name}', and no call with it was read";

    /// <summary>Names that are near, and others that are known.</summary>
    public static string Suggestion(string kind, string asked, AuditAnswers answers)
    {
        // A role may be asked for by its name alone.
        string Short(string name) => asked.Contains(':', StringComparison.Ordinal) ? name : NameOf(name);
        var known = answers.KnownNames.Where(known => known.Kind == kind).Select(known => known.Name).Order(StringComparer.Ordinal).ToList();
        var nearest = NearestName.Find(asked, known.Select(Short));
        var others = known.Where(name => Short(name) != nearest).ToList();
        string[] parts =
        [
            .. nearest is null ? (string[])[] : [$"Did you mean {nearest}?"],
            .. known.Count == 0 ? [$"No {kind} of Cognito was seen at all."]
                : others.Count == 0 ? (string[])[]
                : [$"Seen: {string.Join(", ", others.Take(MostShown))}{(others.Count > MostShown ? " and others" : "")}."],
        ];
        return string.Join(' ', parts);
    }

    private static string NameOf(string role) => role[(role.LastIndexOf('/') + 1)..];
}
