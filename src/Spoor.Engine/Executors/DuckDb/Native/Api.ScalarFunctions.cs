using System.Runtime.InteropServices;

namespace Spoor.Engine.Executors.DuckDb.Native;

internal static unsafe partial class Api
{
    [LibraryImport(Library, EntryPoint = "duckdb_create_scalar_function")]
    public static partial nint CreateScalarFunction();

    [LibraryImport(Library, EntryPoint = "duckdb_destroy_scalar_function")]
    public static partial void DestroyScalarFunction(ref nint function);

    [LibraryImport(Library, EntryPoint = "duckdb_scalar_function_set_name", StringMarshalling = StringMarshalling.Utf8)]
    public static partial void ScalarFunctionSetName(nint function, string name);

    [LibraryImport(Library, EntryPoint = "duckdb_scalar_function_add_parameter")]
    public static partial void ScalarFunctionAddParameter(nint function, nint logicalType);

    [LibraryImport(Library, EntryPoint = "duckdb_scalar_function_set_varargs")]
    public static partial void ScalarFunctionSetVarargs(nint function, nint logicalType);

    [LibraryImport(Library, EntryPoint = "duckdb_scalar_function_set_return_type")]
    public static partial void ScalarFunctionSetReturnType(nint function, nint logicalType);

    [LibraryImport(Library, EntryPoint = "duckdb_scalar_function_set_special_handling")]
    public static partial void ScalarFunctionSetSpecialHandling(nint function);

    [LibraryImport(Library, EntryPoint = "duckdb_scalar_function_set_volatile")]
    public static partial void ScalarFunctionSetVolatile(nint function);

    [LibraryImport(Library, EntryPoint = "duckdb_scalar_function_set_extra_info")]
    public static partial void ScalarFunctionSetExtraInfo(nint function, nint extraInfo, delegate* unmanaged[Cdecl]<nint, void> free);

    [LibraryImport(Library, EntryPoint = "duckdb_scalar_function_get_extra_info")]
    public static partial nint ScalarFunctionGetExtraInfo(nint info);

    [LibraryImport(Library, EntryPoint = "duckdb_scalar_function_set_function")]
    public static partial void ScalarFunctionSetFunction(nint function, delegate* unmanaged[Cdecl]<nint, nint, nint, void> body);

    [LibraryImport(Library, EntryPoint = "duckdb_scalar_function_set_error", StringMarshalling = StringMarshalling.Utf8)]
    public static partial void ScalarFunctionSetError(nint info, string error);

    [LibraryImport(Library, EntryPoint = "duckdb_register_scalar_function")]
    public static partial int RegisterScalarFunction(nint connection, nint function);
}
