using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Spoor.Engine.DuckDb.Functions;
using Spoor.Sql;

namespace Spoor.Engine.DuckDb.Native;

/// <summary>Makes C# scalar functions known to a DuckDB database.</summary>
internal static unsafe class ScalarFunctionRegistration
{
    /// <summary>Registers <paramref name="function"/> for every connection of the database that <paramref name="connection"/> (a <c>duckdb_connection</c>) belongs to.</summary>
    internal static void Register(nint connection, ScalarFunction function)
    {
        var native = ScalarFunctionApi.CreateFunction();
        try
        {
            ScalarFunctionApi.SetName(native, function.Name);
            foreach (var parameter in function.Parameters)
            {
                WithType(parameter, type => ScalarFunctionApi.AddParameter(native, type));
            }

            if (function.Variadic is { } variadic)
            {
                WithType(variadic, type => ScalarFunctionApi.SetVariadic(native, type));
            }

            WithType(function.Result, type => ScalarFunctionApi.SetReturnType(native, type));
            ScalarFunctionApi.SetHandlesNull(native);
            if (function.IsVolatile)
            {
                ScalarFunctionApi.SetVolatile(native);
            }

            ScalarFunctionApi.SetExtraInfo(native, GCHandle.ToIntPtr(GCHandle.Alloc(function)), &Free);
            ScalarFunctionApi.SetBody(native, &Call);
            if (ScalarFunctionApi.Register(connection, native) != 0)
            {
                throw new UnreachableException($"DuckDB refused the function {function.Name}.");
            }
        }
        finally
        {
            ScalarFunctionApi.DestroyFunction(ref native);
        }
    }

    private static void WithType(ScalarFunctionType type, Action<nint> use)
    {
        var native = type.Create();
        use(native);
        ScalarFunctionApi.DestroyType(ref native);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Free(nint handle) => GCHandle.FromIntPtr(handle).Free();

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Call(nint info, nint chunk, nint result)
    {
        try
        {
            var function = (ScalarFunction)GCHandle.FromIntPtr(ScalarFunctionApi.GetExtraInfo(info)).Target!; // Set in Register.
            Run(function, chunk, result);
        }
        catch (QueryException error)
        {
            ScalarFunctionApi.SetError(info, FunctionError.Encode(error.Code, error.Message));
        }
        catch (OverflowException)
        {
            ScalarFunctionApi.SetError(info, FunctionError.Encode(ErrorCode.InvalidFunctionArgument, "long overflow"));
        }
#pragma warning disable CA1031 // An exception must not cross into native code.
        catch (Exception error)
#pragma warning restore CA1031
        {
            ScalarFunctionApi.SetError(info, FunctionError.Encode(ErrorCode.GenericInternalError, error.Message));
        }
    }

    private static void Run(ScalarFunction function, nint chunk, nint result)
    {
        var columns = (int)ScalarFunctionApi.GetColumnCount(chunk);
        var vectors = stackalloc ArgumentVector[Math.Max(columns, 1)];
        for (var column = 0; column < columns; column++)
        {
            vectors[column] = new ArgumentVector(ScalarFunctionApi.GetVector(chunk, (ulong)column));
        }

        var rows = (int)ScalarFunctionApi.GetChunkSize(chunk);
        var isStruct = function.Result.Names is not null;
        var row = new ScalarFunctionRow(columns, result, vectors);
        for (var i = 0; i < rows; i++)
        {
            row.Start(i);
            if (function.HandlesNull || !row.AnyNull())
            {
                function.Body(ref row);
            }

            row.Finish(isStruct);
        }
    }
}
