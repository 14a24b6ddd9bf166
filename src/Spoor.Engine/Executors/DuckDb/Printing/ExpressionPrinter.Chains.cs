using Spoor.Core.Types;
using Spoor.Engine.Executors.DuckDb.Sql;
using Spoor.Sql.Analysis.Nodes;
using static Spoor.Engine.Executors.DuckDb.Sql.DuckSql;

namespace Spoor.Engine.Executors.DuckDb.Printing;

internal sealed partial class ExpressionPrinter
{
    /// <summary>A chain of <c>||</c>, which is nested to the left as parsed.</summary>
    private DuckExpression PrintConcatenation(BoundCall chain)
    {
        var parts = new List<DuckExpression>();
        var pending = new Stack<BoundExpression>([chain]);
        while (pending.TryPop(out var expression))
        {
            if (Unwrap(expression) is BoundCall { Function: { Name: "concat", ReturnType: VarcharType } } inner)
            {
                foreach (var argument in inner.Arguments.Reverse())
                {
                    pending.Push(argument);
                }
            }
            else
            {
                parts.Add(Print(expression));
            }
        }

        return Balanced(parts, (left, right) => Infix(left, "||", right));
    }

    /// <summary>Without a coercion that changes only the length that the type allows.</summary>
    private static BoundExpression Unwrap(BoundExpression expression) =>
        expression is BoundCast { Value.Type: VarcharType, Type: VarcharType { Length: null } } cast ? cast.Value : expression;
}
