using System.Globalization;
using System.Text;
using Spoor.CloudTrail.Scan.Contract;
using Spoor.Core.Collections;
using Spoor.Core.Errors;
using Spoor.Core.Types;
using Spoor.Engine.Executors.DuckDb.Running;
using Spoor.Engine.Executors.DuckDb.Scans;
using Spoor.Engine.Executors.DuckDb.Sql;
using Spoor.Engine.Sessions;
using Spoor.Testing;
using Xunit;

namespace Spoor.Engine.Tests.Executors.DuckDb.Scans;

public sealed class ScanTableFunctionTests : IDisposable
{
    private readonly DuckDbDatabase _database = new(new EngineOptions(Threads: 2));

    public void Dispose() => _database.Dispose();

    [Fact]
    public void Every_row_of_every_thread_arrives_once()
    {
        using var scan = new FakeScan(100_000, (number, row, writers) => writers.Span[0].WriteInt64(row, number));
        var rows = Run(scan, [ScalarTypes.BigInt], "SELECT count(*), count(DISTINCT c0), sum(c0)::BIGINT FROM {0}", [ScalarTypes.BigInt, ScalarTypes.BigInt, ScalarTypes.BigInt]);

        Assert.Equal(["100000|100000|4999950000"], rows);
        Assert.Equal(0, scan.OpenReaders);
        Assert.True(scan.IsDisposed);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(1000)]
    public void Texts_that_repeat_and_texts_that_are_alike_keep_their_values(int distinct)
    {
        // Alike: of one length, and with the same beginning and end.
        using var scan = new FakeScan(20_000, (number, row, writers) =>
        {
            var text = Encoding.UTF8.GetBytes($"beginning {number % distinct:D4} end of text");
            writers.Span[0].WriteInt64(row, number % distinct);
            writers.Span[1].WriteText(row, text);
            writers.Span[2].BeginList(row);
            for (var i = 0; i < 2; i++)
            {
                writers.Span[2].Child(0).WriteText(writers.Span[2].AppendElement(), text);
            }

            writers.Span[2].EndList(row);
        });
        SqlType[] types = [ScalarTypes.BigInt, VarcharType.Unbounded, new ArrayType(VarcharType.Unbounded)];
        var rows = Run(scan, types, "SELECT c0, c1, c2[1], c2[2], count(*) FROM {0} GROUP BY ALL ORDER BY c0", [ScalarTypes.BigInt, VarcharType.Unbounded, VarcharType.Unbounded, VarcharType.Unbounded, ScalarTypes.BigInt]);

        Assert.Equal(distinct, rows.Count);
        for (var i = 0; i < distinct; i++)
        {
            var text = $"beginning {i:D4} end of text";
            Assert.Equal($"{i}|{text}|{text}|{text}|{(20_000 / distinct) + (i < 20_000 % distinct ? 1 : 0)}", rows[i]);
        }
    }

    [Fact]
    public void Long_text_that_is_no_utf8_is_repaired_wherever_it_repeats()
    {
        using var scan = new FakeScan(1000, (_, row, writers) => writers.Span[0].WriteText(row, [.. "longer than twelve"u8, 0xC3]));

        Assert.Equal(["longer than twelve\uFFFD|1000"], Run(scan, [VarcharType.Unbounded], "SELECT c0, count(*) FROM {0} GROUP BY 1", [VarcharType.Unbounded, ScalarTypes.BigInt]));
    }

    [Fact]
    public void Each_scalar_type_keeps_its_value()
    {
        SqlType[] types =
        [
            ScalarTypes.Boolean, ScalarTypes.TinyInt, ScalarTypes.SmallInt, ScalarTypes.Integer, ScalarTypes.BigInt, ScalarTypes.Real, ScalarTypes.Double,
            new DecimalType(4, 2), new DecimalType(9, 2), new DecimalType(18, 2), new DecimalType(38, 2),
            VarcharType.Unbounded, VarcharType.Unbounded, ScalarTypes.Varbinary, ScalarTypes.Date, new TimestampType(3, false), new TimestampType(3, true),
        ];
        using var scan = new FakeScan(1, (_, row, writers) =>
        {
            var columns = writers.Span;
            columns[0].WriteBoolean(row, true);
            columns[1].WriteInt64(row, -128);
            columns[2].WriteInt64(row, 32767);
            columns[3].WriteInt64(row, -2147483648);
            columns[4].WriteInt64(row, 9223372036854775807);
            columns[5].WriteDouble(row, 0.5);
            columns[6].WriteDouble(row, 1e20);
            columns[7].WriteDecimal(row, -105);
            columns[8].WriteDecimal(row, 123456789);
            columns[9].WriteDecimal(row, 123456789012345678);
            columns[10].WriteDecimal(row, Int128.Parse("12345678901234567890123456789012345678", CultureInfo.InvariantCulture));
            columns[11].WriteText(row, "twelve bytes"u8);
            columns[12].WriteText(row, "thirteen byte"u8);
            columns[13].WriteText(row, [0x00, 0xff]);
            columns[14].WriteInt64(row, 18262);
            columns[15].WriteInt64(row, 1577934245678000);
            columns[16].WriteInt64(row, 1577934245678000);
        });
        var rows = Run(scan, types, "SELECT * FROM {0}", types);

        Assert.Equal(
            ["true|-128|32767|-2147483648|9223372036854775807|0.5|1.0E20|-1.05|1234567.89|1234567890123456.78|123456789012345678901234567890123456.78"
             + "|twelve bytes|thirteen byte|00 ff|2020-01-01|2020-01-02 03:04:05.678|2020-01-02 03:04:05.678 UTC"],
            rows);
    }

