using System.Runtime.CompilerServices;

namespace Spoor.Sql;

/// <summary>Turns a tree too deep for the stack into an error; everything that walks a tree recursively calls it once per level.</summary>
public static class StackGuard
{
    /// <summary>Returns when there is room for some more calls.</summary>
    /// <exception cref="QueryException">StackOverflow: there is not.</exception>
    public static void Check()
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw new QueryException(ErrorCode.StackOverflow, null, "statement is too large (stack overflow during analysis)", "Write the statement with less nesting.");
        }
    }
}
