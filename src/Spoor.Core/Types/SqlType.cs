using System.Diagnostics;
using Spoor.Core.Collections;

namespace Spoor.Core.Types;

/// <summary>A Trino type. Two types are the same type when they are equal.</summary>
/// <remarks><see cref="object.ToString"/> gives Trino's spelling, as it appears in error messages: <c>array(varchar(3))</c>, <c>row(a bigint, b varchar)</c>.</remarks>
public abstract record SqlType
{
    /// <summary>Whether values can be compared with <c>=</c> and grouped by.</summary>
    public virtual bool IsComparable => true;

    /// <summary>Whether values can be ordered.</summary>
    public virtual bool IsOrderable => IsComparable;

    /// <summary>Trino's spelling.</summary>
    public abstract override string ToString();
}

/// <summary>A type without parameters; see <see cref="ScalarTypes"/> for the instances.</summary>
public sealed record ScalarType(ScalarKind Kind) : SqlType
{
    /// <inheritdoc/>
    public bool Equals(ScalarType? other) => other is not null && Kind == other.Kind;

    /// <inheritdoc/>
    public override int GetHashCode() => (int)Kind;

    /// <summary>Trino's spelling: <c>bigint</c>, <c>boolean</c>, <c>json</c>, <c>unknown</c>.</summary>
    public string Name => Kind switch
    {
        ScalarKind.Unknown => "unknown",
        ScalarKind.Boolean => "boolean",
        ScalarKind.TinyInt => "tinyint",
        ScalarKind.SmallInt => "smallint",
        ScalarKind.Integer => "integer",
        ScalarKind.BigInt => "bigint",
        ScalarKind.Real => "real",
        ScalarKind.Double => "double",
        ScalarKind.Varbinary => "varbinary",
        ScalarKind.Date => "date",
        ScalarKind.Json => "json",
        ScalarKind.IpAddress => "ipaddress",
        ScalarKind.Uuid => "uuid",
        ScalarKind.Color => "color",
        ScalarKind.IntervalDayToSecond => "interval day to second",
        ScalarKind.IntervalYearToMonth => "interval year to month",
        ScalarKind.HyperLogLog => "HyperLogLog",
        ScalarKind.P4HyperLogLog => "P4HyperLogLog",
        ScalarKind.SetDigest => "SetDigest",
        ScalarKind.TDigest => "tdigest",
        ScalarKind.JsonPath => "JsonPath",
        ScalarKind.JoniRegExp => "JoniRegExp",
        ScalarKind.CodePoints => "CodePoints",
        _ => throw new UnreachableException($"No name for {Kind}."),
    };

    /// <summary>tinyint, smallint, integer or bigint.</summary>
    public bool IsInteger => Kind is ScalarKind.TinyInt or ScalarKind.SmallInt or ScalarKind.Integer or ScalarKind.BigInt;

    /// <summary>real or double.</summary>
    public bool IsFloatingPoint => Kind is ScalarKind.Real or ScalarKind.Double;

    /// <summary>A number of any kind but decimal, which has parameters.</summary>
    public bool IsNumber => IsInteger || IsFloatingPoint;

    /// <summary>One of the two intervals.</summary>
    public bool IsInterval => Kind is ScalarKind.IntervalDayToSecond or ScalarKind.IntervalYearToMonth;

    /// <inheritdoc/>
    public override bool IsComparable => Kind is not (ScalarKind.HyperLogLog or ScalarKind.P4HyperLogLog or ScalarKind.SetDigest or ScalarKind.TDigest or ScalarKind.JsonPath);

    /// <inheritdoc/>
    public override bool IsOrderable => IsComparable && Kind is not (ScalarKind.Json or ScalarKind.Color);

    /// <inheritdoc/>
    public override string ToString() => Name;
}

/// <summary>The types without parameters.</summary>
public static class ScalarTypes
{
#pragma warning disable CS1591 // Trino documents its types.
    public static ScalarType Unknown { get; } = new(ScalarKind.Unknown);
    public static ScalarType Boolean { get; } = new(ScalarKind.Boolean);
    public static ScalarType TinyInt { get; } = new(ScalarKind.TinyInt);
    public static ScalarType SmallInt { get; } = new(ScalarKind.SmallInt);
    public static ScalarType Integer { get; } = new(ScalarKind.Integer);
    public static ScalarType BigInt { get; } = new(ScalarKind.BigInt);
    public static ScalarType Real { get; } = new(ScalarKind.Real);
    public static ScalarType Double { get; } = new(ScalarKind.Double);
    public static ScalarType Varbinary { get; } = new(ScalarKind.Varbinary);
    public static ScalarType Date { get; } = new(ScalarKind.Date);
    public static ScalarType Json { get; } = new(ScalarKind.Json);
    public static ScalarType IpAddress { get; } = new(ScalarKind.IpAddress);
    public static ScalarType Uuid { get; } = new(ScalarKind.Uuid);
    public static ScalarType Color { get; } = new(ScalarKind.Color);
    public static ScalarType HyperLogLog { get; } = new(ScalarKind.HyperLogLog);
    public static ScalarType P4HyperLogLog { get; } = new(ScalarKind.P4HyperLogLog);
    public static ScalarType SetDigest { get; } = new(ScalarKind.SetDigest);
    public static ScalarType TDigest { get; } = new(ScalarKind.TDigest);
    public static ScalarType JsonPath { get; } = new(ScalarKind.JsonPath);
    public static ScalarType JoniRegExp { get; } = new(ScalarKind.JoniRegExp);
    public static ScalarType CodePoints { get; } = new(ScalarKind.CodePoints);
    public static ScalarType IntervalDayToSecond { get; } = new(ScalarKind.IntervalDayToSecond);
    public static ScalarType IntervalYearToMonth { get; } = new(ScalarKind.IntervalYearToMonth);
#pragma warning restore CS1591
}

