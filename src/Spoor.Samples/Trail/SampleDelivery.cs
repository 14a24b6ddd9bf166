using Spoor.Samples.Records;

namespace Spoor.Samples.Trail;

/// <summary>Decides which object a record is delivered in: mostly the one of its time, sometimes a later one, or one of another region.</summary>
internal sealed class SampleDelivery
{
    private readonly Dictionary<(SampleStream Stream, int Object), List<SampleEvent>> _planned = [];
    private readonly Dictionary<SampleStream, int> _objects;
    private readonly SampleOptions _options;
    private readonly SampleRandom _random;

    public SampleDelivery(SampleOptions options, SampleRandom random)
    {
        _options = options;
        _random = random;
        _objects = Share(options.ObjectCount);
    }

    /// <summary>Number of objects of a stream; none when a sample has fewer objects than there are streams.</summary>
    public int ObjectsOf(SampleStream stream) => _objects[stream];

    /// <summary>The span of time of which an object has the records.</summary>
    public (DateTimeOffset From, TimeSpan Length) PeriodOf(SampleStream stream, int number)
    {
        var length = TimeSpan.FromDays(_options.Days) / _objects[stream];
        return (_options.FirstInstant + (length * number), length);
    }

    public void Plan(SampleEvent record)
    {
        var stream = Stream(record);
        var number = (int)((record.Time - _options.FirstInstant) / (TimeSpan.FromDays(_options.Days) / _objects[stream]));
        number = Math.Clamp(number + (_random.Chance(4) ? 1 : 0), 0, _objects[stream] - 1);
        Plan(stream, number, record);
    }

    /// <summary>Delivers a record once more, in the object after this one.</summary>
    public bool TryRepeat(SampleStream stream, int number, SampleEvent record)
    {
        if (number + 1 >= _objects[stream])
        {
            return false;
        }

        Plan(stream, number + 1, record);
        return true;
    }

    /// <summary>The records planned for an object, which are forgotten here.</summary>
    public IReadOnlyList<SampleEvent> Take(SampleStream stream, int number) => _planned.Remove((stream, number), out var records) ? records : [];

    private static Dictionary<SampleStream, int> Share(int objects)
    {
        var shares = SampleAccounts.Streams.ToDictionary(stream => stream, stream => objects * stream.Percent / 100);
        var first = SampleAccounts.Streams[0];
        shares[first] += objects - shares.Values.Sum();
        return shares;
    }

    private SampleStream Stream(SampleEvent record)
    {
        var own = SampleAccounts.Streams.Where(stream => stream.Account == record.Account && _objects[stream] > 0).ToArray();
        var candidates = own.Length > 0 ? own : SampleAccounts.Streams[..1];
        return candidates.FirstOrDefault(stream => stream.Region == record.Region && !_random.Chance(1)) ?? candidates[0];
    }

    private void Plan(SampleStream stream, int number, SampleEvent record)
    {
        if (!_planned.TryGetValue((stream, number), out var records))
        {
            _planned.Add((stream, number), records = []);
        }

        records.Add(record);
    }
}
