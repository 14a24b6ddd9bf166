using Spoor.Core.Collections;

namespace Spoor.Engine.Executors.DuckDb.Sql;

/// <summary>A DuckDB type.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Precision">Digits of a decimal.</param>
/// <param name="Scale">Those of them behind the point.</param>
/// <param name="Parts">Element of a list, key and value of a map, members of a struct.</param>
internal sealed record DuckType(PhysicalType Kind, int Precision, int Scale, ValueList<DuckTypePart> Parts)
{
    /// <summary>A type without parameters.</summary>
    public DuckType(PhysicalType kind)
        : this(kind, 0, 0, [])
    {
    }

    /// <summary>VARCHAR.</summary>
    public static DuckType Varchar { get; } = new(PhysicalType.Varchar);

    /// <summary>DOUBLE.</summary>
    public static DuckType Double { get; } = new(PhysicalType.Double);

    /// <summary>TIMESTAMP.</summary>
    public static DuckType Timestamp { get; } = new(PhysicalType.Timestamp);

    /// <summary>A timestamp with its zone.</summary>
    public static DuckType ZonedTimestamp { get; } = Struct([new("instant", Timestamp), new("zone", Varchar)]);

    /// <summary>A decimal.</summary>
    public static DuckType Decimal(int precision, int scale) => new(PhysicalType.Decimal, precision, scale, []);

    /// <summary>A list.</summary>
    public static DuckType List(DuckType element) => new(PhysicalType.List, 0, 0, [new("", element)]);

    /// <summary>A map.</summary>
    public static DuckType Map(DuckType key, DuckType value) => new(PhysicalType.Map, 0, 0, [new("", key), new("", value)]);

    /// <summary>A struct.</summary>
    public static DuckType Struct(ValueList<DuckTypePart> members) => new(PhysicalType.Struct, 0, 0, members);
}

/// <summary>A part of a type; only a struct's members have names.</summary>
internal sealed record DuckTypePart(string Name, DuckType Type);
