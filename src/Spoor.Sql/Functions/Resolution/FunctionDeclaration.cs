using Spoor.Core.Collections;
using Spoor.Core.Types;

namespace Spoor.Sql.Functions.Resolution;

/// <summary>One overload of a function, with variables.</summary>
/// <param name="Text">Trino's text of it in errors: <c>greatest(E) E:orderable</c>.</param>
/// <param name="Variables">The type variables.</param>
/// <param name="Parameters">In order; the last may be repeated when <paramref name="IsVariadic"/>.</param>
/// <param name="IsVariadic">The last parameter takes any number of arguments, also none.</param>
/// <param name="Result">The result's type.</param>
/// <param name="IsDeterministic">Whether the same arguments give the same result within a query.</param>
internal sealed record FunctionDeclaration(
    string Text,
    ValueList<TypeVariable> Variables,
    ValueList<FormalType> Parameters,
    bool IsVariadic,
    FormalType Result,
    bool IsDeterministic);

/// <summary>A type variable and what a type must be able to, to stand for it.</summary>
internal sealed record TypeVariable(string Name, bool IsComparable, bool IsOrderable, bool IsRow)
{
    public bool Accepts(SqlType type) =>
        (!IsComparable || type.IsComparable) && (!IsOrderable || type.IsOrderable) && (!IsRow || type is RowType || type == ScalarTypes.Unknown);
}
