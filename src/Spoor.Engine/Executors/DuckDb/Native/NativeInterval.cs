namespace Spoor.Engine.Executors.DuckDb.Native;

/// <summary><c>duckdb_interval</c>.</summary>
internal readonly record struct NativeInterval(int Months, int Days, long Microseconds);
