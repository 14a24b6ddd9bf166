namespace Spoor.Engine.DuckDb.Native;

/// <summary><c>duckdb_list_entry</c>.</summary>
internal readonly record struct ListEntry(ulong Offset, ulong Length);
