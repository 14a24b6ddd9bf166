using Spoor.Engine.DuckDb.Functions;
using Spoor.Sql;

namespace Spoor.Engine.DuckDb;

/// <summary>DuckDB's errors in Trino's names and words; the only place that knows DuckDB's.</summary>
internal static class ErrorTranslation
{
    private static readonly (string Prefix, ErrorCode Code, string? Message)[] s_known =
    [
        ("Invalid Input Error: More than one row returned by a subquery", ErrorCode.SubqueryMultipleRows, "Scalar sub-query has returned multiple rows"),
        ("INTERRUPT Error", ErrorCode.UserCanceled, "Query was canceled"),
        ("Out of Memory Error", ErrorCode.ExceededLocalMemoryLimit, "Query exceeded the memory limit of this machine"),
        ("Binder Error: Max expression depth", ErrorCode.StackOverflow, "statement is too large (stack overflow while planning it)"),
        ("Parser Error: Max expression depth", ErrorCode.StackOverflow, "statement is too large (stack overflow while planning it)"),
        ("Parser Error: memory exhausted", ErrorCode.StackOverflow, "statement is too large (stack overflow while planning it)"),
        ("Not implemented Error: ", ErrorCode.NotSupported, null),
        ("Binder Error: ", ErrorCode.NotSupported, null),
        ("Out of Range Error: ", ErrorCode.NumericValueOutOfRange, null),
        ("Conversion Error: ", ErrorCode.InvalidCastArgument, null),
        ("Invalid Input Error: ", ErrorCode.InvalidFunctionArgument, null),
    ];

    /// <summary>The error for people.</summary>
    public static QueryException ToQueryException(DuckDbException error)
    {
        if (DuckDbErrorText.TryTranslate(error.Message, out var code, out var message))
        {
            return new QueryException(code, null, message, RunTimeHints.Find(code, message), error);
        }

        foreach (var (prefix, knownCode, knownMessage) in s_known)
        {
            if (error.Message.StartsWith(prefix, StringComparison.Ordinal))
            {
                return new QueryException(knownCode, null, knownMessage ?? FirstLine(error.Message[prefix.Length..]), cause: error);
            }
        }

        return new QueryException(ErrorCode.GenericInternalError, null, FirstLine(error.Message), cause: error);
    }

    /// <summary>Without the SQL that DuckDB was given, which the person did not write.</summary>
    private static string FirstLine(string text)
    {
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        return (end < 0 ? text : text[..end]).Trim();
    }
}