    [Fact]
    public void Nested_values_survive_growth_of_the_lists_above_them()
    {
        var type = new ArrayType(new RowType([new RowField("a", VarcharType.Unbounded), new RowField("m", new MapType(VarcharType.Unbounded, ScalarTypes.BigInt))]));
        using var scan = new FakeScan(2000, (number, row, writers) =>
        {
            var list = writers.Span[0];
            list.BeginList(row);
            for (var i = 0; i < number % 7; i++)
            {
                var element = list.AppendElement();
                WriteElement(list.Child(0), element, number, i);
            }

            list.EndList(row);
        });
        var rows = Run(scan, [type], "SELECT * FROM {0}", [type]).Order(StringComparer.Ordinal).ToArray();

        var expected = Enumerable.Range(0, 2000)
            .Select(number => "[" + string.Join(", ", Enumerable.Range(0, number % 7).Select(i => ExpectedElement(number, i))) + "]")
            .Order(StringComparer.Ordinal).ToArray();
        Assert.Equal(expected, rows);
    }

    [Fact]
    public void A_null_row_has_null_fields()
    {
        var type = new RowType([new RowField("a", VarcharType.Unbounded), new RowField("l", new ArrayType(ScalarTypes.BigInt))]);
        using var scan = new FakeScan(1, (_, row, writers) => writers.Span[0].WriteNull(row));

        Assert.Equal(["NULL|NULL|NULL"], Run(scan, [type], "SELECT c0, c0.f0, c0.f1 FROM {0}", [type, VarcharType.Unbounded, new ArrayType(ScalarTypes.BigInt)]));
    }

    [Fact]
    public void Bytes_that_are_no_UTF8_become_replacement_characters()
    {
        using var scan = new FakeScan(1, (_, row, writers) => writers.Span[0].WriteText(row, [(byte)'a', 0xff, (byte)'b']));

        Assert.Equal(["a\uFFFDb|3"], Run(scan, [VarcharType.Unbounded], "SELECT c0, length(c0) FROM {0}", [VarcharType.Unbounded, ScalarTypes.BigInt]));
    }

    [Fact]
    public void A_scan_without_columns_counts()
    {
        using var scan = new FakeScan(5000, (_, _, _) => { });

        Assert.Equal(["5000"], Run(scan, [], "SELECT count(*) FROM {0}", [ScalarTypes.BigInt]));
    }

    [Fact]
    public void An_error_of_a_reader_comes_out_as_it_was_thrown()
    {
        var thrown = new QueryException(ErrorCode.HiveCursorError, null, "object s3://b/k, byte 7: malformed");
        using var scan = new FakeScan(10, (_, _, _) => throw thrown);

        Assert.Same(thrown, Assert.Throws<QueryException>(() => Run(scan, [ScalarTypes.BigInt], "SELECT * FROM {0}", [ScalarTypes.BigInt])));
        Assert.Equal(0, scan.OpenReaders);
    }

    [Fact]
    public void A_limit_stops_the_scan_early()
    {
        var written = 0;
        using var scan = new FakeScan(10_000_000, (number, row, writers) =>
        {
            Interlocked.Increment(ref written);
            writers.Span[0].WriteInt64(row, number);
        });

        Assert.Equal(3, Run(scan, [ScalarTypes.BigInt], "SELECT c0 FROM {0} LIMIT 3", [ScalarTypes.BigInt]).Count);
        Assert.InRange(written, 3, 1_000_000);
        Assert.Equal(0, scan.OpenReaders);
    }

    private static void WriteElement(ColumnWriter element, int index, int number, int i)
    {
        if (i == 3)
        {
            element.WriteNull(index);
            return;
        }

        element.Child(0).WriteText(index, Encoding.UTF8.GetBytes($"text of element {number}.{i}"));
        var map = element.Child(1);
        map.BeginList(index);
        for (var k = 0; k < i; k++)
        {
            var entry = map.AppendElement();
            map.Child(0).WriteText(entry, Encoding.UTF8.GetBytes($"k{k}"));
            map.Child(1).WriteInt64(entry, number + k);
        }

        map.EndList(index);
    }

    private static string ExpectedElement(int number, int i) =>
        i == 3 ? "null" : $"{{a=text of element {number}.{i}, m={{{string.Join(", ", Enumerable.Range(0, i).Select(k => $"k{k}={number + k}"))}}}}}";

    private List<string> Run(FakeScan scan, SqlType[] columns, string sql, SqlType[] resultTypes)
    {
        var pending = new PendingScan(
            columns.Select((type, index) => new ScanResultColumn($"c{index}", type)).ToValueList(), () => scan, TestContext.Current.CancellationToken);
        var id = _database.Scans.Add(pending);
        using var connection = _database.Connect();
        var rows = new List<string>();
        try
        {
            using var result = connection.Query(new DuckStatement(string.Format(CultureInfo.InvariantCulture, sql, $"spoor_scan({id})"), []), resultTypes.ToValueList());
            while (result.Next() is { } batch)
            {
                rows.AddRange(Enumerable.Range(0, batch.RowCount)
                    .Select(row => string.Join('|', Enumerable.Range(0, resultTypes.Length).Select(column => batch.GetText(column, row) ?? "NULL"))));
            }
        }
        catch (DuckDbException)
        {
            pending.ThrowIfFailed();
            throw;
        }

        return rows;
    }
}
