using Spoor.Core.Errors;
using Spoor.Engine.Executors.DuckDb.Values;

namespace Spoor.Engine.Executors.DuckDb.Running;

/// <summary>DuckDB's errors in Trino's names and words; the only place that knows DuckDB's.</summary>
internal static class ErrorTranslation
{
    private const string TooLarge = "statement is too large (stack overflow while planning it)";
    private const string CorrelatedSubquery = "Given correlated subquery is not supported";

    /// <summary>By the first part that the error's text holds.</summary>
    private static readonly (string Part, ErrorCode Code, string Message, string? Hint)[] s_known =
    [
        ("More than one row returned by a subquery", ErrorCode.SubqueryMultipleRows, "Scalar sub-query has returned multiple rows", null),
        ("INTERRUPT Error", ErrorCode.UserCanceled, "Query was canceled", null),
        ("Out of Memory Error", ErrorCode.ExceededLocalMemoryLimit, "Query exceeded the memory limit of this machine", "Read fewer columns or partitions, or aggregate earlier."),
        ("Max expression depth", ErrorCode.StackOverflow, TooLarge, "Nest fewer expressions and subqueries, or split the statement."),
        ("non-inner join on", ErrorCode.NotSupported, CorrelatedSubquery, "Write the subquery as an inner join, or compute it in WITH."),
        ("correlated", ErrorCode.NotSupported, CorrelatedSubquery, "Write the subquery as a join."),
        ("Failed to bind column reference", ErrorCode.NotSupported, CorrelatedSubquery, "Select the outer query's columns outside of the subquery or LATERAL."),
        ("Not implemented Error", ErrorCode.NotSupported, "This combination of features is not supported", "Split the statement: compute parts of it in WITH."),
        ("Binder Error", ErrorCode.NotSupported, "This combination of features is not supported", "Split the statement: compute parts of it in WITH."),
        ("Out of Range Error", ErrorCode.NumericValueOutOfRange, "Value is out of the range of its type", "CAST to a wider type, or wrap the expression in TRY."),
        ("Conversion Error", ErrorCode.InvalidCastArgument, "Value cannot be cast to the type", "TRY_CAST gives NULL instead."),
        ("Invalid Input Error", ErrorCode.InvalidFunctionArgument, "Invalid argument of a function", "TRY gives NULL instead."),
    ];

    /// <summary>The error for people: never in DuckDB's words, which name SQL that the person did not write.</summary>
    public static QueryException ToQueryException(DuckDbException error)
    {
        if (DuckDbErrorText.TryTranslate(error.Message, out var code, out var message))
        {
            return new QueryException(code, null, message, RunTimeHints.Find(code, message), error);
        }

        foreach (var (part, knownCode, knownMessage, hint) in s_known)
        {
            if (error.Message.Contains(part, StringComparison.OrdinalIgnoreCase))
            {
                return new QueryException(knownCode, null, knownMessage, hint, error);
            }
        }

        return new QueryException(
            ErrorCode.GenericInternalError, null, "The executor failed on this statement", "This is Spoor's fault: please report the statement. Splitting it may help.", error);
    }
}
