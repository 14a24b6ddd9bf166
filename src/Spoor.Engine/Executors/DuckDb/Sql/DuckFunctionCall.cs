using Spoor.Core.Collections;
using Spoor.Core.Types;
using Spoor.Sql.Functions.Resolution;

namespace Spoor.Engine.Executors.DuckDb.Sql;

/// <summary>A call of a Trino function whose arguments are DuckDB expressions already.</summary>
/// <param name="Function">The function with its concrete types.</param>
/// <param name="All">The arguments, in order.</param>
/// <param name="IsDistinct">DISTINCT was written, in an aggregate.</param>
internal readonly record struct DuckFunctionCall(ResolvedFunction Function, ValueList<DuckExpression> All, bool IsDistinct = false)
{
    /// <summary>Number of arguments.</summary>
    internal int Count => All.Count;

    /// <summary>An argument.</summary>
    internal DuckExpression this[int index] => All[index];

    /// <summary>The type of the result.</summary>
    internal SqlType Result => Function.ReturnType;

    /// <summary>An argument's type.</summary>
    internal SqlType Type(int index) => Function.ArgumentTypes[index];

    /// <summary>An argument that is a lambda.</summary>
    internal DuckLambda Lambda(int index) => (DuckLambda)All[index];
}
