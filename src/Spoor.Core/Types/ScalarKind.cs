namespace Spoor.Core.Types;

/// <summary>Which type without parameters a <see cref="ScalarType"/> is.</summary>
public enum ScalarKind
{
#pragma warning disable CS1591 // Trino documents its types.
    Unknown,
    Boolean,
    TinyInt,
    SmallInt,
    Integer,
    BigInt,
    Real,
    Double,
    Varbinary,
    Date,
    Json,
    IpAddress,
    Uuid,
    Color,
    IntervalDayToSecond,
    IntervalYearToMonth,
    HyperLogLog,
    P4HyperLogLog,
    SetDigest,
    TDigest,
    JsonPath,
    JoniRegExp,
    CodePoints,
#pragma warning restore CS1591
}
