using System.Runtime.CompilerServices;
using Spoor.Core.Text;

namespace Spoor.Core.Errors;

/// <summary>Turns a tree too deep for the stack into an error; everything that walks a tree recursively calls it once per level.</summary>
public static class StackGuard
{
    /// <summary>Whether there is room for some more calls.</summary>
    public static bool HasRoom => RuntimeHelpers.TryEnsureSufficientExecutionStack();

    /// <summary>Returns when there is room for some more calls.</summary>
    /// <param name="span">The place in the statement; null where none is known.</param>
    /// <exception cref="QueryException">StackOverflow: there is not; Trino's sentence.</exception>
    public static void Check(TextSpan? span = null)
    {
        if (!HasRoom)
        {
            throw new QueryException(ErrorCode.StackOverflow, span, "statement is too large (stack overflow during analysis)", "Nest fewer expressions and subqueries, or split the statement.");
        }
    }
}
