using Spoor.Core.Collections;
using Spoor.Core.Errors;
using Spoor.Core.Types;
using Spoor.Engine.Executors.DuckDb.Native;
using Spoor.Engine.Executors.DuckDb.Sql;
using Spoor.Engine.Executors.DuckDb.Values;
using Spoor.Sql.Functions.Resolution;
using static Spoor.Engine.Executors.DuckDb.Sql.DuckSql;

namespace Spoor.Engine.Executors.DuckDb.Functions;

/// <summary>Prints function calls as DuckDB SQL.</summary>
internal static class FunctionPrinter
{
    private static readonly Dictionary<(string Name, FunctionKind Kind), FunctionExecution> s_executions =
        Families().ToDictionary(execution => (execution.Name, execution.Kind));

    /// <summary>Whether a function can run; without, <see cref="Print"/> throws NOT_SUPPORTED.</summary>
    internal static bool Has(string name, FunctionKind kind) => s_executions.ContainsKey((name, kind));

    /// <summary>Prints a scalar call.</summary>
    internal static DuckExpression Print(ResolvedFunction function, ValueList<DuckExpression> arguments)
    {
        var execution = (ScalarExecution)Find(function);
        return function.ArgumentTypes.Any(type => type is CharType)
            ? PrintWithPadding(execution, function, arguments)
            : execution.Make(new DuckFunctionCall(function, arguments));
    }

    /// <summary>Prints an aggregate (also one used over a window) or a window function, in pieces.</summary>
    internal static AggregateExpression PrintAggregate(ResolvedFunction function, ValueList<DuckExpression> arguments, bool isDistinct) =>
        ((AggregateExecution)Find(function)).Make(new DuckFunctionCall(function, arguments, isDistinct));

    /// <summary>Every C# function that an expression may call; their names are unique.</summary>
    internal static IEnumerable<ScalarFunction> Native() => s_executions.Values.SelectMany(execution => execution.Native)
        .Concat(CastFunctions.Native).Concat(JsonCastFunctions.Native).Concat(IpFunctions.Native).Concat(OperatorFunctions.Native)
        .DistinctBy(function => function.Name);

    // Values of char(n) are held without their padding, which functions see.
    private static DuckExpression PrintWithPadding(ScalarExecution execution, ResolvedFunction function, ValueList<DuckExpression> arguments)
    {
        var isTrim = execution.Name is "trim" or "ltrim" or "rtrim";
        var padded = isTrim
            ? arguments
            : arguments.Select((value, index) => TextCastPrinter.Padded(value, function.ArgumentTypes[index])).ToValueList();
        var call = execution.Make(new DuckFunctionCall(function, padded));
        return function.ReturnType is CharType || (isTrim && function.ArgumentTypes[0] is CharType) ? Duck($"rtrim({call}, ' ')") : call;
    }

    private static IEnumerable<FunctionExecution> Families() =>
    [
        .. StringFunctions.All,
        FormatFunction.Execution,
        .. RegexpFunctions.All,
        .. JsonFunctions.All,
        .. DateTimeFunctions.All,
        .. ArrayFunctions.All,
        .. MapFunctions.All,
        .. MathFunctions.All,
        .. VectorFunctions.All,
        .. BitwiseFunctions.All,
        .. BinaryFunctions.All,
        .. UrlFunctions.All,
        .. ConversionFunctions.All,
        .. AggregateFunctions.All,
        .. WindowFunctions.All,
    ];

    private static FunctionExecution Find(ResolvedFunction function) =>
        s_executions.TryGetValue((function.Name, function.Kind), out var execution)
            ? execution
            : throw new QueryException(
                ErrorCode.NotSupported,
                span: null,
                $"Function '{function.Name}' is not yet available in Spoor",
                hint: "docs/how-to/add-a-function.md tells how to add one.");
}
