using System.Text;
using System.Text.Json.Nodes;
using CsCheck;
using Spoor.CloudTrail.Scan;
using Spoor.CloudTrail.Scan.Contract;
using Spoor.CloudTrail.Scan.Input;
using Spoor.CloudTrail.Scan.Learning;
using Spoor.Core.Collections;
using Spoor.Storage.Objects;
using Spoor.Testing;
using Xunit;
using static Spoor.CloudTrail.Tests.Scan.Contract.ScanSetup;

namespace Spoor.CloudTrail.Tests.Scan.Contract;

/// <summary>A scan finds records that hold what other records hand out, wherever these lie.</summary>
/// <remarks>Records here: <c>{"eventID":..., "caller":KEY, "gives":KEY, "root":true}</c>. What a root gives is wanted, and what a record gives whose caller is wanted.</remarks>
public class FollowingTests
{
    private static readonly InputOptions s_stream = new(1 << 12, TakesWholeObjects: false);

    [Fact]
    public void Records_that_come_after_what_leads_to_them_are_found_at_once()
    {
        var trail = new Trail();
        trail.Add("""{"Records":[{"eventID":"a","gives":"ASIA1","root":"yes"},{"eventID":"b","caller":"ASIA1"},{"eventID":"c","caller":"ASIA2"}]}""");
        trail.Add("""{"Records":[{"eventID":"d","caller":"ASIA1"}]}""");
        Assert.Equal(["a|false", "b|true", "d|true"], trail.Read());
        Assert.Empty(trail.TakeLate());
    }

    [Fact]
    public void Of_what_comes_before_what_leads_to_it_only_its_object_is_late()
    {
        var trail = new Trail();
        trail.Add("""{"Records":[{"eventID":"a","caller":"ASIA2"}]}""");
        var early = trail.Add("""{"Records":[{"eventID":"b","caller":"ASIA1"}]}""");
        trail.Add("""{"Records":[{"eventID":"c","gives":"ASIA1","root":"yes"}]}""");
        Assert.Equal(["c|false"], trail.Read());
        Assert.Equal([early], trail.TakeLate());
        Assert.Equal(["b|true"], trail.Read(early));
    }

    [Fact]
    public void A_chain_is_followed_whatever_the_order_of_its_links()
    {
        var trail = new Trail();
        trail.Add("""{"Records":[{"eventID":"c","caller":"ASIA3"},{"eventID":"b","caller":"ASIA2","gives":"ASIA3"},{"eventID":"x","caller":"ASIA8","gives":"ASIA9"}]}""");
        var last = trail.Add("""{"Records":[{"eventID":"a","caller":"ASIA1","gives":"ASIA2"},{"eventID":"r","gives":"ASIA1","root":"yes"},{"eventID":"y","caller":"ASIA9"}]}""");
        Assert.Equal(["a|true", "b|true", "c|true", "r|false"], trail.ReadAll());
        Assert.DoesNotContain(last, trail.Late);
    }

    [Fact]
    public void A_record_that_gives_a_row_by_itself_gives_one_row()
    {
        var trail = new Trail();
        trail.Add("""{"Records":[{"eventID":"a","gives":"ASIA1","root":"yes","caller":"ASIA1"}]}""");
        Assert.Equal(["a|false"], trail.ReadAll());
    }

    [Fact]
    public void A_key_that_no_search_finds_is_found_by_parsing()
    {
        var trail = new Trail();
        trail.Add("""{"Records":[{"eventID":"b","caller":"other 1"},{"eventID":"c","caller":"ASIA=1"}]}""");
        trail.Add("""{"Records":[{"eventID":"a","gives":"other 1","root":"yes"},{"eventID":"d","gives":"ASIA=1","root":"yes"},{"eventID":"e","caller":"ASIA\u003d1"}]}""");
        Assert.Equal(["a|false", "b|true", "c|true", "d|false", "e|true"], trail.ReadAll());
    }

    [Fact]
    public void An_object_that_was_searched_before_such_a_key_was_learnt_is_late()
    {
        var trail = new Trail();
        var early = trail.Add("""{"Records":[{"eventID":"b","caller":"other 1"}]}""");
        trail.Add("""{"Records":[{"eventID":"a","gives":"other 1","root":"yes"}]}""");
        Assert.Equal(["a|false"], trail.Read());
        Assert.Equal([early], trail.TakeLate());
        Assert.Equal(["b|true"], trail.Read(early));
    }

