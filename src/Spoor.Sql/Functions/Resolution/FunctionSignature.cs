using Spoor.Core.Collections;
using Spoor.Core.Types;

namespace Spoor.Sql.Functions.Resolution;

/// <summary>Kinds of function.</summary>
public enum FunctionKind
{
#pragma warning disable CS1591 // The names say it.
    Scalar,
    Aggregate,
    Window,
#pragma warning restore CS1591
}

/// <summary>A function chosen for given arguments: its name and the concrete types after coercion.</summary>
/// <param name="Name">Lower-case Trino name; the key of its execution.</param>
/// <param name="Kind">An aggregate may also be used as a window function; then Kind stays Aggregate.</param>
/// <param name="ArgumentTypes">One per argument given (variadic parameters repeated); a lambda has a <see cref="FunctionType"/>.</param>
/// <param name="ReturnType">The type of the result.</param>
/// <param name="IsDeterministic">False for <c>random</c>, <c>uuid</c> and the like.</param>
public sealed record ResolvedFunction(string Name, FunctionKind Kind, ValueList<SqlType> ArgumentTypes, SqlType ReturnType, bool IsDeterministic);
