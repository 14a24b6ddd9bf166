using System.Buffers;
using System.Text;
using CsCheck;
using Spoor.CloudTrail.Scan.Contract;
using Spoor.Core.Collections;
using Spoor.Core.Types;
using Spoor.Engine.Executors.Direct;
using Spoor.Engine.Results.Text;
using Xunit;

namespace Spoor.Engine.Tests.Results.Text;

public class ValueTextTests
{
    // The last two sort one way as UTF-8 and the other way as UTF-16, which is how maps are sorted.
    private static readonly string[] s_texts = ["", "a", "b", "\"", "{\"k\":\"v\"}", "a\nb", ", =]}", "null", "é", "\uE000", "\U0001F600"];

    [Fact]
    public void Prepared_text_form_is_the_plain_one_for_all_types_and_values() =>
        Gen.Int[0, int.MaxValue].Sample(
            seed =>
            {
                var random = new Random(seed);
                var type = MakeType(random, depth: 3);
                var column = StoredColumn.Create(type);
                column.Reserve(8);
                for (var row = 0; row < 8; row++)
                {
                    WriteValue(column, row, random);
                }

                for (var row = 0; row < 8; row++)
                {
                    var plain = new ArrayBufferWriter<byte>();
                    var prepared = new TextBuffer();
                    TextForm.Write(column.Reader, row, plain);
                    ValueText.Of(type).Write(column.Reader, row, prepared);
                    Assert.Equal($"{type}: {Encoding.UTF8.GetString(plain.WrittenSpan)}", $"{type}: {Encoding.UTF8.GetString(prepared.Written.Span)}");
                }
            },
            iter: 2_000);

    [Fact]
    public void Csv_that_a_scan_writes_is_the_plain_text_form_with_quotes_doubled() =>
        Gen.Int[0, int.MaxValue].Sample(
            seed =>
            {
                var type = MakeType(new Random(seed), depth: 3);
                var (first, second) = (new Random(seed), new Random(seed));
                var stored = StoredColumn.Create(type);
                stored.Reserve(4);
                var csv = new TextBuffer();
                ColumnWriter[] cells = [CsvColumn.Create(type, CsvFrame.Cell(isFirst: true, isLast: false), csv), CsvColumn.Create(type, CsvFrame.Cell(isFirst: false, isLast: true), csv)];
                var expected = new StringBuilder();
                for (var value = 0; value < 4; value++)
                {
                    WriteValue(stored, value, first);
                    WriteValue(cells[value % 2], value / 2, second);
                    var plain = new ArrayBufferWriter<byte>();
                    TextForm.Write(stored.Reader, value, plain);
                    var text = Encoding.UTF8.GetString(plain.WrittenSpan).Replace("\"", "\"\"", StringComparison.Ordinal);
                    expected.Append(stored.Reader.IsNull(value) ? "" : $"\"{text}\"").Append(",\n"[value % 2]);
                }

                Assert.Equal($"{type}: {expected}", $"{type}: {Encoding.UTF8.GetString(csv.Written.Span)}");
            },
            iter: 2_000);

    [Fact]
    public void Appended_bytes_have_their_quotes_doubled() =>
        Gen.String["\"a,\n"].Array[1, 4].Sample(
            parts =>
            {
                var buffer = new TextBuffer();
                foreach (var part in parts)
                {
                    buffer.AppendDoubled(Encoding.UTF8.GetBytes(part));
                }

                Assert.Equal(string.Concat(parts).Replace("\"", "\"\"", StringComparison.Ordinal), Encoding.UTF8.GetString(buffer.Written.Span));
            },
            iter: 10_000);

    [Fact]
    public void Quotes_are_doubled_behind_the_offset_alone() =>
        Gen.String["\"a,\n"].Array[2].Sample(
            parts =>
            {
                var buffer = new TextBuffer();
                buffer.Append(Encoding.UTF8.GetBytes(parts[0]));
                var start = buffer.Length;
                buffer.Append(Encoding.UTF8.GetBytes(parts[1]));
                buffer.DoubleQuotes(start);
                Assert.Equal(parts[0] + parts[1].Replace("\"", "\"\"", StringComparison.Ordinal), Encoding.UTF8.GetString(buffer.Written.Span));
            },
            iter: 10_000);

    private static SqlType MakeType(Random random, int depth) => random.Next(depth == 0 ? 9 : 13) switch
    {
        0 => ScalarTypes.Boolean,
        1 => ScalarTypes.BigInt,
        2 => ScalarTypes.Double,
        3 => new DecimalType(20, 3),
        4 => ScalarTypes.Date,
        5 => new TimestampType(random.Next(0, 7), random.Next(2) == 0),
        6 => ScalarTypes.Varbinary,
        7 => new CharType(3),
        8 => VarcharType.Unbounded,
        9 => new ArrayType(MakeType(random, depth - 1)),
        10 => new MapType(VarcharType.Unbounded, MakeType(random, depth - 1)),
        _ => new RowType(Enumerable.Range(0, random.Next(1, 4)).Select(field => new RowField(random.Next(4) == 0 ? null : $"f\"{field}", MakeType(random, depth - 1))).ToValueList()),
    };

    private static void WriteValue(ColumnWriter writer, int index, Random random)
    {
        if (random.Next(5) == 0)
        {
            writer.WriteNull(index);
            return;
        }

        switch (writer.Type)
        {
            case RowType row:
                for (var field = 0; field < row.Fields.Count; field++)
                {
                    WriteValue(writer.Child(field), index, random);
                }

                break;
            case ArrayType:
                WriteElements(writer, index, random, isMap: false);
                break;
            case MapType:
                WriteElements(writer, index, random, isMap: true);
                break;
            default:
                WriteScalar(writer, index, random);
                break;
        }
    }

    private static void WriteElements(ColumnWriter writer, int index, Random random, bool isMap)
    {
        var keys = s_texts.OrderBy(_ => random.Next()).Take(random.Next(5)).ToList();
        writer.BeginList(index);
        foreach (var key in keys)
        {
            var at = writer.AppendElement();
            if (isMap)
            {
                writer.Child(0).WriteText(at, Encoding.UTF8.GetBytes(key));
            }

            WriteValue(writer.Child(isMap ? 1 : 0), at, random);
        }

        writer.EndList(index);
    }

    private static void WriteScalar(ColumnWriter writer, int index, Random random)
    {
        switch (writer.Type)
        {
            case VarcharType or CharType or ScalarType { Kind: ScalarKind.Varbinary }:
                writer.WriteText(index, Encoding.UTF8.GetBytes(s_texts[random.Next(s_texts.Length)]));
                break;
            case DecimalType:
                writer.WriteDecimal(index, random.NextInt64(-1_000_000, 1_000_000));
                break;
            case ScalarType { Kind: ScalarKind.Double }:
                writer.WriteDouble(index, random.NextDouble() * 1e10);
                break;
            case ScalarType { Kind: ScalarKind.Boolean }:
                writer.WriteBoolean(index, random.Next(2) == 0);
                break;
            case ScalarType { Kind: ScalarKind.Date }:
                writer.WriteInt64(index, random.Next(-100_000, 100_000));
                break;
            default:
                writer.WriteInt64(index, random.NextInt64(-1_000_000_000_000_000, 1_000_000_000_000_000));
                break;
        }
    }
}
