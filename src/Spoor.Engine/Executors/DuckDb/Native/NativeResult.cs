using System.Runtime.InteropServices;

namespace Spoor.Engine.Executors.DuckDb.Native;

/// <summary><c>duckdb_result</c>; only DuckDB reads its parts.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct NativeResult
{
#pragma warning disable IDE0051, CS0169, IDE0044 // The layout is DuckDB's.
    private ulong _columnCount;
    private ulong _rowCount;
    private ulong _rowsChanged;
    private nint _columns;
    private nint _errorMessage;
    private nint _internalData;
#pragma warning restore IDE0051, CS0169, IDE0044
}
