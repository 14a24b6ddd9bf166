using Spoor.Core.Types;

namespace Spoor.Sql.Analysis.Scopes;

/// <summary>Advice for operands of types that do not go together.</summary>
internal static class OperatorHint
{
    /// <summary>Likewise, for operands of + - * / %.</summary>
    public static string? ForArithmetic(SqlType left, SqlType right) => (left, right) switch
    {
        (VarcharType or CharType, VarcharType or CharType) => "Texts are joined by ||; numbers in texts are made numbers by CAST(x AS bigint).",
        (TimestampType or ScalarType { Kind: ScalarKind.Date }, DecimalType or ScalarType { IsNumber: true })
            or (DecimalType or ScalarType { IsNumber: true }, TimestampType or ScalarType { Kind: ScalarKind.Date }) =>
            "A number has no unit: write x + INTERVAL '1' DAY, x - INTERVAL '2' HOUR, or date_add('day', -1, x).",
        (TimestampType or ScalarType { Kind: ScalarKind.Date }, TimestampType or ScalarType { Kind: ScalarKind.Date }) =>
            "The time between two is date_diff('hour', earlier, later).",
        (VarcharType, ScalarType { Kind: ScalarKind.IntervalDayToSecond or ScalarKind.IntervalYearToMonth }) =>
            "A text is not a timestamp: from_iso8601_timestamp(x) makes one of a text such as 2024-01-31T00:00:00Z.",
        _ => For(left, right),
    };

    /// <summary>What to write instead, where that is clear; else null.</summary>
    public static string? For(SqlType left, SqlType right) => (left, right) switch
    {
        (VarcharType, VarcharType) => null,
        (TimestampType, VarcharType) or (VarcharType, TimestampType) =>
            "A text is not a timestamp: write TIMESTAMP '2024-01-31 00:00:00', or from_iso8601_timestamp(column) for a column that holds text.",
        (ScalarType { Kind: ScalarKind.Date }, VarcharType) or (VarcharType, ScalarType { Kind: ScalarKind.Date }) =>
            "A text is not a date: write DATE '2024-01-31', or CAST(column AS date) for a column that holds text.",
        (VarcharType, ScalarType { Kind: ScalarKind.Integer or ScalarKind.BigInt or ScalarKind.Double }) or (ScalarType { Kind: ScalarKind.Integer or ScalarKind.BigInt or ScalarKind.Double }, VarcharType) =>
            "A text is not a number: put quotes around the constant, or CAST the text to a number.",
        (VarcharType, ScalarType { Kind: ScalarKind.Boolean }) or (ScalarType { Kind: ScalarKind.Boolean }, VarcharType) =>
            "A text is not a boolean: compare it with 'true' or 'false'.",
        _ => null,
    };
}
