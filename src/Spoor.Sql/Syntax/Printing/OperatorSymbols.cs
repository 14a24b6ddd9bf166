using System.Diagnostics;
using Spoor.Sql.Syntax.Nodes;

namespace Spoor.Sql.Syntax.Printing;

/// <summary>Operators as they are written, the same in Athena's SQL, in Trino's messages and in the executor's SQL.</summary>
public static class OperatorSymbols
{
    /// <summary><c>=</c>, <c>&lt;&gt;</c>, <c>&lt;</c>, <c>&lt;=</c>, <c>&gt;</c> or <c>&gt;=</c>.</summary>
    public static string ToSymbol(this ComparisonOperator comparison) => comparison switch
    {
        ComparisonOperator.Equal => "=",
        ComparisonOperator.NotEqual => "<>",
        ComparisonOperator.LessThan => "<",
        ComparisonOperator.LessThanOrEqual => "<=",
        ComparisonOperator.GreaterThan => ">",
        ComparisonOperator.GreaterThanOrEqual => ">=",
        _ => throw new UnreachableException($"No symbol for {comparison}."),
    };

    /// <summary><c>+</c>, <c>-</c>, <c>*</c>, <c>/</c> or <c>%</c>.</summary>
    public static string ToSymbol(this ArithmeticOperator arithmetic) => arithmetic switch
    {
        ArithmeticOperator.Add => "+",
        ArithmeticOperator.Subtract => "-",
        ArithmeticOperator.Multiply => "*",
        ArithmeticOperator.Divide => "/",
        ArithmeticOperator.Modulus => "%",
        _ => throw new UnreachableException($"No symbol for {arithmetic}."),
    };
}
