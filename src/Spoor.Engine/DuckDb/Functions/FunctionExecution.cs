using Spoor.Engine.DuckDb.Native;
using Spoor.Sql.Functions;

namespace Spoor.Engine.DuckDb.Functions;

/// <summary>How one Trino function runs in DuckDB. The family files (<see cref="StringFunctions"/> and others) hold one short entry for each.</summary>
/// <param name="Name">Trino's name, lower-case.</param>
/// <param name="Kind">Scalar, aggregate or window.</param>
/// <param name="Print">Prints a call: a string for a scalar, an <see cref="AggregateText"/> for the others.</param>
/// <param name="Native">C# functions that the printed text calls.</param>
internal sealed record FunctionExecution(string Name, FunctionKind Kind, Func<FunctionCallText, object> Print, params ScalarFunction[] Native)
{
    /// <summary>A scalar function as a DuckDB expression: <c>{0}</c> stands for the first argument, <c>{*}</c> for all.</summary>
    /// <remarks>Each argument should stand in the template once: nested calls would double the text at every level.</remarks>
    internal static FunctionExecution Expression(string name, string template) => new(name, FunctionKind.Scalar, call => call.Fill(template));

    /// <summary>A scalar function whose DuckDB expression depends on types or number of arguments.</summary>
    internal static FunctionExecution Expression(string name, Func<FunctionCallText, string> print, params ScalarFunction[] native) =>
        new(name, FunctionKind.Scalar, print, native);

    /// <summary>A scalar function with one C# implementation, <c>spoor_</c> and the name.</summary>
    internal static FunctionExecution CSharp(string name, ScalarFunctionType[] parameters, ScalarFunctionType result, ScalarFunctionBody body, ScalarFunctionType? variadic = null) =>
        CSharp(name, new ScalarFunction($"spoor_{name}", parameters, result, body, Variadic: variadic));

    /// <summary>A scalar function with one C# implementation.</summary>
    internal static FunctionExecution CSharp(string name, ScalarFunction function) =>
        new(name, FunctionKind.Scalar, call => $"{function.Name}({call.All})", function);

    /// <summary>An aggregate that DuckDB has under a name of its own with the same meaning.</summary>
    internal static FunctionExecution Aggregate(string name, string duckDbName) =>
        Aggregate(name, call => new AggregateText(duckDbName, call.All));

    /// <summary>An aggregate.</summary>
    internal static FunctionExecution Aggregate(string name, Func<FunctionCallText, AggregateText> print, params ScalarFunction[] native) =>
        new(name, FunctionKind.Aggregate, print, native);

    /// <summary>A window function.</summary>
    internal static FunctionExecution Window(string name, Func<FunctionCallText, AggregateText> print) => new(name, FunctionKind.Window, print);
}
