namespace Spoor.Engine.Executors.DuckDb.Native;

/// <summary><c>duckdb_list_entry</c>.</summary>
internal readonly record struct ListEntry(ulong Offset, ulong Length);
