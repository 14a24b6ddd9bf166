using Spoor.Core.Errors;
using Spoor.Samples.Noise;
using Spoor.Samples.Records;

namespace Spoor.Samples.Trail;

/// <summary>Makes a trail of invented accounts: ordinary noise, every shape that identity pools leave in logs, and the truth about it.</summary>
public static class SampleTrail
{
    /// <summary>The file beside <c>AWSLogs/</c> that says what an audit must find.</summary>
    public const string GroundTruthFileName = "ground-truth.json";

    /// <summary>Ordinary sessions are added until the pools have 1 % of the records, but not more than this, so that memory stays bounded: all scenes are planned before the first is written.</summary>
    private const int MostCognitoRecords = 50_000;

    /// <summary>Writes <c>AWSLogs/…</c> and the ground truth into <paramref name="folder"/>, which must not hold a trail yet.</summary>
    /// <exception cref="QueryException">InvalidArguments: an option is out of range. AlreadyExists: the folder holds a trail.</exception>
    public static SampleSummary Write(string folder, SampleOptions options, CancellationToken cancellationToken)
    {
        options.Check();
        CheckEmpty(folder);
        var scenes = new CognitoScenes(options);
        scenes.Play(Math.Min(options.Events / 100, MostCognitoRecords));
        var summary = new Writer(folder, options, scenes, cancellationToken).Write();
        SampleSiblings.Write(folder, options);
        GroundTruthFile.Write(Path.Combine(folder, GroundTruthFileName), options, scenes, summary);
        return summary;
    }

    /// <exception cref="QueryException">AlreadyExists: the folder holds a trail.</exception>
    internal static void CheckEmpty(string folder)
    {
        if (Directory.Exists(Path.Combine(folder, "AWSLogs")))
        {
            throw new QueryException(ErrorCode.AlreadyExists, null, $"Folder '{folder}' holds a trail already", "Name an empty or a new folder.");
        }
    }

    private sealed class Writer
    {
        private readonly string _folder;
        private readonly SampleOptions _options;
        private readonly CancellationToken _cancellationToken;
        private readonly SampleRandom _random;
        private readonly SampleDelivery _delivery;
        private readonly NoiseSource _noise;
        private readonly SampleObject _object = new();
        private readonly HashSet<string> _repeated = new(StringComparer.Ordinal);
        private int _noiseLeft, _objectsLeft, _duplicates, _objects;
        private long _decompressed, _written;

        public Writer(string folder, SampleOptions options, CognitoScenes scenes, CancellationToken cancellationToken)
        {
            _folder = folder;
            _options = options;
            _cancellationToken = cancellationToken;
            _random = SampleRandom.For(options.Seed, 2);
            _noise = new NoiseSource(SampleRandom.For(options.Seed, 3), options.Seed);
            _delivery = new SampleDelivery(options, _random);
            _noiseLeft = options.Events - scenes.Events.Count;
            scenes.Events.ForEach(_delivery.Plan);
        }

        public SampleSummary Write()
        {
            _objectsLeft = _options.ObjectCount;
            foreach (var stream in SampleAccounts.Streams)
            {
                for (var number = 0; number < _delivery.ObjectsOf(stream); number++)
                {
                    _cancellationToken.ThrowIfCancellationRequested();
                    WriteObject(stream, number);
                }
            }

            return new SampleSummary(_options.Events, _duplicates, _objects, _decompressed, _written);
        }

        private void WriteObject(SampleStream stream, int number)
        {
            var (from, length) = _delivery.PeriodOf(stream, number);
            var records = new List<SampleEvent>(_delivery.Take(stream, number));
            var planned = records.Count;
            for (var noise = NoiseShare(); noise > 0; noise--)
            {
                records.Add(_noise.Make(stream, SomeTime(from, length)));
            }

            Repeat(stream, number, records, planned);
            Order(records);
            _object.Clear();
            records.ForEach(_object.Add);
            var delivered = from + length + TimeSpan.FromMinutes(_random.Between(2, 12));
            var (decompressed, written) = _object.WriteTo(SampleObject.PathOf(_folder, stream.Account, "CloudTrail", stream.Region, delivered, _random.Alphanumeric(16)));
            _decompressed += decompressed;
            _written += written;
            _objects++;
        }

        /// <summary>The object's part of what is left: half to one and a half times the average, and all of it for the last.</summary>
        private int NoiseShare()
        {
            var average = _noiseLeft / _objectsLeft--;
            var share = _objectsLeft == 0 ? _noiseLeft : Math.Min(_noiseLeft, (average / 2) + _random.Below(average + 1));
            _noiseLeft -= share;
            return share;
        }

        private DateTimeOffset SomeTime(DateTimeOffset from, TimeSpan length)
        {
            var time = from.AddSeconds(_random.Below((int)Math.Max(1, Math.Min(length.TotalSeconds, int.MaxValue))));
            var late = _random.Chance(1) ? time.AddMinutes(-_random.Below(180)) : time;
            return late < _options.FirstInstant ? time : late;
        }

        private void Repeat(SampleStream stream, int number, List<SampleEvent> records, int planned)
        {
            for (var i = 0; i < records.Count; i++)
            {
                var isPools = i < planned;
                if (_random.PerMille(isPools ? 50 : 12) && !_repeated.Contains(records[i].EventId) && _delivery.TryRepeat(stream, number, records[i]))
                {
                    _repeated.Add(records[i].EventId);
                    _duplicates++;
                }
            }
        }

        /// <summary>By time, except for about a third of the objects, as CloudTrail promises no order.</summary>
        private void Order(List<SampleEvent> records)
        {
            records.Sort((left, right) => left.Time != right.Time ? left.Time.CompareTo(right.Time) : string.CompareOrdinal(left.EventId, right.EventId));
            if (!_random.Chance(31))
            {
                return;
            }

            for (var i = records.Count - 1; i > 0; i--)
            {
                var other = _random.Below(i + 1);
                (records[i], records[other]) = (records[other], records[i]);
            }
        }
    }
}
