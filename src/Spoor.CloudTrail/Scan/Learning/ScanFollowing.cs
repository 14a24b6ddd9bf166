using Spoor.CloudTrail.Scan.Contract;
using Spoor.Storage.Objects;

namespace Spoor.CloudTrail.Scan.Learning;

/// <summary>What lets a scan find records that others lead to, such as the calls with a key that another record hands out, in one reading of the logs.</summary>
/// <remarks>
/// Each object is looked at twice while it is in memory: first for what meets the request's filter, from which <paramref name="learner"/> learns, then, when all
/// objects before it have been learnt from, for what the learner made wanted. A text that is learnt after an object was looked at for it makes the object late, and
/// so does one too large to be kept in memory: late objects have to be read again, by another scan with the same following. Its readers then find all in one look.
/// </remarks>
/// <param name="learner">Learns from the records that meet the filter.</param>
/// <param name="wanted">The condition of the second look; <see cref="LeafFollowed"/> stands in it for what was learnt.</param>
public sealed class ScanFollowing(IRecordLearner learner, ScanFilter wanted)
{
    private readonly List<LookedAt> _objects = [];

    /// <summary>What to find besides; the learner adds to it.</summary>
    public FollowedTexts Texts { get; } = new();

    /// <summary>The window, as records write times; empty for no such end. The statistics count the records in it.</summary>
    public (string From, string To) Window { get; init; } = ("", "");

    /// <summary>Whether all has been learnt, so that one look at an object finds what two would.</summary>
    internal bool IsComplete { get; private set; }

    internal IRecordLearner Learner => learner;

    internal LookOrder Order { get; } = new();

    /// <summary>Takes stock when a scan is over, and makes the next one find the rest.</summary>
    /// <returns>The objects whose rows are not all there.</returns>
    public IReadOnlySet<ObjectName> TakeLate()
    {
        var texts = Texts.Fingerprints();
        bool IsLate(LookedAt looked) => !looked.WasComplete || (Texts.HasUnsearchable && !looked.WasBlind) || Array.Exists(looked.Missed, texts.Contains);
        var late = _objects.Where(IsLate).Select(looked => looked.Name).ToHashSet();
        _objects.Clear();
        IsComplete = true;
        return late;
    }

    internal ScanFilter Wanted => wanted;

    /// <summary>Notes what is known of an object that was read.</summary>
    internal void Add(LookedAt looked)
    {
        lock (_objects)
        {
            _objects.Add(looked);
        }
    }

    /// <summary>An object that was read.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="WasComplete">Whether the second look came to its end.</param>
    /// <param name="WasBlind">Whether that look parsed every record.</param>
    /// <param name="Missed">Fingerprints of texts that it has and that were not wanted then.</param>
    internal sealed record LookedAt(ObjectName Name, bool WasComplete, bool WasBlind, ulong[] Missed);
}