    [Fact]
    public void Escapes_hide_no_key()
    {
        var trail = new Trail();
        trail.Add("""{"Records":[{"eventID":"a","gives":"\u0041SIA1","root":"yes"},{"eventID":"b","caller":"ASI\u00411"},{"eventID":"c","call\u0065r":"ASIA1"}]}""");
        Assert.Equal(["a|false", "b|true", "c|true"], trail.ReadAll());
    }

    [Theory]
    [InlineData(400, 0)]
    [InlineData(310, 4_000_000)]
    public void An_object_too_large_to_keep_is_read_again(int fillers, int lastLength)
    {
        var filler = string.Concat(Enumerable.Repeat($"{{\"eventID\":\"x\",\"caller\":\"ASIA0\",\"text\":\"{new string('x', 100_000)}\"}},", fillers));
        var trail = new Trail();
        var large = trail.Add($$"""{"Records":[{"eventID":"a","gives":"ASIA1","root":"yes"},{{filler}}{"eventID":"b","caller":"ASIA1","text":"{{new string('x', lastLength)}}"}]}""");
        Assert.Equal(["a|false"], trail.Read());
        Assert.Equal([large], trail.TakeLate());
        Assert.Equal(["a|false", "b|true"], trail.Read(large));
    }

    [Fact]
    public void Of_a_damaged_object_the_rows_before_the_damage_are_found()
    {
        var trail = new Trail();
        trail.Add("""{"Records":[{"eventID":"a","gives":"ASIA1","root":"yes"},{"eventID":"b","caller":"ASIA1"},{"eventID" """);
        Assert.Equal(["a|false", "b|true"], trail.ReadAll());
        Assert.Equal(1, trail.FirstReading.ObjectsFailed);
    }

    [Fact]
    public void The_events_of_lookup_events_are_followed()
    {
        var trail = new Trail();
        trail.Add("""{"Events":[{"CloudTrailEvent":"{\"eventID\":\"a\",\"gives\":\"ASIA1\",\"root\":\"yes\"}"},{"CloudTrailEvent":"{\"eventID\":\"b\",\"caller\":\"ASIA1\"}"}]}""");
        Assert.Equal(["a|false", "b|true"], trail.ReadAll());
    }

    [Fact]
    public void Every_object_is_counted_once()
    {
        var trail = new Trail();
        trail.Add("""{"Records":[{"eventID":"b","caller":"ASIA1"},{"eventID":"c"}]}""");
        trail.Add("""{"Records":[{"eventID":"a","gives":"ASIA1","root":"yes"}]}""");
        trail.ReadAll();
        Assert.Equal((2, 3), (trail.FirstReading.ObjectsRead, trail.FirstReading.RecordsRead));
    }

    [Fact]
    public void Any_trail_gives_what_reading_it_until_nothing_new_is_learnt_gives() => Gen.Int[0, int.MaxValue].Sample(
        seed =>
        {
            var random = new Random(seed);
            var logs = Enumerable.Range(0, random.Next(1, 6)).Select(number => MakeRecords(random, number)).ToList();
            var trail = new Trail { ReaderCount = random.Next(1, 4), Input = random.Next(2) == 0 ? s_stream : InputOptions.Default };
            logs.ForEach(records => trail.Add(MakeLog(random, records), random.Next(2) == 0));
            Assert.Equal(Expected([.. logs.SelectMany(records => records)]), trail.ReadAll());
        },
        iter: 300);

    private static List<string> MakeRecords(Random random, int number)
    {
        string Key() => random.Next(12) switch
        {
            0 => "ASI\\u0041" + random.Next(8),
            1 => random.Next(30) == 0 ? "odd " + random.Next(2) : "AS\\u0049A1",
            _ => "ASIA" + random.Next(8),
        };
        string Record(int index) =>
            $$"""{"eventID":"{{number}}-{{index}}","text":"{{(random.Next(3) == 0 ? "a\\/b\\\"ASIA3" : "c")}}"{{(random.Next(2) == 0 ? $",\"caller\" : \"{Key()}\"" : "")}}{{(random.Next(4) == 0 ? $", \"gives\":\"{Key()}\"" : "")}}{{(random.Next(8) == 0 ? ",\"root\":\"yes\"" : "")}}}""";
        return [.. Enumerable.Range(0, random.Next(12)).Select(Record)];
    }

    private static string MakeLog(Random random, List<string> records) => random.Next(3) == 0 && records.Count > 0
        ? new TrailWrapper(random).File(records, random.Next(1, 4))
        : $$"""{"Records" : [ {{string.Join(" , ", records)}} ] }""";