/// <summary><c>qdigest(value)</c>, a sketch of a distribution.</summary>
public sealed record QuantileDigestType(SqlType Value) : SqlType
{
    /// <inheritdoc/>
    public override bool IsComparable => false;

    /// <inheritdoc/>
    public override string ToString() => $"qdigest({Value})";
}

/// <summary><c>varchar</c> (length null) or <c>varchar(n)</c>.</summary>
public sealed record VarcharType(int? Length) : SqlType
{
    /// <summary><c>varchar</c> without a length; every Hive STRING.</summary>
    public static VarcharType Unbounded { get; } = new((int?)null);

    /// <inheritdoc/>
    public override string ToString() => Length is { } length ? $"varchar({length})" : "varchar";
}

/// <summary><c>char(n)</c>, padded with blanks for comparison.</summary>
public sealed record CharType(int Length) : SqlType
{
    /// <inheritdoc/>
    public override string ToString() => $"char({Length})";
}

/// <summary><c>decimal(p,s)</c>, precision 1 to 38.</summary>
public sealed record DecimalType(int Precision, int Scale) : SqlType
{
    /// <inheritdoc/>
    public override string ToString() => $"decimal({Precision},{Scale})";
}

/// <summary><c>time(p)</c>, with or without time zone.</summary>
public sealed record TimeType(int Precision, bool WithTimeZone) : SqlType
{
    /// <inheritdoc/>
    public override string ToString() => $"time({Precision}){(WithTimeZone ? " with time zone" : "")}";
}

/// <summary><c>timestamp(p)</c>, with or without time zone; Athena's own precision is 3.</summary>
public sealed record TimestampType(int Precision, bool WithTimeZone) : SqlType
{
    /// <inheritdoc/>
    public override string ToString() => $"timestamp({Precision}){(WithTimeZone ? " with time zone" : "")}";
}

/// <summary><c>array(element)</c>.</summary>
public sealed record ArrayType(SqlType Element) : SqlType
{
    /// <inheritdoc/>
    public override bool IsComparable => Element.IsComparable;

    /// <inheritdoc/>
    public override bool IsOrderable => Element.IsOrderable;

    /// <inheritdoc/>
    public override string ToString() => $"array({Element})";
}

/// <summary><c>map(key, value)</c>; comparable but never orderable.</summary>
public sealed record MapType(SqlType Key, SqlType Value) : SqlType
{
    /// <inheritdoc/>
    public override bool IsComparable => Key.IsComparable && Value.IsComparable;

    /// <inheritdoc/>
    public override bool IsOrderable => false;

    /// <inheritdoc/>
    public override string ToString() => $"map({Key}, {Value})";
}

/// <summary><c>row(a bigint, varchar)</c>.</summary>
public sealed record RowType(ValueList<RowField> Fields) : SqlType
{
    /// <inheritdoc/>
    public override bool IsComparable => Fields.All(member => member.Type.IsComparable);

    /// <inheritdoc/>
    public override bool IsOrderable => Fields.All(member => member.Type.IsOrderable);

    /// <inheritdoc/>
    public override string ToString() =>
        $"row({string.Join(", ", Fields.Select(member => member.Name is null ? $"{member.Type}" : $"{FieldName(member.Name)} {member.Type}"))})";

    private static string FieldName(string name) =>
        name.All(c => c is >= 'a' and <= 'z' or >= '0' and <= '9' or '_') && !char.IsAsciiDigit(name[0]) ? name : $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}

/// <summary>A field of a row; Name is null when anonymous, lower-case when it comes from a table.</summary>
public sealed record RowField(string? Name, SqlType Type);

/// <summary>The type of a lambda, <c>function(a,b,result)</c>; only an argument of a function has it.</summary>
public sealed record FunctionType(ValueList<SqlType> Parameters, SqlType Result) : SqlType
{
    /// <inheritdoc/>
    public override bool IsComparable => false;

    /// <inheritdoc/>
    public override string ToString() => $"function({string.Join(',', Parameters.Append(Result))})";
}
