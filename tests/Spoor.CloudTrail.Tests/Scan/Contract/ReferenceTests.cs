using System.Text;
using CsCheck;
using Spoor.CloudTrail.Scan;
using Spoor.CloudTrail.Scan.Contract;
using Spoor.CloudTrail.Scan.Input;
using Spoor.CloudTrail.Scan.Reference;
using Spoor.Core.Errors;
using Spoor.Core.Types;
using Spoor.Testing;
using Xunit;
using static Spoor.CloudTrail.Tests.Scan.Contract.ScanSetup;

namespace Spoor.CloudTrail.Tests.Scan.Contract;

public class ReferenceTests
{
    private static readonly MapType s_map = new(VarcharType.Unbounded, VarcharType.Unbounded);
    private static readonly RowType s_row = new([
        new("arn", VarcharType.Unbounded), new("tags", s_map), new("sessioncontext", new RowType([new("arn", VarcharType.Unbounded), new("tags", s_map)]))]);

    // So many that a record is validated as a whole.
    private static readonly ScanColumn[] s_texts =
        [Text("eventname"), Text("useridentity"), Text("useridentity.arn"), Text("useridentity.sessioncontext.arn"), Text("é"), Text("items"), Text("tags"), Text("flag")];

    private static readonly ScanColumn[] s_nested =
        [Typed("tags", s_map), Typed("items", new ArrayType(VarcharType.Unbounded)), Typed("useridentity", s_row), Text("useridentity.arn"), Typed("flag", ScalarTypes.Boolean)];

    [Fact]
    public void Texts_are_those_of_the_reference() =>
        Gen.Int[0, int.MaxValue].Sample(seed => AssertSame(new LogMaker(new Random(seed)).Make(), s_texts, seed), iter: 1_000);

    [Fact]
    public void Nested_values_are_those_of_the_reference() =>
        Gen.Int[0, int.MaxValue].Sample(seed => AssertSame(new LogMaker(new Random(seed)).Make(), s_nested, seed), iter: 1_000);

    [Fact]
    public void Damaged_logs_are_refused_exactly_where_the_reference_refuses_them() =>
        Gen.Int[0, int.MaxValue].Sample(
            seed =>
            {
                var maker = new LogMaker(new Random(seed));
                AssertSame(maker.Mutate(maker.Make()), s_texts, seed);
            },
            iter: 5_000);

    [Fact]
    public void Records_that_are_only_counted_are_as_many_as_those_of_the_reference() =>
        Gen.Int[0, int.MaxValue].Sample(
            seed =>
            {
                var maker = new LogMaker(new Random(seed));
                var log = maker.Make();
                AssertSame(log, [], seed, windowCapacity: 64);

                // Nobody looks into them, so the reference may refuse what the scan counts, but not the other way round.
                var damaged = maker.Mutate(log);
                if (ReferenceRows(damaged, []) is { } rows)
                {
                    Assert.Equal(rows, FastRows(damaged, [], null));
                }
            },
            iter: 3_000);

    [Fact]
    public void Every_cut_of_the_log_into_windows_gives_the_same_rows()
    {
        for (var seed = 0; seed < 30; seed++)
        {
            var log = new LogMaker(new Random(seed)).Make();
            for (var padding = 0; padding < 40; padding++)
            {
                AssertSame([.. Enumerable.Repeat((byte)' ', padding), .. log], s_texts, seed, windowCapacity: 16);
            }
        }
    }

    [Fact]
    public void A_filter_leaves_out_only_records_that_cannot_match() =>
        Gen.Int[0, int.MaxValue].Sample(
            seed =>
            {
                var random = new Random(seed);
                var log = new LogMaker(random).Make();
                ScanColumn[] columns = [Text("eventname"), Text("items")];
                var all = FastRows(log, columns, null)!; // Texts without parents refuse nothing.
                var present = all.Select(row => row.Split('|')[0]).Where(name => name != "NULL").Append("Get").ToList();
                var wanted = present[random.Next(present.Count)];
                var rows = FastRows(log, columns, new LeafEquals(Leaf("eventname"), new TextSet(wanted, "Object")))!; // As above.
                Assert.Equal(Matching(all, wanted), Matching(rows, wanted));
            },
            iter: 1_000);

    private static List<string> Matching(IReadOnlyList<string> rows, string wanted) =>
        [.. rows.Where(row => row.StartsWith(wanted + "|", StringComparison.Ordinal) || row.StartsWith("Object|", StringComparison.Ordinal))];

    private static void AssertSame(byte[] log, ScanColumn[] columns, int seed, int? windowCapacity = null)
    {
        var expected = ReferenceRows(log, columns);
        var actual = FastRows(log, columns, null, windowCapacity);
        Assert.True((expected is null) == (actual is null), $"seed {seed}: {(expected is null ? "only the reference refuses" : "only the scan refuses")} {Encoding.UTF8.GetString(log)}");
        Assert.Equal(expected, actual);
    }

    private static List<string>? ReferenceRows(byte[] log, ScanColumn[] columns)
    {
        var writers = Array.ConvertAll(columns, column => new MemoryColumnWriter(column.Type));
        return ReferenceScan.Read(log, columns, writers) is { } count
            ? [.. Enumerable.Range(0, count).Select(row => string.Join('|', writers.Select(writer => MemoryColumnWriter.Show(writer.ValueAt(row)))))]
            : null;
    }

    private static IReadOnlyList<string>? FastRows(byte[] log, ScanColumn[] columns, ScanFilter? filter, int? windowCapacity = null)
    {
        var store = new MemoryObjectStore();
        var request = Request([store.Add("a", log)], columns, filter: filter);
        using var scan = ObjectScan.Start(request.Plan, request.Over(store), request.Following, new InputOptions(windowCapacity ?? 1 << 12, TakesWholeObjects: false), TestContext.Current.CancellationToken);
        try
        {
            return ScanRows.Read(request, scan, TestContext.Current.CancellationToken).Rows;
        }
        catch (QueryException)
        {
            return null;
        }
    }
}