    /// <summary>The slow, obvious way.</summary>
    private static List<string> Expected(List<string> texts)
    {
        var records = texts.ConvertAll(text => JsonNode.Parse(text)!);
        string? Member(JsonNode record, string name) => (string?)record[name];
        var wanted = new HashSet<string>();
        for (var known = -1; known < wanted.Count;)
        {
            known = wanted.Count;
            wanted.UnionWith(records.Where(record => Member(record, "root") is not null || wanted.Contains(Member(record, "caller") ?? "")).Select(record => Member(record, "gives")).OfType<string>().ToList());
        }

        string? Row(JsonNode record) => Member(record, "gives") is not null && Member(record, "root") is not null ? $"{Member(record, "eventID")}|false"
            : wanted.Contains(Member(record, "caller") ?? "") ? $"{Member(record, "eventID")}|true"
            : null;
        return [.. records.Select(Row).OfType<string>().Order(StringComparer.Ordinal)];
    }

    /// <summary>Objects, and the readings of them.</summary>
    private sealed class Trail : IRecordLearner
    {
        private readonly MemoryObjectStore _store = new();
        private readonly List<ObjectEntry> _objects = [];
        private readonly Dictionary<string, List<string>> _given = [];
        private readonly ScanFollowing _following;

        public Trail() => _following = new ScanFollowing(this, new LeafFollowed(Leaf("caller"), "ASIA"));

        public InputOptions Input { get; init; } = InputOptions.Default;

        public int ReaderCount { get; init; } = 1;

        public IReadOnlySet<ObjectName> Late { get; private set; } = new HashSet<ObjectName>();

        public ScanStatistics FirstReading { get; private set; } = new();

        public ValueList<ScanLeaf> Leaves { get; } = [Leaf("gives"), Leaf("caller"), Leaf("root")];

        public ObjectName Add(string log, bool isCompressed = true)
        {
            var bytes = Encoding.UTF8.GetBytes(log);
            _objects.Add(_store.Add(isCompressed ? $"{_objects.Count}.json.gz" : $"{_objects.Count}.json", isCompressed ? Gzip(bytes) : bytes));
            return _objects[^1].Name;
        }

        public IReadOnlySet<ObjectName> TakeLate() => Late = _following.TakeLate();

        /// <summary>The rows of all objects, those of late ones from their second reading.</summary>
        public List<string> ReadAll()
        {
            var first = ReadEach([]);
            TakeLate();
            var again = Late.Count == 0 ? [] : ReadEach([.. Late]);
            return [.. first.Where(row => !Late.Contains(row.Object)).Concat(again).Select(row => row.Text).Order(StringComparer.Ordinal)];
        }

        public List<string> Read(params ObjectName[] only) => [.. ReadEach(only).Select(row => row.Text).Order(StringComparer.Ordinal)];

        public bool Learn(LeafTexts record)
        {
            var (gives, caller, isRoot) = (Encoding.UTF8.GetString(record[0]), Encoding.UTF8.GetString(record[1]), record[2].Length > 0);
            lock (_given)
            {
                if (isRoot || _following.Texts.Contains(caller))
                {
                    Add(gives);
                }
                else
                {
                    _given.TryAdd(caller, []);
                    _given[caller].Add(gives);
                }
            }

            return isRoot;
        }

        private void Add(string key)
        {
            if (_following.Texts.Add(key, "ASIA") && _given.Remove(key, out var keys))
            {
                keys.ForEach(Add);
            }
        }

        private List<(ObjectName Object, string Text)> ReadEach(ObjectName[] only)
        {
            var objects = _objects.Where(entry => only.Length == 0 || only.Contains(entry.Name));
            var request = Request(objects, [Text("eventid")], RecordFormat.LooseCloudTrail, BadDataPolicy.Skip, new LeafIsNull(Leaf("gives"), IsNegated: true)) with
            {
                ObjectColumns = [ObjectColumn.IsFollowed, ObjectColumn.Path],
                Following = _following,
            };
            using var scan = ObjectScan.Start(request.Plan, request.Over(_store), request.Following, Input, TestContext.Current.CancellationToken);
            var readers = Enumerable.Range(0, ReaderCount).Select(_ => Task.Run(() => ScanRows.Read(request, scan, TestContext.Current.CancellationToken).Rows)).ToArray();
            Task.WaitAll(readers, TestContext.Current.CancellationToken);
            FirstReading = only.Length == 0 ? scan.Statistics : FirstReading;
            return [.. readers.SelectMany(reader => reader.Result).Select(row => (_objects.Single(entry => row.EndsWith($"|{entry.Name}", StringComparison.Ordinal)).Name, row[..row.LastIndexOf('|')].ToLowerInvariant()))];
        }
    }
}
