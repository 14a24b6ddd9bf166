namespace Spoor.Engine.Executors.DuckDb.Sql;

/// <summary>DuckDB's types, as far as values are held in them.</summary>
internal enum PhysicalType
{
    /// <summary>The type of NULL.</summary>
    Null,
    Boolean,
    TinyInt,
    SmallInt,
    Integer,
    BigInt,
    HugeInt,
    Float,
    Double,
    Decimal,
    Varchar,
    Blob,
    Date,
    Time,
    TimeTz,
    Timestamp,
    Interval,
    Uuid,
    List,
    Map,
    Struct,
}
