using Spoor.Engine.Executors.DuckDb.Sql;

namespace Spoor.Engine.Executors.DuckDb.Native;

/// <summary>Computes one row of a C# scalar function; leaves <see cref="ScalarFunctionRow"/> without a result for NULL.</summary>
internal delegate void ScalarFunctionBody(ref ScalarFunctionRow row);

/// <summary>A scalar function written in C#, called by DuckDB under <paramref name="Name"/>. The body may run on many threads at once.</summary>
/// <param name="Name">Name in DuckDB, with the prefix <c>spoor_</c>; one function per name.</param>
/// <param name="Parameters">Types of the arguments.</param>
/// <param name="Result">Type of the result.</param>
/// <param name="Body">Computes a row. A <see cref="Spoor.Core.Errors.QueryException"/> fails the query with its code and message.</param>
/// <param name="HandlesNull">False: a NULL argument gives NULL without a call of the body.</param>
/// <param name="Variadic">Type of further arguments; null when there are none.</param>
/// <param name="IsVolatile">Each call may give another value.</param>
internal sealed record ScalarFunction(
    string Name,
    DuckType[] Parameters,
    DuckType Result,
    ScalarFunctionBody Body,
    bool HandlesNull = false,
    DuckType? Variadic = null,
    bool IsVolatile = false);
