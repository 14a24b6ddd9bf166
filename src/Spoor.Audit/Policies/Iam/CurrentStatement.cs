using Spoor.Core.Collections;

namespace Spoor.Audit.Policies.Iam;

/// <summary>A statement of the policy in force.</summary>
/// <param name="Name">Its Sid, else its number from 1.</param>
/// <param name="IsAllow">It allows; otherwise it denies.</param>
/// <param name="Actions">Patterns of Action or NotAction.</param>
/// <param name="IsNotAction">The statement is about all actions but these.</param>
/// <param name="Resources">Patterns of Resource or NotResource.</param>
/// <param name="IsNotResource">The statement is about all resources but these.</param>
/// <param name="HasCondition">It holds under conditions only, which logs cannot decide.</param>
public sealed record CurrentStatement(string Name, bool IsAllow, ValueList<string> Actions, bool IsNotAction, ValueList<string> Resources, bool IsNotResource, bool HasCondition)
{
    /// <summary>Whether the statement is about an action.</summary>
    public bool IsAbout(string action) => Actions.Any(pattern => IamPattern.CoversAction(pattern, action)) != IsNotAction;

    /// <summary>Whether the statement is about a resource, or all that a pattern stands for.</summary>
    public bool IsOn(string resource) => Resources.Any(pattern => IamPattern.CoversResource(pattern, resource)) != IsNotResource;

    /// <summary>Resources as the report shows them.</summary>
    internal ValueList<string> ShownResources => IsNotResource ? Resources.Select(resource => $"NOT {resource}").ToValueList() : Resources;
}
