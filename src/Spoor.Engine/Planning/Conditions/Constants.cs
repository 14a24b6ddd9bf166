using System.Globalization;
using Spoor.Core.Types;
using Spoor.Sql.Analysis.Nodes;

namespace Spoor.Engine.Planning.Conditions;

/// <summary>Constants of conditions.</summary>
internal static class Constants
{
    /// <summary>A value without coercions that change nothing: from one length of varchar to another, longer one.</summary>
    public static BoundExpression Unwrap(BoundExpression expression) =>
        expression is BoundCast { IsImplicit: true, Type: VarcharType, Value.Type: VarcharType } cast ? Unwrap(cast.Value) : expression;

    /// <summary>The text of a varchar constant; null when the expression is something else, or NULL.</summary>
    public static string? Text(BoundExpression expression) =>
        Unwrap(expression) is BoundLiteral { Value: string text, Type: VarcharType } ? text : null;

    /// <summary>A constant as a text that casts to its type (dates as <c>yyyy-MM-dd</c>); null when the expression is something else.</summary>
    public static string? ColumnText(BoundExpression expression) => Unwrap(expression) switch
    {
        BoundLiteral { Value: string text, Type: VarcharType } => text,
        BoundLiteral { Value: long days, Type: ScalarType { Kind: ScalarKind.Date } } => DateTime.UnixEpoch.AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        BoundLiteral { Value: long number, Type: ScalarType { IsInteger: true } } => number.ToString(CultureInfo.InvariantCulture),
        _ => null,
    };
}
