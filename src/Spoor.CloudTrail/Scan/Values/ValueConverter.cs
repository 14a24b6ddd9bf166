using Spoor.CloudTrail.Scan.Contract;
using Spoor.CloudTrail.Scan.Json;
using Spoor.Core.Errors;
using Spoor.Core.Types;

namespace Spoor.CloudTrail.Scan.Values;

/// <summary>Writes JSON values into a column of one type. Each reader compiles its own.</summary>
internal abstract class ValueConverter
{
    /// <summary>Whether a well-formed value can be refused.</summary>
    public virtual bool CanRefuse => true;

    /// <summary>Writes the value, or NULL, at <paramref name="index"/>.</summary>
    /// <returns>False when the value is refused: the context says why, and the writers may hold a part of it.</returns>
    public bool Write(in JsonValue value, ColumnWriter writer, int index, ConversionContext context)
    {
        if (value.IsNull)
        {
            writer.WriteNull(index);
            return true;
        }

        return WriteValue(value, writer, index, context);
    }

    /// <summary>Writes a value that is not null.</summary>
    protected abstract bool WriteValue(in JsonValue value, ColumnWriter writer, int index, ConversionContext context);

    /// <summary>The converter for a type.</summary>
    public static ValueConverter Compile(SqlType type, RecordFormat format, SerDeOptions options) => type switch
    {
        VarcharType or CharType => new TextConverter(type, takesNestedText: format != RecordFormat.HiveJsonLines),
        ScalarType { Kind: ScalarKind.Json } => new TextConverter(type, takesNestedText: true),
        ScalarType { Kind: ScalarKind.Boolean } => new BooleanConverter(),
        ScalarType { Kind: ScalarKind.TinyInt } => new IntegerConverter(sbyte.MinValue, sbyte.MaxValue),
        ScalarType { Kind: ScalarKind.SmallInt } => new IntegerConverter(short.MinValue, short.MaxValue),
        ScalarType { Kind: ScalarKind.Integer } => new IntegerConverter(int.MinValue, int.MaxValue),
        ScalarType { Kind: ScalarKind.BigInt } => new IntegerConverter(long.MinValue, long.MaxValue),
        ScalarType { IsFloatingPoint: true } => new DoubleConverter(),
        ScalarType { Kind: ScalarKind.Varbinary } => new VarbinaryConverter(),
        ScalarType { Kind: ScalarKind.Date } => new DateConverter(),
        DecimalType number => new DecimalConverter(number),
        TimestampType => new TimestampConverter(options.TimestampFormats, format == RecordFormat.OpenXJsonLines),
        ArrayType array => new ArrayConverter(Compile(array.Element, format, options)),
        MapType map => new MapConverter(Compile(map.Key, format, options), Compile(map.Value, format, options)),
        RowType row => new RowConverter(row, format, options),
        _ => throw new QueryException(ErrorCode.NotSupported, null, $"Unsupported column type: {type}", "JSON columns take the types that Hive's DDL can declare."),
    };
}
