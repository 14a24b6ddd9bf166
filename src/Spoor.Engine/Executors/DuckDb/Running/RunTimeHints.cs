using Spoor.Core.Errors;

namespace Spoor.Engine.Executors.DuckDb.Running;

/// <summary>What to write instead, for errors that one odd value among many rows causes.</summary>
internal static class RunTimeHints
{
    private static readonly (string Start, string Hint)[] s_byMessage =
    [
        ("Key not present in map", "element_at(map, key) gives NULL where the key is missing."),
        ("Array subscript", "element_at(array, index) gives NULL where there is no such element."),
        ("Division by zero", "Divide by nullif(divisor, 0) to get NULL for these rows."),
        ("Cannot cast", "TRY_CAST gives NULL for values that cannot be cast."),
        ("Value cannot be cast", "TRY_CAST gives NULL for values that cannot be cast."),
    ];

    /// <summary>The hint for an error of the run; null where nothing general helps.</summary>
    public static string? Find(ErrorCode code, string message)
    {
        foreach (var (start, hint) in s_byMessage)
        {
            if (message.StartsWith(start, StringComparison.Ordinal))
            {
                return hint;
            }
        }

        return code is ErrorCode.InvalidFunctionArgument or ErrorCode.NumericValueOutOfRange
            ? "TRY(expression) gives NULL for rows on which the expression fails."
            : null;
    }
}
