using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Spoor.CloudTrail.Scan.Contract;
using Spoor.Core.Types;
using Spoor.Engine.Executors.DuckDb.Native;
using Spoor.Engine.Executors.DuckDb.Sql;

namespace Spoor.Engine.Executors.DuckDb.Scans;

/// <summary><c>spoor_scan(number)</c>: the table function through which DuckDB reads the scans of a <see cref="ScanRegistry"/>, on as many threads as it likes.</summary>
/// <remarks>
/// DuckDB holds managed state as handles and gives them back to <see cref="Release"/>. No exception crosses into DuckDB: the scan keeps it,
/// DuckDB gets a placeholder, and whoever runs the statement throws the original.
/// Projection pushdown is left off: Planning has already reduced the columns, to leaves that DuckDB could not name.
/// </remarks>
internal static unsafe class ScanTableFunction
{
    /// <summary>The function's name in SQL.</summary>
    public const string Name = "spoor_scan";

    /// <summary>Makes the function known to a database; it lives as long as that.</summary>
    public static void Register(nint connection, ScanRegistry scans)
    {
        var function = Api.CreateTableFunction();
        Api.TableFunctionSetName(function, Name);
        var parameter = Api.CreateLogicalType(NativeType.BigInt);
        Api.TableFunctionAddParameter(function, parameter);
        Api.DestroyLogicalType(ref parameter);
        Api.TableFunctionSetExtraInfo(function, Hold(scans), &Release);
        Api.TableFunctionSetBind(function, &Bind);
        Api.TableFunctionSetInit(function, &Initialize);
        Api.TableFunctionSetLocalInit(function, &InitializeThread);
        Api.TableFunctionSetFunction(function, &Execute);
        var state = Api.RegisterTableFunction(connection, function);
        Api.DestroyTableFunction(ref function);
        if (state != 0)
        {
            throw new UnreachableException("DuckDB refused the scan function.");
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Bind(nint info)
    {
        try
        {
            var value = Api.BindGetParameter(info, 0);
            var id = Api.GetInt64(value);
            Api.DestroyValue(ref value);
            if (!Held<ScanRegistry>(Api.BindGetExtraInfo(info)).TryFind(id, out var scan))
            {
                Api.BindSetError(info, "No such scan.");
                return;
            }

            foreach (var column in scan.Columns)
            {
                AddColumn(info, column.Name, column.Type);
            }

            if (scan.Columns.Count == 0)
            {
                AddColumn(info, "no_column", ScalarTypes.Boolean);
            }

            Api.BindSetBindData(info, Hold(scan), &Release);
        }
        catch (Exception exception)
        {
            Api.BindSetError(info, exception.Message);
        }
    }

    private static void AddColumn(nint info, string name, SqlType columnType)
    {
        var type = LogicalType.Create(TypePrinter.TypeOf(columnType));
        Api.BindAddResultColumn(info, name, type);
        Api.DestroyLogicalType(ref type);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Initialize(nint info)
    {
        var scan = Held<PendingScan>(Api.InitGetBindData(info));
        try
        {
            Api.InitSetInitData(info, Hold(scan.Start()), &Release);
            Api.InitSetMaxThreads(info, ulong.MaxValue >> 1);
        }
        catch (Exception exception)
        {
            scan.Fail(exception);
            Api.InitSetError(info, "The scan did not start.");
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void InitializeThread(nint info)
    {
        var scan = Held<PendingScan>(Api.InitGetBindData(info));
        try
        {
            Api.InitSetInitData(info, Hold(new ScanThread(scan)), &Release);
        }
        catch (Exception exception)
        {
            scan.Fail(exception);
            Api.InitSetError(info, "The scan did not start.");
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Execute(nint info, nint chunk)
    {
        var thread = Held<ScanThread>(Api.FunctionGetLocalInitData(info));
        try
        {
            var rows = thread.Fill(Held<IObjectScan>(Api.FunctionGetInitData(info)), chunk);
            Api.SetChunkSize(chunk, (ulong)rows);
        }
        catch (Exception exception)
        {
            thread.Scan.Fail(exception);
            Api.FunctionSetError(info, "The scan failed.");
        }
    }

    /// <summary>DuckDB is done with a managed object of ours.</summary>
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Release(nint pointer)
    {
        var handle = GCHandle.FromIntPtr(pointer);
        var target = handle.Target;
        handle.Free();
        try
        {
            (target as IDisposable)?.Dispose();
        }
        catch (Exception exception)
        {
            // The statement is over and has its rows; a reader that cannot close must not bring the process down.
            Debug.WriteLine(exception);
        }
    }

    private static nint Hold(object target) => GCHandle.ToIntPtr(GCHandle.Alloc(target));

    private static T Held<T>(nint pointer)
        where T : class => (T)GCHandle.FromIntPtr(pointer).Target!; // Alive until DuckDB calls Release.
}
