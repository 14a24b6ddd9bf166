using System.Text;

namespace Spoor.Core.Errors;

/// <summary>What the caller did wrong, under Trino's and Athena's names.</summary>
/// <seealso href="https://github.com/trinodb/trino/blob/456/core/trino-spi/src/main/java/io/trino/spi/StandardErrorCode.java"/>
public enum ErrorCode
{
#pragma warning disable CS1591 // The names are Trino's; its StandardErrorCode documents them.
    SyntaxError,
    NotSupported,
    NotFound,
    AlreadyExists,
    CatalogNotFound,
    SchemaNotFound,
    SchemaAlreadyExists,
    SchemaNotEmpty,
    TableNotFound,
    TableAlreadyExists,
    TableHasNoColumns,
    ColumnNotFound,
    DuplicateColumnName,
    DuplicateNamedQuery,
    DuplicateWindowName,
    AmbiguousName,
    AmbiguousFunctionCall,
    FunctionNotFound,
    FunctionNotAggregate,
    FunctionNotWindow,
    TypeNotFound,
    TypeMismatch,
    MismatchedColumnAliases,
    InvalidColumnReference,
    InvalidLiteral,
    InvalidParameterUsage,
    InvalidArguments,
    InvalidFunctionArgument,
    InvalidCastArgument,
    InvalidRecursiveReference,
    InvalidWindowFrame,
    InvalidWindowReference,
    InvalidOrderBy,
    InvalidPartitionBy,
    InvalidLimitClause,
    InvalidView,
    InvalidTableProperty,
    MissingColumnAliases,
    MissingColumnName,
    MissingGroupBy,
    MissingOrderBy,
    MissingOver,
    MissingTableProperty,
    NestedAggregation,
    NestedRecursive,
    NestedWindow,
    NullTreatmentNotAllowed,
    NumericValueOutOfRange,
    DivisionByZero,
    SubqueryMultipleRows,
    TooManyArguments,
    TooManyGroupingSets,
    ExpressionNotAggregate,
    ExpressionNotConstant,
    ExpressionNotInDistinct,
    ExpressionNotScalar,
    ViewIsRecursive,
    ViewIsStale,
    StackOverflow,
    ConstraintViolation,
    ExceededLocalMemoryLimit,
    QueryRejected,
    UserCanceled,
    GenericUserError,
    GenericInternalError,
    HiveBadData,
    HiveCursorError,
    HiveCannotOpenSplit,
    HiveFilesystemError,
    HiveInvalidMetadata,
    HiveMetastoreError,
    HiveParseException,
    HiveSemanticException,
#pragma warning restore CS1591
}

/// <summary>The wire names of error codes.</summary>
public static class ErrorCodeNames
{
    /// <summary>Trino's name, such as <c>COLUMN_NOT_FOUND</c> for <see cref="ErrorCode.ColumnNotFound"/>.</summary>
    public static string ToTrinoName(this ErrorCode code)
    {
        var name = code.ToString();
        var builder = new StringBuilder(name.Length + 4);
        for (var i = 0; i < name.Length; i++)
        {
            if (i > 0 && char.IsAsciiLetterUpper(name[i]))
            {
                builder.Append('_');
            }

            builder.Append(char.ToUpperInvariant(name[i]));
        }

        return builder.ToString();
    }
}
