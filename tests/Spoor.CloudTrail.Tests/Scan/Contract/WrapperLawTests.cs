using System.Text;
using System.Text.Json;
using CsCheck;
using Spoor.CloudTrail.Scan;
using Spoor.CloudTrail.Scan.Contract;
using Spoor.CloudTrail.Scan.Input;
using Spoor.Testing;
using Xunit;
using static Spoor.CloudTrail.Tests.Scan.Contract.ScanSetup;

namespace Spoor.CloudTrail.Tests.Scan.Contract;

/// <summary>Law: whatever is around records, the rows are those of the records alone.</summary>
public class WrapperLawTests
{
    private static readonly ScanLeaf[] s_leaves = [Leaf("eventname"), Leaf("useridentity.arn"), Leaf("items")];
    private static readonly ScanColumn[] s_columns = Array.ConvertAll(s_leaves, leaf => new ScanColumn(leaf.Path, leaf.Type));

    [Fact]
    public void Rows_are_those_of_the_records_alone() => Gen.Int[0, int.MaxValue].Sample(
        seed =>
        {
            var random = new Random(seed);
            var records = Records(random);
            var plain = $$"""{"Records":[{{string.Join(',', records)}}]}""";
            var wrapped = new string(' ', random.Next(80)) + new TrailWrapper(random).File(records, random.Next(1, 5));
            var input = new InputOptions(16 << random.Next(6), TakesWholeObjects: random.Next(3) == 0) { KeepsObjects = random.Next(4) == 0 };
            var expected = Scan(plain, s_columns, null, InputOptions.Default);
            var filters = new FilterMaker(random, s_leaves, ["Get", "a", "Object"]);
            for (var i = 0; i < 4; i++)
            {
                var filter = i == 0 ? null : filters.Make();
                var rows = Scan(wrapped, s_columns, filter, input);
                Assert.Equal(Scan(plain, s_columns, filter, InputOptions.Default).Rows, rows.Rows);
                Assert.Equal(records.Count, rows.Statistics.RecordsRead);
            }

            Assert.Equal(records.Count, Scan(wrapped, [], null, input).Rows.Count);
        },
        iter: 1_500);

    [Fact]
    public void The_window_may_end_anywhere_in_a_wrapper()
    {
        var random = new Random(5);
        for (var wrapper = 0; wrapper < 24; wrapper++)
        {
            var records = Records(random);
            var wrapped = new TrailWrapper(random).File(records, 1 + (wrapper % 3));
            for (var shift = 0; shift < 64; shift++)
            {
                var rows = Scan(new string(' ', shift) + wrapped, s_columns, null, new InputOptions(64, TakesWholeObjects: false));
                Assert.Equal(records.Count, rows.Rows.Count);
            }
        }
    }

    /// <summary>Records with odd spacing, escapes, repeated keys and <c>eventVersion</c> anywhere.</summary>
    private static List<string> Records(Random random)
    {
        using var document = JsonDocument.Parse(new LogMaker(random).Make("\"eventVersion\":\"1.08\""));
        return [.. document.RootElement.GetProperty("Records").EnumerateArray().Select(record => record.GetRawText())];
    }

    private static ScanRows Scan(string content, ScanColumn[] columns, ScanFilter? filter, InputOptions input)
    {
        var store = new MemoryObjectStore();
        var request = Request([store.Add("a.json", Encoding.UTF8.GetBytes(content))], columns, RecordFormat.LooseCloudTrail, filter: filter);
        using var scan = ObjectScan.Start(request.Plan, request.Over(store), request.Following, input, TestContext.Current.CancellationToken);
        return ScanRows.Read(request, scan, TestContext.Current.CancellationToken);
    }
}
