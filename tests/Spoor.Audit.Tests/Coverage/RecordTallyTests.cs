using CsCheck;
using Spoor.Audit.Coverage;
using Spoor.Testing;
using Xunit;

namespace Spoor.Audit.Tests.Coverage;

/// <summary>What is repeated is found in little memory, whatever the number and order of records.</summary>
public sealed class RecordTallyTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static Gen<EventSighting[]> Sightings { get; } = Gen.Select(Gen.Int[0, 40], Gen.Int[0, 2], Gen.Int[0, 5], Gen.Int[0, 3])
        .Select((id, content, place, position) => new EventSighting(IdOf(id), content, position, place, place)).Array[0, 400];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Repeats_and_conflicts_are_those_of_a_plain_count() => Sightings.Sample(
        seen =>
        {
            string[] objects = ["f", "b", "a", "e", "c", "d"];
            Assert.Equal(PlainCount(seen, objects), Count(seen, objects));
        });

    [Fact]
    public void Sightings_beyond_what_is_held_come_back_whole_and_leave_no_file()
    {
        const int Count = 600_000; // More than two blocks of each group.
        using (var file = new SightingFile(_folder.Path))
        {
            for (var i = 0; i < Count; i++)
            {
                file.Add(new EventSighting(IdOf(i / 2), i, -i, i % 7, i % 11));
            }

            var places = new Dictionary<Guid, int>();
            var back = new HashSet<EventSighting>();
            foreach (var (number, group) in file.Groups().Index())
            {
                foreach (var sighting in group)
                {
                    Assert.True(back.Add(sighting));
                    Assert.Equal(number, places.TryAdd(sighting.Id, number) ? number : places[sighting.Id]);
                }
            }

            Assert.Equal(Count, back.Count);
            Assert.Equal(Enumerable.Range(0, Count).Select(i => new EventSighting(IdOf(i / 2), i, -i, i % 7, i % 11)).ToHashSet(), back);
        }

        Assert.Empty(Directory.GetFiles(_folder.Path));
    }

    private static Guid IdOf(int number) => new(number, 1, 2, [3, 4, 5, 6, 7, 8, 9, 10]);

    private (long Within, long Across, long Conflicting)[] Count(EventSighting[] seen, string[] objects)
    {
        using var file = new SightingFile(_folder.Path);
        Array.ForEach(seen, sighting => file.Add(sighting));
        var parts = objects.Select(name => new RecordPart(name, null, null, null)).ToList();
        RepeatedSightings.Count(file, objects, parts);
        return [.. parts.Select(part => (part.RepeatsWithinObjects, part.RepeatsAcrossObjects, part.ConflictingIds))];
    }

    /// <summary>Each record is compared with all before it, by the words of the report's documentation.</summary>
    private static (long Within, long Across, long Conflicting)[] PlainCount(EventSighting[] seen, string[] objects)
    {
        var counts = new (long Within, long Across, long Conflicting)[objects.Length];
        var sorted = seen.OrderBy(sighting => objects[sighting.Object], StringComparer.Ordinal).ThenBy(sighting => sighting.Position).ThenBy(sighting => sighting.Content).ToList();
        for (var i = 0; i < sorted.Count; i++)
        {
            var before = sorted.Take(i).Where(other => other.Id == sorted[i].Id).ToList();
            var copies = before.Where(other => other.Content == sorted[i].Content).ToList();
            ref var count = ref counts[sorted[i].Part];
            count.Within += copies.Exists(copy => copy.Object == sorted[i].Object) ? 1 : 0;
            count.Across += copies.Count > 0 && !copies.Exists(copy => copy.Object == sorted[i].Object) ? 1 : 0;
            count.Conflicting += copies.Count == 0 && before.Count > 0 ? 1 : 0;
        }

        return counts;
    }
}
