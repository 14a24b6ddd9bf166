using System.Runtime.InteropServices;

namespace Spoor.Engine.Executors.DuckDb.Native;

/// <summary>The part of DuckDB's C API that Spoor uses, from the library that DuckDB.NET ships.</summary>
/// <remarks>DuckDB.NET's own binding lacks local init data, thread limits and the unchecked string assignment; one binding for all is simpler than two.</remarks>
/// <seealso href="https://duckdb.org/docs/stable/clients/c/api"/>
internal static partial class Api
{
    /// <summary>Rows of a full data chunk.</summary>
    public const int VectorSize = 2048;

    /// <summary>A task of a statement was run, and there is more to do.</summary>
    public const int ResultNotReady = 1;

    /// <summary>All that a statement has to do is with other threads, or waits for something.</summary>
    public const int NoTasks = 3;

    private const string Library = "duckdb";

    /// <summary>Loads the library, which the first call would do.</summary>
    public static void TryLoad() => NativeLibrary.TryLoad(Library, typeof(Api).Assembly, null, out _);

    [LibraryImport(Library, EntryPoint = "duckdb_create_config")]
    public static partial int CreateConfig(out nint config);

    [LibraryImport(Library, EntryPoint = "duckdb_set_config", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int SetConfig(nint config, string name, string option);

    [LibraryImport(Library, EntryPoint = "duckdb_destroy_config")]
    public static partial void DestroyConfig(ref nint config);

    [LibraryImport(Library, EntryPoint = "duckdb_open_ext", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Open(string? path, out nint database, nint config, out nint error);

    [LibraryImport(Library, EntryPoint = "duckdb_close")]
    public static partial void Close(ref nint database);

    [LibraryImport(Library, EntryPoint = "duckdb_connect")]
    public static partial int Connect(nint database, out nint connection);

    [LibraryImport(Library, EntryPoint = "duckdb_disconnect")]
    public static partial void Disconnect(ref nint connection);

    [LibraryImport(Library, EntryPoint = "duckdb_interrupt")]
    public static partial void Interrupt(nint connection);

    [LibraryImport(Library, EntryPoint = "duckdb_free")]
    public static partial void Free(nint pointer);

    [LibraryImport(Library, EntryPoint = "duckdb_query", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Query(nint connection, string sql, out NativeResult result);

    [LibraryImport(Library, EntryPoint = "duckdb_prepare", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Prepare(nint connection, string sql, out nint statement);

    [LibraryImport(Library, EntryPoint = "duckdb_prepare_error")]
    public static partial nint PrepareError(nint statement);

    [LibraryImport(Library, EntryPoint = "duckdb_destroy_prepare")]
    public static partial void DestroyPrepare(ref nint statement);

    [LibraryImport(Library, EntryPoint = "duckdb_pending_prepared_streaming")]
    public static partial int PendingStreaming(nint statement, out nint pending);

    [LibraryImport(Library, EntryPoint = "duckdb_pending_prepared")]
    public static partial int Pending(nint statement, out nint pending);

    [LibraryImport(Library, EntryPoint = "duckdb_pending_execute_task")]
    public static partial int ExecuteTask(nint pending);

    [LibraryImport(Library, EntryPoint = "duckdb_pending_error")]
    public static partial nint PendingError(nint pending);

    [LibraryImport(Library, EntryPoint = "duckdb_execute_pending")]
    public static partial int ExecutePending(nint pending, out NativeResult result);

    [LibraryImport(Library, EntryPoint = "duckdb_destroy_pending")]
    public static partial void DestroyPending(ref nint pending);

    [LibraryImport(Library, EntryPoint = "duckdb_destroy_result")]
    public static partial void DestroyResult(ref NativeResult result);

    [LibraryImport(Library, EntryPoint = "duckdb_result_error")]
    public static partial nint ResultError(ref NativeResult result);

    [LibraryImport(Library, EntryPoint = "duckdb_fetch_chunk")]
    public static partial nint FetchChunk(NativeResult result);

    /// <summary>Text that DuckDB keeps; null for no text.</summary>
    public static string? Text(nint utf8) => Marshal.PtrToStringUTF8(utf8);
}
