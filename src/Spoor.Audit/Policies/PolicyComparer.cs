using Spoor.Audit.Policies.Iam;
using Spoor.Core.Collections;

namespace Spoor.Audit.Policies;

/// <summary>Compares what a policy grants with what was used.</summary>
internal sealed class PolicyComparer(ValueList<CurrentStatement> current, ValueList<UsedAction> used, ValueList<UnobservedAction> unobserved)
{
    private readonly List<GrantedAction> _unused = [];
    private readonly List<GrantedAction> _notObservable = [];
    private readonly List<NarrowedGrant> _narrowed = [];

    public PolicyComparison Compare()
    {
        foreach (var statement in current.Where(statement => statement.IsAllow))
        {
            if (statement.IsNotAction)
            {
                CompareGrant(statement, $"NOT {string.Join(' ', statement.Actions)}", statement.IsAbout, isWide: true);
                continue;
            }

            foreach (var pattern in statement.Actions)
            {
                CompareGrant(statement, pattern, action => IamPattern.CoversAction(pattern, action), IamPattern.IsPattern(pattern));
            }
        }

        return new PolicyComparison(_unused.ToValueList(), _notObservable.ToValueList(), _narrowed.ToValueList(), used.Select(Ungranted).OfType<UngrantedUse>().ToValueList());
    }

    private void CompareGrant(CurrentStatement statement, string shown, Func<string, bool> covers, bool isWide)
    {
        var matched = used.Where(action => covers(action.Action) && action.Resources.Any(resource => IsWithin(statement, resource))).ToList();
        var hidden = unobserved.Where(row => row.Actions.Any(action => covers(action) || IamPattern.CoversAction(action, shown))).ToList();
        if (hidden.Count > 0)
        {
            _notObservable.Add(new GrantedAction(statement.Name, shown, string.Join("; ", hidden.Select(row => $"{string.Join(' ', row.Actions)}: {row.Why}"))));
        }

        if (matched.Count == 0)
        {
            if (hidden.Count == 0 || isWide)
            {
                _unused.Add(new GrantedAction(statement.Name, shown, hidden.Count == 0 ? null : "no use was seen, but not all of it can be seen"));
            }

            return;
        }

        var resources = matched.SelectMany(action => action.Resources).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToValueList();
        if (isWide || !resources.All(resource => statement.Resources.Contains(resource)))
        {
            _narrowed.Add(new NarrowedGrant(statement.Name, shown, statement.ShownResources, matched.Select(action => action.Action).ToValueList(), resources));
        }
    }

    // A use that is wider than the statement (* where records do not tell) may still have been on its resources.
    private static bool IsWithin(CurrentStatement statement, string resource) =>
        statement.IsOn(resource) || (IamPattern.IsPattern(resource) && !statement.IsNotResource && statement.Resources.Any(pattern => IamPattern.CoversResource(resource, pattern)));

    private UngrantedUse? Ungranted(UsedAction action)
    {
        var about = current.Where(statement => statement.IsAbout(action.Action)).ToList();
        if (about.Find(statement => !statement.IsAllow && !statement.HasCondition && action.Resources.All(statement.IsOn)) is { } denying)
        {
            return new UngrantedUse(action.Action, action.Resources, $"statement {denying.Name} denies it");
        }

        // Where records do not tell the resource, any statement about the action may have granted it.
        var isAnywhere = action.Breadth == "unknown";
        var missing = action.Resources.Where(resource => !about.Exists(statement => statement.IsAllow && (isAnywhere || statement.IsOn(resource)))).ToValueList();
        return missing.Count == 0 ? null : new UngrantedUse(
            action.Action, missing, about.Exists(statement => statement.IsAllow) ? "no statement allows it on these resources" : "no statement allows it");
    }
}
