using Spoor.Samples.Noise;
using Spoor.Samples.Records;
using Spoor.Samples.Trail;

namespace Spoor.Samples.Scenarios;

/// <summary>Delivers scenarios' records among noise: an object per stream and half a day, in no order, some records late or twice.</summary>
internal sealed class ScenarioWriter
{
    private static readonly TimeSpan s_period = TimeSpan.FromHours(12);

    private readonly Dictionary<(SampleStream Stream, int Period), List<SampleEvent>> _planned = [];
    private readonly HashSet<(SampleStream Stream, int Period)> _withheld = [];
    private readonly List<SampleStream> _streams;
    private readonly string _folder;
    private readonly ScenarioOptions _options;
    private readonly CancellationToken _cancellationToken;
    private readonly SampleRandom _random;
    private readonly NoiseSource _noise;
    private readonly SampleObject _object = new();
    private readonly HashSet<string> _own = new(StringComparer.Ordinal);
    private int _lastPeriod, _events, _duplicates, _objects;
    private long _decompressed, _written;

    public ScenarioWriter(string folder, ScenarioOptions options, GroundTruth truth, CancellationToken cancellationToken)
    {
        _folder = folder;
        _options = options;
        _streams = options.Noise > 0 ? [.. SampleAccounts.Streams] : [SampleAccounts.Streams[0]];
        _cancellationToken = cancellationToken;
        _random = SampleRandom.For(options.Seed, 7);
        _noise = new NoiseSource(SampleRandom.For(options.Seed, 8), options.Seed);
        foreach (var gap in truth.Gaps)
        {
            // The day's own objects, and the one of the evening before, which would be delivered on that day.
            var noon = (int)((gap.Day - ScenarioTrail.Start) / s_period);
            var stream = StreamOf(gap.Stream.Account, gap.Stream.Region);
            _withheld.UnionWith([(stream, noon - 1), (stream, noon), (stream, noon + 1)]);
        }
    }

    /// <summary>Noise fills the whole trail; scenarios alone end the day after their last record.</summary>
    private int Periods => _options.Noise > 0 ? ScenarioTrail.Days * 2 : _lastPeriod + 3;

    public SampleSummary Write(IReadOnlyList<PlannedRecord> records)
    {
        _lastPeriod = records.Max(record => PeriodOf(record) + record.Deliveries - 1);
        foreach (var record in records)
        {
            Plan(record);
        }

        var objects = (_streams.Count * Periods) - _withheld.Count;
        var share = Math.Max(1, (_options.Noise + objects - 1) / objects);
        foreach (var stream in _streams)
        {
            for (var period = 0; period < Periods; period++)
            {
                _cancellationToken.ThrowIfCancellationRequested();
                if (!_withheld.Contains((stream, period)))
                {
                    WriteObject(stream, period, share);
                }
            }
        }

        return new SampleSummary(_events, _duplicates, _objects, _decompressed, _written);
    }

    private static int PeriodOf(PlannedRecord record) => (int)((record.Event.Time + record.Delay - ScenarioTrail.Start) / s_period);

    private void Plan(PlannedRecord record)
    {
        var stream = StreamOf(record.Event.Account, record.Event.Region);
        for (var delivery = 0; delivery < record.Deliveries; delivery++)
        {
            var place = (stream, PeriodOf(record) + delivery);
            if (!_planned.TryGetValue(place, out var planned))
            {
                _planned.Add(place, planned = []);
            }

            planned.Add(record.Event);
        }
    }

    private SampleStream StreamOf(string account, string region)
    {
        var stream = _streams.Find(stream => stream.Account == account && stream.Region == region);
        if (stream is null)
        {
            _streams.Add(stream = new SampleStream(account, region, 0));
        }

        return stream;
    }

    private void WriteObject(SampleStream stream, int period, int noise)
    {
        var from = ScenarioTrail.Start + (s_period * period);
        List<SampleEvent> records = _planned.Remove((stream, period), out var planned) ? planned : [];
        foreach (var record in records)
        {
            if (_own.Add(record.EventId))
            {
                _events++;
            }
            else
            {
                _duplicates++;
            }
        }

        for (var i = 0; i < noise; i++, _events++)
        {
            records.Add(_noise.Make(stream, from.AddSeconds(_random.Below((int)s_period.TotalSeconds))));
        }

        Shuffle(records);
        _object.Clear();
        records.ForEach(record => _object.Add(record, _own.Contains(record.EventId) && _random.Chance(50) ? _random : null));
        var delivered = from + s_period + TimeSpan.FromMinutes(_random.Between(2, 12));
        var (decompressed, written) = _object.WriteTo(SampleObject.PathOf(_folder, stream.Account, "CloudTrail", stream.Region, delivered, _random.Alphanumeric(16)));
        _decompressed += decompressed;
        _written += written;
        _objects++;
    }

    private void Shuffle(List<SampleEvent> records)
    {
        for (var i = records.Count - 1; i > 0; i--)
        {
            var other = _random.Below(i + 1);
            (records[i], records[other]) = (records[other], records[i]);
        }
    }
}
