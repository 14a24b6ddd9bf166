using System.Text;
using System.Text.Json;
using CsCheck;
using Spoor.CloudTrail.Scan;
using Spoor.CloudTrail.Scan.Contract;
using Spoor.CloudTrail.Scan.Input;
using Spoor.Core.Types;
using Spoor.Testing;
using Xunit;
using static Spoor.CloudTrail.Tests.Scan.Contract.ScanSetup;

namespace Spoor.CloudTrail.Tests.Scan.Contract;

/// <summary>The scan gives the rows that meet its filter, no more and no less.</summary>
public class FilterTests
{
    private static readonly MapType s_map = new(VarcharType.Unbounded, VarcharType.Unbounded);
    private static readonly ScanLeaf[] s_texts = [Leaf("eventname"), Leaf("items"), Leaf("useridentity"), new ScanLeaf(["flag"], new VarcharType(3))];
    private static readonly ScanLeaf[] s_nested = [Leaf("useridentity.arn"), Leaf("useridentity.sessioncontext.arn"), Leaf("eventname")];
    private static readonly ScanLeaf[] s_elements = [new(["tags"], VarcharType.Unbounded, new MapElement("arn", false)), new(["tags"], VarcharType.Unbounded, new MapElement("é", false))];

    [Fact]
    public void Filters_on_texts_give_the_rows_that_meet_them() => Sample(s_texts, Columns(s_texts), RecordFormat.CloudTrail);

    [Fact]
    public void Filters_on_fields_give_the_rows_that_meet_them() =>
        Sample(s_nested, Columns(s_nested), RecordFormat.LooseCloudTrail, maker => maker.Make("\"eventVersion\":\"1.08\""));

    [Fact]
    public void Filters_on_elements_of_maps_give_the_rows_that_meet_them() => Sample(s_elements, [Typed("tags", s_map)], RecordFormat.CloudTrail);

    [Fact]
    public void Filters_on_damaged_logs_that_are_read_give_the_rows_that_meet_them() =>
        Sample(s_texts, Columns(s_texts), RecordFormat.CloudTrail, maker => maker.Mutate(maker.Make()));

    [Theory]
    [InlineData(RecordFormat.HiveJsonLines)]
    [InlineData(RecordFormat.OpenXJsonLines)]
    public void Filters_on_JSON_lines_give_the_rows_that_meet_them(RecordFormat format) => Sample(s_texts, Columns(s_texts), format, Lines);

    [Fact]
    public void A_field_below_a_column_that_is_read_whole_is_compared()
    {
        var row = new RowType([new RowField("arn", VarcharType.Unbounded), new RowField("type", VarcharType.Unbounded)]);
        var log = """{"Records":[{"u":{"arn":"a","type":"t"}},{"u":{"arn":"b"}},{"u":null},{"u":{"arn":"a"},"U":{"type":"x"}}]}""";
        var result = Read(Encoding.UTF8.GetBytes(log), [Typed("u", row)], filter: new LeafEquals(Leaf("u.arn"), new TextSet("a")));
        Assert.Equal(["[a, t]"], result.Rows);
    }

    [Fact]
    public void A_required_element_that_is_missing_lets_the_record_through()
    {
        var log = """{"Records":[{"tags":{"k":"a"}},{"tags":{"k":"b"}},{"tags":{"K":"a"}},{"tags":null}]}""";
        var result = Read(Encoding.UTF8.GetBytes(log), [Typed("tags", s_map)], filter: new LeafEquals(new ScanLeaf(["tags"], VarcharType.Unbounded, new MapElement("k", true)), new TextSet("a")));
        Assert.Equal(["{k=a}", "{K=a}"], result.Rows);
    }

    [Fact]
    public void A_value_that_the_SerDe_refuses_is_not_filtered_away()
    {
        var result = Read(Encoding.UTF8.GetBytes("{\"a\":\"x\"}\n{\"a\":{}}\n{\"a\":\"y\"}"), [Text("a")], RecordFormat.HiveJsonLines, BadDataPolicy.Skip, new LeafEquals(Leaf("a"), new TextSet("x"), IsNegated: true), key: "a.json");
        Assert.Equal(["y"], result.Rows);
        Assert.Equal(1, result.Statistics.RecordsSkipped);
    }

    [Fact]
    public void Texts_are_compared_as_long_as_their_type_allows()
    {
        var type = new VarcharType(2);
        var result = Read(Encoding.UTF8.GetBytes("""{"Records":[{"a":"éxy"},{"a":"éx"},{"a":"é"}]}"""), [Typed("a", type)], filter: new LeafEquals(new ScanLeaf(["a"], type), new TextSet("éx")));
        Assert.Equal(["éx", "éx"], result.Rows);
    }

    private static ScanColumn[] Columns(ScanLeaf[] leaves) => Array.ConvertAll(leaves, leaf => new ScanColumn(leaf.Path, leaf.Type));

    private static void Sample(ScanLeaf[] leaves, ScanColumn[] columns, RecordFormat format, Func<LogMaker, byte[]>? make = null) => Gen.Int[0, int.MaxValue].Sample(
        seed =>
        {
            var random = new Random(seed);
            var maker = new LogMaker(random);
            var log = (make ?? (any => any.Make()))(maker);
            var all = Values(log, leaves, columns, format, null);
            if (all is null)
            {
                return; // Refused: nothing to compare.
            }

            var texts = all.SelectMany(row => row).OfType<string>().Append("Get").Distinct().ToList();
            var filters = new FilterMaker(random, leaves, texts);
            for (var i = 0; i < 5; i++)
            {
                var filter = filters.Make();
                Assert.Equal(all.Where(row => filters.IsMet(filter, row)).Select(Show), Values(log, leaves, columns, format, filter)!.Select(Show));
            }
        },
        iter: 1_000);

    // The records of a log, one on each line.
    private static byte[] Lines(LogMaker maker)
    {
        using var document = JsonDocument.Parse(maker.Make());
        var records = document.RootElement.GetProperty("Records").EnumerateArray().Select(record => record.GetRawText().ReplaceLineEndings(" "));
        return Encoding.UTF8.GetBytes(string.Join('\n', records));
    }

    private static string Show(IReadOnlyList<string?> row) => string.Join('|', row.Select(value => value ?? "NULL"));

    // The leaves of every row; null when the log is refused.
    private static List<List<string?>>? Values(byte[] log, ScanLeaf[] leaves, ScanColumn[] columns, RecordFormat format, ScanFilter? filter)
    {
        var store = new MemoryObjectStore();
        var request = Request([store.Add("a.json", log)], columns, format, format == RecordFormat.HiveJsonLines ? BadDataPolicy.Skip : BadDataPolicy.Fail, filter);
        using var scan = ObjectScan.Start(request.Plan, request.Over(store), request.Following, new InputOptions(1 << 12, TakesWholeObjects: false), TestContext.Current.CancellationToken);
        using var reader = scan.CreateReader();
        var writers = ScanRows.WritersFor(request.Plan);
        try
        {
            var count = reader.Read(writers, 1000, TestContext.Current.CancellationToken);
            return [.. Enumerable.Range(0, count).Select(row => leaves.Select((leaf, index) => ValueOf(leaf, writers[Math.Min(index, writers.Length - 1)].ValueAt(row))).ToList())];
        }
        catch (Spoor.Core.Errors.QueryException)
        {
            return null;
        }
    }

    private static string? ValueOf(ScanLeaf leaf, object? value) => value is KeyValuePair<object?, object?>[] members
        ? (string?)members.FirstOrDefault(member => (string?)member.Key == leaf.Element?.Key).Value
        : (string?)value;
}
