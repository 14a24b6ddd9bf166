using Spoor.Engine.Executors.DuckDb.Native;
using Spoor.Engine.Executors.DuckDb.Sql;
using Spoor.Sql.Functions.Resolution;

namespace Spoor.Engine.Executors.DuckDb.Functions;

/// <summary>How one Trino function runs in DuckDB. The family files (<c>StringFunctions.cs</c> and others) hold one short entry for each.</summary>
/// <param name="Name">Trino's name, lower-case.</param>
/// <param name="Kind">Scalar, aggregate or window.</param>
/// <param name="Native">C# functions that the expression calls.</param>
internal abstract record FunctionExecution(string Name, FunctionKind Kind, ScalarFunction[] Native)
{
    /// <summary>A scalar function as a DuckDB expression: <c>{0}</c> stands for the first argument, <c>{*}</c> for all. It is read when the function is used.</summary>
    /// <remarks>Each argument should stand in the template once: nested calls would double the expression at every level. See <see cref="DuckSql.Once(DuckExpression, Func{DuckExpression, DuckExpression})"/>.</remarks>
    internal static FunctionExecution Expression(string name, string template) => Expression(name, call => DuckSql.Duck(DuckTemplate.Of(template, call)));

    /// <summary>A scalar function whose DuckDB expression depends on types or number of arguments.</summary>
    internal static FunctionExecution Expression(string name, Func<DuckFunctionCall, DuckExpression> make, params ScalarFunction[] native) => new ScalarExecution(name, make, native);

    /// <summary>A scalar function with one C# implementation, <c>spoor_</c> and the name.</summary>
    internal static FunctionExecution CSharp(string name, DuckType[] parameters, DuckType result, ScalarFunctionBody body, DuckType? variadic = null) =>
        CSharp(name, new ScalarFunction($"spoor_{name}", parameters, result, body, Variadic: variadic));

    /// <summary>A scalar function with one C# implementation.</summary>
    internal static FunctionExecution CSharp(string name, ScalarFunction function) => Expression(name, call => DuckSql.Call(function.Name, call.All), function);

    /// <summary>An aggregate that DuckDB has under a name of its own with the same meaning.</summary>
    internal static FunctionExecution Aggregate(string name, string duckDbName) =>
        Aggregate(name, call => new AggregateExpression(duckDbName, call.All));

    /// <summary>An aggregate.</summary>
    internal static FunctionExecution Aggregate(string name, Func<DuckFunctionCall, AggregateExpression> make, params ScalarFunction[] native) =>
        new AggregateExecution(name, FunctionKind.Aggregate, make, native);

    /// <summary>A window function.</summary>
    internal static FunctionExecution Window(string name, Func<DuckFunctionCall, AggregateExpression> make) => new AggregateExecution(name, FunctionKind.Window, make, []);
}

/// <summary>How a scalar function runs.</summary>
/// <param name="Name">Trino's name, lower-case.</param>
/// <param name="Make">Makes a call's expression.</param>
/// <param name="Native">C# functions that the expression calls.</param>
internal sealed record ScalarExecution(string Name, Func<DuckFunctionCall, DuckExpression> Make, ScalarFunction[] Native) : FunctionExecution(Name, FunctionKind.Scalar, Native);

/// <summary>How an aggregate or window function runs.</summary>
/// <param name="Name">Trino's name, lower-case.</param>
/// <param name="Kind">Aggregate or window.</param>
/// <param name="Make">Makes a call's expression, before the clauses of the query are known.</param>
/// <param name="Native">C# functions that the expression calls.</param>
internal sealed record AggregateExecution(string Name, FunctionKind Kind, Func<DuckFunctionCall, AggregateExpression> Make, ScalarFunction[] Native) : FunctionExecution(Name, Kind, Native);
