using System.Buffers;
using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Spoor.Core.Types;
using Spoor.Engine.Executors.Direct;
using Spoor.Engine.Executors.DuckDb.Native;
using Spoor.Engine.Executors.DuckDb.Sql;
using Spoor.Engine.Results.Columns;
using Spoor.Engine.Results.Text;
using Xunit;

namespace Spoor.Engine.Tests.Types;

/// <summary>Feeds every type to everything that walks types: one that a walker does not know fails here and not in a user's result.</summary>
public class TypeWalkerTests
{
    /// <summary>Types that no table can declare, so that no scan writes them.</summary>
    private static readonly HashSet<ScalarKind> s_neverScanned =
        [ScalarKind.IpAddress, ScalarKind.Uuid, ScalarKind.Color, ScalarKind.IntervalDayToSecond, ScalarKind.IntervalYearToMonth, ScalarKind.HyperLogLog,
            ScalarKind.P4HyperLogLog, ScalarKind.SetDigest, ScalarKind.TDigest, ScalarKind.JsonPath, ScalarKind.JoniRegExp, ScalarKind.CodePoints];

    private static readonly SqlType[] s_others =
    [
        VarcharType.Unbounded, new CharType(2), new DecimalType(5, 2), new TimeType(3, false), new TimeType(3, true), new TimestampType(3, false),
        new TimestampType(3, true), new ArrayType(ScalarTypes.BigInt), new MapType(VarcharType.Unbounded, ScalarTypes.BigInt),
        new RowType([new RowField("a", ScalarTypes.BigInt)]), new QuantileDigestType(ScalarTypes.Double),
    ];

    public static TheoryData<ScalarKind> Kinds => [.. Enum.GetValues<ScalarKind>()];

    [Fact]
    public void Every_class_of_types_is_tested_here()
    {
        var classes = typeof(SqlType).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(SqlType))).ToHashSet();
        classes.ExceptWith([typeof(ScalarType), typeof(FunctionType)]); // The latter is a lambda's and has no values.
        Assert.Equal(classes.Select(type => type.Name).Order(), s_others.Select(type => type.GetType().Name).Distinct().Order());
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_kind_has_a_name_that_is_read_back(ScalarKind kind) => Assert.Equal(new ScalarType(kind), SqlTypeText.Parse(new ScalarType(kind).ToString()));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_kind_is_printed_and_read(ScalarKind kind) => Walk(new ScalarType(kind), Text(kind), JsonText(kind));

    [Fact]
    public void Every_other_type_is_printed_and_read()
    {
        string[] texts =
        [
            "ab", "ab", "0.07", "00:00:00.000", "00:00:00.000+00:00", "1970-01-01 00:00:00.000", "1970-01-01 00:00:00.000 UTC", "[7]", "{ab=7}", "{a=7}", "61 62",
        ];
        string[] json =
        [
            "\"ab\"", "\"ab\"", "0.07", "\"00:00:00.000\"", "\"00:00:00.000\\u002B00:00\"", "\"1970-01-01 00:00:00.000\"", "\"1970-01-01 00:00:00.000 UTC\"", "[7]", "{\"ab\":7}", "{\"a\":7}", "\"61 62\"",
        ];
        for (var i = 0; i < s_others.Length; i++)
        {
            Walk(s_others[i], texts[i], json[i]);
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_kind_that_a_table_can_declare_is_written(ScalarKind kind)
    {
        var type = new ScalarType(kind);
        if (s_neverScanned.Contains(kind))
        {
            Assert.Throws<UnreachableException>(() => StoredColumn.Create(type));
            return;
        }

        Assert.Equal(type, VectorWriter.Create(type).Type);
        Assert.Equal(type, StoredColumn.Create(type).Type);
        Assert.Equal(type, CsvColumn.Create(type, CsvFrame.None, new TextBuffer()).Type);
    }

    private static void Walk(SqlType type, string text, string json)
    {
        Assert.NotEqual("", DuckWriter.Write(TypePrinter.TypeOf(type)));
        var logical = LogicalType.Create(TypePrinter.TypeOf(type));
        Assert.NotEqual(0, logical);
        Api.DestroyLogicalType(ref logical);

        var column = new FixedColumn(type);
        var plain = new ArrayBufferWriter<byte>();
        var prepared = new TextBuffer();
        TextForm.Write(column, 0, plain);
        ValueText.Of(type).Write(column, 0, prepared);
        Assert.Equal(text, Encoding.UTF8.GetString(plain.WrittenSpan));
        Assert.Equal(text, Encoding.UTF8.GetString(prepared.Written.Span));

        var output = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(output))
        {
            JsonForm.Write(column, 0, writer);
        }

        Assert.Equal(json, Encoding.UTF8.GetString(output.WrittenSpan));
    }

    private static string Text(ScalarKind kind) => kind switch
    {
        ScalarKind.Unknown => "null",
        ScalarKind.Boolean => "true",
        ScalarKind.TinyInt or ScalarKind.SmallInt or ScalarKind.Integer or ScalarKind.BigInt => "7",
        ScalarKind.Real or ScalarKind.Double => "1.5",
        ScalarKind.Date => "1970-01-08",
        ScalarKind.Uuid => "00000000-0000-0000-0000-000000000007",
        ScalarKind.IntervalDayToSecond => "0 00:00:02.000",
        ScalarKind.IntervalYearToMonth => "1-2",
        ScalarKind.Json or ScalarKind.IpAddress or ScalarKind.Color or ScalarKind.JsonPath or ScalarKind.JoniRegExp or ScalarKind.CodePoints => "ab",
        ScalarKind.Varbinary or ScalarKind.HyperLogLog or ScalarKind.P4HyperLogLog or ScalarKind.SetDigest or ScalarKind.TDigest => "61 62",
        _ => throw new UnreachableException($"What is the text form of {kind}?"),
    };

    private static string JsonText(ScalarKind kind) =>
        kind is ScalarKind.Unknown or ScalarKind.Boolean or ScalarKind.TinyInt or ScalarKind.SmallInt or ScalarKind.Integer or ScalarKind.BigInt or ScalarKind.Real or ScalarKind.Double
            ? Text(kind)
            : $"\"{Text(kind)}\"";

    /// <summary>One value of each storage: 7, 1.5, 'ab', 14 months, 2 seconds.</summary>
    private sealed class FixedColumn(SqlType type) : ColumnReader
    {
        public override SqlType Type => type;

        public override bool IsNull(int index) => type.Equals(ScalarTypes.Unknown);

        public override bool GetBoolean(int index) => true;

        public override long GetInt64(int index) => 7;

        public override double GetDouble(int index) => 1.5;

        public override Int128 GetInt128(int index) => 7;

        public override ReadOnlySpan<byte> GetBytes(int index) => type is TimestampType ? "UTC"u8 : "ab"u8;

        public override IntervalValue GetInterval(int index) => new(14, 2_000_000);

        public override ListRange GetList(int index) => new(0, 1);

        public override ColumnReader Child(int position) => type switch
        {
            ArrayType array => new FixedColumn(array.Element),
            MapType map => new FixedColumn(position == 0 ? map.Key : map.Value),
            RowType row => new FixedColumn(row.Fields[position].Type),
            _ => throw new UnreachableException("No parts."),
        };
    }
}
