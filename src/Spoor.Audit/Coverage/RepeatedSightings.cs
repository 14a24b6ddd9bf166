using System.Runtime.InteropServices;

namespace Spoor.Audit.Coverage;

/// <summary>Counts which sightings of an <c>eventID</c> repeat an earlier one, and which only have its id.</summary>
internal static class RepeatedSightings
{
    /// <summary>Adds the counts to the parts of the records.</summary>
    /// <param name="sightings">All sightings.</param>
    /// <param name="objects">Names of the objects by their numbers; their order is the order of delivery.</param>
    /// <param name="parts">The parts by their numbers.</param>
    public static void Count(SightingFile sightings, IReadOnlyList<string> objects, List<RecordPart> parts)
    {
        var ranks = Ranks(objects);
        foreach (var group in sightings.Groups())
        {
            group.Sort((left, right) => Compare(left, right, ranks));
            Count(CollectionsMarshal.AsSpan(group), parts);
        }
    }

    private static void Count(ReadOnlySpan<EventSighting> sorted, List<RecordPart> parts)
    {
        // What records with the id said so far, and the object where it was said last.
        var said = new Dictionary<long, int>();
        for (var i = 0; i < sorted.Length; i++)
        {
            ref readonly var sighting = ref sorted[i];
            if (i == 0 || sighting.Id != sorted[i - 1].Id)
            {
                if (i + 1 == sorted.Length || sorted[i + 1].Id != sighting.Id)
                {
                    continue; // Seen once, as nearly all are.
                }

                said.Clear();
            }

            var part = parts[sighting.Part];
            if (!said.TryGetValue(sighting.Content, out var lastObject))
            {
                part.ConflictingIds += said.Count > 0 ? 1 : 0;
            }
            else if (lastObject == sighting.Object)
            {
                part.RepeatsWithinObjects++;
            }
            else
            {
                part.RepeatsAcrossObjects++;
            }

            said[sighting.Content] = sighting.Object;
        }
    }

    /// <summary>By id, then as delivered. Records that are wrapped in one text share its position; any order of theirs gives the same counts if it is always the same.</summary>
    private static int Compare(in EventSighting left, in EventSighting right, int[] ranks)
    {
        var order = left.Id.CompareTo(right.Id);
        order = order != 0 ? order : ranks[left.Object].CompareTo(ranks[right.Object]);
        order = order != 0 ? order : left.Position.CompareTo(right.Position);
        return order != 0 ? order : left.Content.CompareTo(right.Content);
    }

    /// <summary>The place of each object in the order of names.</summary>
    private static int[] Ranks(IReadOnlyList<string> objects)
    {
        var ranks = new int[objects.Count];
        foreach (var (rank, number) in Enumerable.Range(0, objects.Count).OrderBy(number => objects[number], StringComparer.Ordinal).Index())
        {
            ranks[number] = rank;
        }

        return ranks;
    }
}
