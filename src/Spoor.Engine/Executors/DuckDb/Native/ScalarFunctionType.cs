using Spoor.Engine.Executors.DuckDb.Sql;

namespace Spoor.Engine.Executors.DuckDb.Native;

/// <summary>Types of parameters and results of C# scalar functions.</summary>
internal static class ScalarFunctionType
{
    internal static readonly DuckType Boolean = new(PhysicalType.Boolean);
    internal static readonly DuckType Integer = new(PhysicalType.Integer);
    internal static readonly DuckType BigInt = new(PhysicalType.BigInt);
    internal static readonly DuckType Real = new(PhysicalType.Float);
    internal static readonly DuckType Double = DuckType.Double;
    internal static readonly DuckType Timestamp = DuckType.Timestamp;
    internal static readonly DuckType Date = new(PhysicalType.Date);
    internal static readonly DuckType Time = new(PhysicalType.Time);
    internal static readonly DuckType Interval = new(PhysicalType.Interval);
    internal static readonly DuckType Varchar = DuckType.Varchar;
    internal static readonly DuckType Blob = new(PhysicalType.Blob);
    internal static readonly DuckType ZonedTimestamp = DuckType.ZonedTimestamp;
    internal static readonly DuckType VarcharList = List(Varchar);
    internal static readonly DuckType VarcharMap = DuckType.Map(Varchar, Varchar);

    internal static DuckType List(DuckType element) => DuckType.List(element);
}
