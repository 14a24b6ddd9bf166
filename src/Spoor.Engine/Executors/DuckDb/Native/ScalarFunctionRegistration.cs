using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Spoor.Core.Errors;
using Spoor.Engine.Executors.DuckDb.Sql;

namespace Spoor.Engine.Executors.DuckDb.Native;

/// <summary>Makes C# scalar functions known to a DuckDB database.</summary>
internal static unsafe class ScalarFunctionRegistration
{
    /// <summary>Registers <paramref name="function"/> for every connection of the database that <paramref name="connection"/> (a <c>duckdb_connection</c>) belongs to.</summary>
    internal static void Register(nint connection, ScalarFunction function)
    {
        var native = Api.CreateScalarFunction();
        try
        {
            Api.ScalarFunctionSetName(native, function.Name);
            foreach (var parameter in function.Parameters)
            {
                WithType(parameter, type => Api.ScalarFunctionAddParameter(native, type));
            }

            if (function.Variadic is { } variadic)
            {
                WithType(variadic, type => Api.ScalarFunctionSetVarargs(native, type));
            }

            WithType(function.Result, type => Api.ScalarFunctionSetReturnType(native, type));
            Api.ScalarFunctionSetSpecialHandling(native);
            if (function.IsVolatile)
            {
                Api.ScalarFunctionSetVolatile(native);
            }

            Api.ScalarFunctionSetExtraInfo(native, GCHandle.ToIntPtr(GCHandle.Alloc(function)), &Free);
            Api.ScalarFunctionSetFunction(native, &Call);
            if (Api.RegisterScalarFunction(connection, native) != 0)
            {
                throw new UnreachableException($"DuckDB refused the function {function.Name}.");
            }
        }
        finally
        {
            Api.DestroyScalarFunction(ref native);
        }
    }

    private static void WithType(DuckType type, Action<nint> use)
    {
        var native = LogicalType.Create(type);
        use(native);
        Api.DestroyLogicalType(ref native);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Free(nint handle) => GCHandle.FromIntPtr(handle).Free();

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Call(nint info, nint chunk, nint result)
    {
        try
        {
            var function = (ScalarFunction)GCHandle.FromIntPtr(Api.ScalarFunctionGetExtraInfo(info)).Target!; // Set in Register.
            Run(function, chunk, result);
        }
        catch (QueryException error)
        {
            Api.ScalarFunctionSetError(info, FunctionError.Encode(error.Code, error.Message));
        }
        catch (OverflowException)
        {
            Api.ScalarFunctionSetError(info, FunctionError.Encode(ErrorCode.InvalidFunctionArgument, "long overflow"));
        }
#pragma warning disable CA1031 // An exception must not cross into native code.
        catch (Exception error)
#pragma warning restore CA1031
        {
            Api.ScalarFunctionSetError(info, FunctionError.Encode(ErrorCode.GenericInternalError, error.Message));
        }
    }

    private static void Run(ScalarFunction function, nint chunk, nint result)
    {
        var columns = (int)Api.ChunkColumnCount(chunk);
        var vectors = stackalloc ArgumentVector[Math.Max(columns, 1)];
        for (var column = 0; column < columns; column++)
        {
            vectors[column] = new ArgumentVector(Api.ChunkVector(chunk, (ulong)column));
        }

        var rows = (int)Api.ChunkSize(chunk);
        var isStruct = function.Result.Kind == PhysicalType.Struct;
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
