using Spoor.CloudTrail.Names;

namespace Spoor.Audit.Declaring;

/// <summary>What was found in a tree so far.</summary>
internal sealed class TrailTreeContent
{
    /// <summary>Twelve digits each, in order.</summary>
    public SortedSet<string> Accounts { get; } = new(StringComparer.Ordinal);

    /// <summary>As in the path, in order.</summary>
    public SortedSet<string> Regions { get; } = new(StringComparer.Ordinal);

    /// <summary>The first day's folder.</summary>
    public DateOnly FirstDay { get; private set; } = DateOnly.MaxValue;

    /// <summary>Objects that a table over the tree reads.</summary>
    public long Objects { get; private set; }

    /// <summary>Takes in another object.</summary>
    public void Add(CloudTrailObjectName name)
    {
        Accounts.Add(name.AccountId);
        Regions.Add(name.Region);
        FirstDay = name.Day < FirstDay ? name.Day : FirstDay;
        Objects++;
    }
}
