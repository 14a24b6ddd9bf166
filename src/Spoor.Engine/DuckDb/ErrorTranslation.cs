using Spoor.Sql;

namespace Spoor.Engine.DuckDb;

/// <summary>DuckDB's errors in Trino's names and words; the only place that knows DuckDB's.</summary>
internal static class ErrorTranslation
{
    /// <summary>The error for people.</summary>
    public static QueryException ToQueryException(DuckDbException error) => new(ErrorCode.GenericInternalError, null, error.Message);
}
