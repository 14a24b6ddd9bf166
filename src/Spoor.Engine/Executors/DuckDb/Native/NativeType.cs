namespace Spoor.Engine.Executors.DuckDb.Native;

/// <summary><c>duckdb_type</c>.</summary>
internal enum NativeType
{
    Boolean = 1,
    TinyInt = 2,
    SmallInt = 3,
    Integer = 4,
    BigInt = 5,
    Float = 10,
    Double = 11,
    Timestamp = 12,
    Date = 13,
    Time = 14,
    Interval = 15,
    HugeInt = 16,
    Varchar = 17,
    Blob = 18,
    Uuid = 27,
    TimeTz = 30,
    TimestampTz = 31,
}
