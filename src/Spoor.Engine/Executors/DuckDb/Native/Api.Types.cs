using System.Runtime.InteropServices;

namespace Spoor.Engine.Executors.DuckDb.Native;

internal static partial class Api
{
    [LibraryImport(Library, EntryPoint = "duckdb_create_logical_type")]
    public static partial nint CreateLogicalType(NativeType type);

    [LibraryImport(Library, EntryPoint = "duckdb_create_decimal_type")]
    public static partial nint CreateDecimalType(byte precision, byte scale);

    [LibraryImport(Library, EntryPoint = "duckdb_create_list_type")]
    public static partial nint CreateListType(nint element);

    [LibraryImport(Library, EntryPoint = "duckdb_create_map_type")]
    public static partial nint CreateMapType(nint key, nint value);

    [LibraryImport(Library, EntryPoint = "duckdb_create_struct_type")]
    public static unsafe partial nint CreateStructType(nint* types, nint* names, ulong count);

    [LibraryImport(Library, EntryPoint = "duckdb_destroy_logical_type")]
    public static partial void DestroyLogicalType(ref nint type);

    [LibraryImport(Library, EntryPoint = "duckdb_get_int64")]
    public static partial long GetInt64(nint value);

    [LibraryImport(Library, EntryPoint = "duckdb_destroy_value")]
    public static partial void DestroyValue(ref nint value);
}
