using System.Diagnostics;
using Spoor.Core.Collections;
using Spoor.Core.Errors;
using Spoor.Core.Text;
using Spoor.Core.Types;

namespace Spoor.Sql.Functions.Resolution;

/// <summary>An overload that takes the arguments of a call.</summary>
internal sealed record BoundCandidate(FunctionDeclaration Declaration, ValueList<SqlType> ArgumentTypes, Bindings Bindings)
{
    /// <summary>The result's type.</summary>
    /// <exception cref="QueryException">TypeNotFound, InvalidFunctionArgument: a computed length is out of range.</exception>
    public SqlType ResultType(TextSpan? span) =>
        Bindings.TryApply(Declaration.Result, span) ?? throw new UnreachableException($"Free variable in the result of {Declaration.Text}.");
}
